package com.spara.sf.client.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the bytes of a CSV, each written when it is read. Ends before the row with which it would be longer than a job takes;
 * a row that no job takes is left out. Used by one thread.
 */
final class CsvUpload extends InputStream {

    private static final int LONGEST_VALUE = 131_072;
    private static final int LONGEST_ROW = 400_000;

    private final CsvFormat format;
    private final List<String> columns;
    private final Iterator<? extends Map<String, ?>> rows;
    private final long most;
    private final List<Integer> leftOut = new ArrayList<>();
    private byte[] line;
    private int at;
    private long length;
    private int taken;
    private boolean isFull;

    CsvUpload(UploadRows rows, CsvFormat format, long most) {
        this.format = format;
        this.columns = rows.columns();
        this.rows = rows.rows().iterator();
        this.most = most;
        this.line = bytes(columns);
        this.length = line.length;
    }

    /** What went into the bytes so far. */
    Uploaded uploaded() {
        return new Uploaded(taken, List.copyOf(leftOut));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        if (at == line.length && !advance()) {
            return -1;
        }
        int n = Math.min(wanted, line.length - at);
        System.arraycopy(line, at, bytes, offset, n);
        at += n;
        return n;
    }

    private boolean advance() {
        while (!isFull && rows.hasNext()) {
            byte[] row = row(rows.next());
            if (row != null && length + row.length > most) {
                isFull = true;
                return false;
            }
            taken++;
            if (row != null) {
                line = row;
                at = 0;
                length += row.length;
                return true;
            }
            leftOut.add(taken - 1);
        }
        return false;
    }

    private byte @Nullable [] row(Map<String, ?> row) {
        List<String> values = new ArrayList<>(columns.size());
        long characters = 0;
        for (String column : columns) {
            String value = CsvValue.text(row.get(column));
            values.add(value);
            characters += value.length();
            if (value.length() > LONGEST_VALUE || characters > LONGEST_ROW) {
                return null;
            }
        }
        return bytes(values);
    }

    private byte[] bytes(List<String> values) {
        StringBuilder text = new StringBuilder(values.size() * 16);
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(format.delimiter().sign());
            }
            append(text, values.get(i), values.size() == 1);
        }
        return text.append(format.lineEnding().text()).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One empty value by itself would be an empty line, which is none. */
    private void append(StringBuilder text, String value, boolean isAlone) {
        if (needsQuotes(value) || value.isEmpty() && isAlone) {
            text.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            text.append(value);
        }
    }

    private boolean needsQuotes(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\n' || c == '\r' || c == format.delimiter().sign()) {
                return true;
            }
        }
        return !value.isEmpty() && (value.charAt(0) <= ' ' || value.charAt(value.length() - 1) <= ' ');
    }
}
