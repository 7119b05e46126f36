package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.contents.OrgData;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the tables of {@code docs/fake-org.md} and tries each row. */
@Timeout(60)
class HonestListTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| (.+?) \\| `(.+?)` \\| (works|differs|refused) \\| (.*?) ?\\|$", Pattern.MULTILINE);
    private static final Pattern DATA = Pattern.compile("```json\\s+(\\{\\s+\"version\".+?)```", Pattern.DOTALL);
    private static final Pattern REQUEST =
            Pattern.compile("(GET|POST|PATCH|DELETE) (.+?)(?: (\\{.*\\}))?(?: with ([\\w-]+): (.+))?");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String PAGE = page();
    private static final int LEAST_ROWS = 150;

    private final FakeOrg org = FakeOrg.create();
    private final Map<String, RecordId> ids = data().into(org);

    private static String page() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("spara-sf-api")) ? here : here.getParent();
        try {
            return Files.readString(root.resolve("docs/fake-org.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OrgData data() {
        Matcher block = DATA.matcher(PAGE);
        assertTrue(block.find());
        return OrgData.read(new StringReader(block.group(1)));
    }

    /** One row of a table. */
    record Row(String feature, String request, String verdict, String answer) {
        @Override
        public String toString() {
            return feature + ": " + request;
        }
    }

    static Stream<Row> rows() {
        return ROW.matcher(PAGE).results().map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theRowIsTrue(Row row) {
        Wire.Reply reply = send(row.request());
        String answer = reply.status() + " " + reply.body();
        boolean isRefused = row.verdict().equals("refused");
        assertEquals(isRefused, reply.status() == 501, answer);
        if (isRefused) {
            assertEquals("NOT_IMPLEMENTED_BY_FAKE_ORG", reply.errorCode());
            requireAll(code(row.feature()), reply.message());
        } else {
            requireAll(code(row.answer()), row.request().startsWith("SELECT") ? reply.body() + reply.status() : answer);
        }
    }

    private static void requireAll(List<String> pieces, String answer) {
        assertTrue(!pieces.isEmpty(), "the row says nothing that could be false");
        String plain = answer.toLowerCase(Locale.ROOT);
        pieces.forEach(piece -> assertTrue(plain.contains(piece.toLowerCase(Locale.ROOT)), piece + " in " + answer));
    }

    private static List<String> code(String cell) {
        return CODE.matcher(cell).results().map(piece -> piece.group(1)).toList();
    }

    private Wire.Reply send(String tried) {
        String request = withIds(tried);
        if (request.startsWith("SELECT ")) {
            return new Wire(org).query(request);
        }
        Matcher parts = REQUEST.matcher(request);
        assertTrue(parts.matches(), request);
        Wire wire = new Wire(org);
        if (parts.group(4) != null) {
            wire.with(parts.group(4), parts.group(5));
        }
        String body = parts.group(3) == null ? "" : parts.group(3);
        return wire.send(parts.group(1), encoded(parts.group(2)), body);
    }

    /** What cannot stand in an address as it is. */
    private static String encoded(String path) {
        return path.replace(" ", "%20").replace("{", "%7B").replace("}", "%7D");
    }

    private String withIds(String text) {
        String result = text;
        for (Map.Entry<String, RecordId> id : ids.entrySet()) {
            result = result.replace("{" + id.getKey() + "}", id.getValue().value());
        }
        return result;
    }

    @Test
    void everyLineOfATableIsARow() {
        List<String> odd = new ArrayList<>();
        PAGE.lines()
                .dropWhile(line -> !line.startsWith("| feature | try "))
                .filter(line ->
                        line.startsWith("|") && !line.startsWith("|---") && !line.startsWith("| feature | try "))
                .filter(line -> !ROW.matcher(line).matches())
                .forEach(odd::add);
        assertEquals(List.of(), odd);
        assertTrue(rows().count() >= LEAST_ROWS);
    }

    @Test
    void everyResourceThatTheOrgLeadsToHasARow() {
        TreeSet<String> missing = new TreeSet<>(
                new Wire(org).get("/services/data/v66.0/").json().asJsonObject().keySet());
        rows().filter(row -> !row.verdict().equals("refused"))
                .forEach(row -> missing.removeIf(name -> row.request().matches("[A-Z]+ " + name + "\\b.*")));
        missing.remove("identity"); // leads out of the data, to the page on logging in
        assertEquals(new TreeSet<>(), missing);
    }
}
