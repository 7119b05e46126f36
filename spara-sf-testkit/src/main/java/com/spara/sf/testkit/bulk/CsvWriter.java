package com.spara.sf.testkit.bulk;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes CSV as Bulk API 2.0 does. Confined to one writing. */
final class CsvWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    private final CsvFormat format;

    CsvWriter(CsvFormat format) {
        this.format = format;
    }

    /** A line of values, all in quotation marks. */
    void line(List<String> values) {
        line(values, List.of());
    }

    /** A line of values in quotation marks, then of others that have them only where they need them. */
    void line(List<String> quoted, List<String> others) {
        try {
            String gap = "";
            for (String value : quoted) {
                out.append(gap);
                quote(value);
                gap = delimiter();
            }
            for (String value : others) {
                out.append(gap);
                write(value);
                gap = delimiter();
            }
            out.append(format.lineEnding().text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String delimiter() {
        return String.valueOf(format.delimiter().sign());
    }

    private void write(String value) throws IOException {
        boolean plain = value.chars()
                .noneMatch(c -> c == '"'
                        || c == '\n'
                        || c == '\r'
                        || c == format.delimiter().sign());
        if (plain) {
            out.append(value);
        } else {
            quote(value);
        }
    }

    private void quote(String value) throws IOException {
        out.append('"').append(value.replace("\"", "\"\"")).append('"');
    }

    byte[] bytes() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
