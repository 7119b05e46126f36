package com.spara.sf.client.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.spara.sf.RecordId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as a stream: what is written is read again, whatever the values are, and what is no CSV is refused. */
class CsvTest {

    private static final long ENOUGH = 1_000_000;

    private static List<List<String>> read(byte[] csv, CsvFormat format) throws IOException {
        CsvReader reader = new CsvReader(new ByteArrayInputStream(csv), format);
        List<List<String>> lines = new ArrayList<>();
        for (Optional<List<String>> line = reader.next(); line.isPresent(); line = reader.next()) {
            lines.add(line.get());
        }
        return lines;
    }

    private static List<List<String>> read(String csv) throws IOException {
        return read(csv.getBytes(StandardCharsets.UTF_8), CsvFormat.USUAL);
    }

    private static String written(Object value) throws IOException {
        UploadRows rows = new UploadRows(List.of("A", "B"), List.of(Map.of("A", value)));
        String csv = new String(new CsvUpload(rows, CsvFormat.USUAL, ENOUGH).readAllBytes(), StandardCharsets.UTF_8);
        return csv.substring("A,B\n".length(), csv.length() - ",\n".length());
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("Ada", "Ada"),
                arguments("", ""),
                arguments("a,b", "\"a,b\""),
                arguments("say \"hi\"", "\"say \"\"hi\"\"\""),
                arguments("a\nb", "\"a\nb\""),
                arguments("a\r\nb", "\"a\r\nb\""),
                arguments(" a", "\" a\""),
                arguments("#N/A", "\" #N/A\""),
                arguments("#n/a", "\" #N/A\""),
                arguments(CsvValue.CLEAR, "#N/A"),
                arguments(new BigDecimal("1E+7"), "10000000"),
                arguments(new BigDecimal("0.10"), "0.10"),
                arguments(true, "true"),
                arguments(LocalDate.of(2026, 11, 25), "2026-11-25"),
                arguments(Instant.parse("2026-11-25T10:00:00Z"), "2026-11-25T10:00:00.000Z"),
                arguments(List.of("a", "b"), "a;b"),
                arguments(RecordId.of("00Q000000000001"), "00Q000000000001EAA"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesAreWrittenInSalesforcesFormats(Object value, String cell) throws IOException {
        assertEquals(cell, written(value));
    }

    @Test
    void whatARowHasNoValueForIsAnEmptyCell() throws IOException {
        Map<String, Object> row = Collections.singletonMap("B", null);
        UploadRows rows = new UploadRows(List.of("A", "B"), List.of(row));
        byte[] csv = new CsvUpload(rows, CsvFormat.USUAL, ENOUGH).readAllBytes();
        assertEquals("A,B\n,\n", new String(csv, StandardCharsets.UTF_8));
    }

    @Test
    void oneEmptyValueByItselfIsNoEmptyLine() throws IOException {
        UploadRows rows = new UploadRows(List.of("A"), List.of(Map.of()));
        byte[] csv = new CsvUpload(rows, CsvFormat.USUAL, ENOUGH).readAllBytes();
        assertEquals(List.of(List.of("A"), List.of("")), read(csv, CsvFormat.USUAL));
    }

    @ParameterizedTest
    @EnumSource(CsvFormat.Delimiter.class)
    void anyTextComesBackAsItWas(CsvFormat.Delimiter delimiter) throws IOException {
        Random random = new Random(delimiter.ordinal());
        for (CsvFormat.LineEnding ending : CsvFormat.LineEnding.values()) {
            CsvFormat format = new CsvFormat(delimiter, ending);
            List<List<String>> lines = new ArrayList<>(List.of(List.of("A", "B")));
            for (int i = 0; i < 2_000; i++) {
                lines.add(List.of(text(random), i % 3 == 0 ? "the same" : text(random)));
            }
            List<Map<String, String>> rows = lines.stream()
                    .skip(1)
                    .map(line -> Map.of("A", line.get(0), "B", line.get(1)))
                    .toList();
            byte[] csv = new CsvUpload(new UploadRows(List.of("A", "B"), rows), format, ENOUGH).readAllBytes();
            assertEquals(lines, read(csv, format));
        }
    }

    private static String text(Random random) {
        String signs = "ab,;\t|^`\"\n\r é\uD83D\uDE00";
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40) == 0 ? random.nextInt(3_000) : random.nextInt(12);
        for (int i = length; i > 0; i--) {
            text.appendCodePoint(signs.codePointAt(signs.offsetByCodePoints(0, random.nextInt(14))));
        }
        return text.toString();
    }

    @Test
    void aByteOrderMarkAndEmptyLinesAreNoValues() throws IOException {
        assertEquals(List.of(List.of("A", "B"), List.of("1", "")), read("\uFEFFA,B\r\n\n1,\n\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\n\"open", "A\n\"closed\"x\n", "A\n\"a\"\"\n"})
    void brokenQuotationMarksAreRefused(String csv) {
        assertThrows(IOException.class, () -> read(csv));
    }

    @Test
    void whatIsNoUtf8IsRefusedAndNotReplaced() {
        byte[] bytes = {'A', '\n', (byte) 0xff, '\n'};
        assertThrows(IOException.class, () -> read(bytes, CsvFormat.USUAL));
    }

    @Test
    void aLineWithoutEndIsRefused() {
        assertThrows(IOException.class, () -> read("A\n" + "x".repeat(4_000_001)));
        assertThrows(IOException.class, () -> read("A\n" + ",".repeat(10_001)));
    }

    @Test
    void theBytesEndBeforeTheRowThatDoesNotFit() throws IOException {
        List<Map<String, String>> rows = List.of(Map.of("A", "12345"), Map.of("A", "67890"), Map.of("A", "x"));
        CsvUpload csv = new CsvUpload(new UploadRows(List.of("A"), rows), CsvFormat.USUAL, 13);
        assertEquals("A\n12345\n", new String(csv.readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(new Uploaded(1, List.of()), csv.uploaded());
    }

    @Test
    void aRowThatNoJobTakesIsLeftOut() throws IOException {
        List<Map<String, String>> rows = List.of(Map.of("A", "1"), Map.of("A", "x".repeat(131_073)), Map.of("A", "3"));
        CsvUpload csv = new CsvUpload(new UploadRows(List.of("A"), rows), CsvFormat.USUAL, ENOUGH);
        assertEquals("A\n1\n3\n", new String(csv.readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(new Uploaded(3, List.of(1)), csv.uploaded());
    }

    @Test
    void aHeaderThatNoJobTakesIsRefused() {
        List<String> columns = Collections.nCopies(5_001, "A");
        assertThrows(IllegalArgumentException.class, () -> new UploadRows(columns, List.of()));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorIsReadOutOfItsText(String text, String code, List<String> fields) {
        CsvRow row = new CsvRow(new CsvHeader(List.of("sf__Id", "sf__Error")), List.of("", text));
        RefusedRow refused = new RefusedRow(row);
        assertEquals(code, refused.error().code());
        assertEquals(fields, refused.error().fields());
        assertTrue(refused.id().isEmpty());
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                arguments(
                        "REQUIRED_FIELD_MISSING:Missing: [A]:LastName, Company --",
                        "REQUIRED_FIELD_MISSING",
                        List.of("LastName", "Company")),
                arguments("DUPLICATES_DETECTED:Use one of these: records?:--", "DUPLICATES_DETECTED", List.of()),
                arguments("STORAGE_LIMIT_EXCEEDED", "STORAGE_LIMIT_EXCEEDED", List.of()),
                arguments("", "", List.of()));
    }
}
