package com.spara.sf.testkit.bulk;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CSV by RFC 4180, one record at a time. Blank lines do not count. Confined to one reading. */
final class CsvReader {
    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_VALUE = 131_072;
    private static final int LONGEST_RECORD = 400_000;

    private final Reader in;
    private final CsvFormat format;
    private final StringBuilder value = new StringBuilder();
    private int next;
    private int length;

    CsvReader(byte[] bytes, CsvFormat format) {
        this.in = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
        this.format = format;
        advance();
        if (next == BYTE_ORDER_MARK) {
            advance();
        }
    }

    /** The values of the next record; empty at the end. Throws {@link CsvException} when it is no CSV. */
    Optional<List<String>> next() {
        while (next == '\n' || next == '\r') {
            endLine();
        }
        if (next == END) {
            return Optional.empty();
        }
        length = 0;
        List<String> values = new ArrayList<>();
        values.add(value());
        while (next == format.delimiter().sign()) {
            advance();
            values.add(value());
        }
        endLine();
        return Optional.of(values);
    }

    private String value() {
        value.setLength(0);
        if (next == '"') {
            quoted();
        } else {
            while (!isEndOfValue()) {
                take();
            }
        }
        return value.toString();
    }

    private void quoted() {
        advance();
        while (next != '"' || isDoubled()) {
            if (next == END) {
                throw new CsvException("InvalidBatch : Failed to parse CSV: a quotation mark is not closed");
            }
            take();
        }
        if (!isEndOfValue()) {
            throw new CsvException("InvalidBatch : Failed to parse CSV: a closing quotation mark ends no value");
        }
    }

    /** Goes on behind a quotation mark, on which a second one may follow. */
    private boolean isDoubled() {
        advance();
        return next == '"';
    }

    private void take() {
        value.append((char) next);
        length++;
        if (value.length() > LONGEST_VALUE || length > LONGEST_RECORD) {
            throw new CsvException("InvalidBatch : Failed to parse CSV: a value has at most " + LONGEST_VALUE
                    + " characters and a record " + LONGEST_RECORD);
        }
        advance();
    }

    private boolean isEndOfValue() {
        return next == END
                || next == '\n'
                || next == '\r'
                || next == format.delimiter().sign();
    }

    private void endLine() {
        if (next == END) {
            return;
        }
        boolean windows = next == '\r';
        if (windows) {
            advance();
        }
        if (next != '\n' || windows != (format.lineEnding() == CsvFormat.LineEnding.CRLF)) {
            throw new CsvException(
                    "ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is "
                            + format.lineEnding());
        }
        advance();
    }

    private void advance() {
        try {
            next = in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
