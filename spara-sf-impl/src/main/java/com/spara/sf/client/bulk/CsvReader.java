package com.spara.sf.client.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV by RFC 4180, one line of values at a time, line breaks within quotation marks among them. Either line ending is
 * read, and empty lines are none. What is no CSV, no UTF-8 or longer than any record is refused. Used by one thread.
 */
final class CsvReader {

    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = '\uFEFF';
    private static final int MOST_VALUES = 10_000;
    private static final int LONGEST_LINE = 4_000_000;

    private final Reader in;
    private final char delimiter;
    private final char[] buffer = new char[8192];
    private final StringBuilder value = new StringBuilder();
    private int filled;
    private int at;
    private int next;
    private int line;
    private List<String> lineBefore = List.of();
    private long count;

    CsvReader(InputStream bytes, CsvFormat format) throws IOException {
        this.in = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
        this.delimiter = format.delimiter().sign();
        advance();
        if (next == BYTE_ORDER_MARK) {
            advance();
        }
    }

    /** How many characters were taken. */
    long count() {
        return count - (filled - at);
    }

    /** The values of the next line, which shares those that are the same with the line before it; empty at the end. */
    Optional<List<String>> next() throws IOException {
        while (next == '\n' || next == '\r') {
            advance();
        }
        if (next == END) {
            return Optional.empty();
        }
        line = 0;
        List<String> values = new ArrayList<>(lineBefore.size());
        values.add(value(0));
        while (next == delimiter) {
            advance();
            values.add(value(values.size()));
            if (values.size() > MOST_VALUES) {
                throw new IOException("A CSV has a line of more than " + MOST_VALUES + " values.");
            }
        }
        lineBefore = values;
        return Optional.of(values);
    }

    private String value(int place) throws IOException {
        value.setLength(0);
        if (next == '"') {
            quoted();
        } else {
            while (!isEndOfValue()) {
                take();
            }
        }
        String before = place < lineBefore.size() ? lineBefore.get(place) : "";
        return before.contentEquals(value) ? before : value.toString();
    }

    private void quoted() throws IOException {
        advance();
        while (next != '"' || isDoubled()) {
            if (next == END) {
                throw new IOException("A CSV ends within quotation marks.");
            }
            takeUntilQuoted();
        }
        if (!isEndOfValue()) {
            throw new IOException("In a CSV a closing quotation mark ends no value.");
        }
    }

    /** Goes on behind a quotation mark, on which a second one may follow. */
    private boolean isDoubled() throws IOException {
        advance();
        return next == '"';
    }

    private void take() throws IOException {
        take(at);
    }

    /** Takes what comes before a quotation mark, as far as it is in hand. */
    private void takeUntilQuoted() throws IOException {
        int to = at;
        while (to < filled && buffer[to] != '"') {
            to++;
        }
        take(to);
    }

    /** Takes what stands before a place in the buffer, of which the next character is the first. */
    private void take(int to) throws IOException {
        int length = to - at + 1;
        value.append(buffer, at - 1, length);
        line += length;
        if (line > LONGEST_LINE) {
            throw new IOException("A CSV has a line of more than " + LONGEST_LINE + " characters.");
        }
        at = to;
        advance();
    }

    private boolean isEndOfValue() {
        return next == END || next == '\n' || next == '\r' || next == delimiter;
    }

    private void advance() throws IOException {
        if (at == filled) {
            filled = Math.max(0, in.read(buffer));
            at = 0;
            count += filled;
        }
        next = at < filled ? buffer[at++] : END;
    }
}
