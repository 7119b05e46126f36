package com.spara.sf.testkit.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of one csv file beside this class, without its heading; a cell in quotation marks may hold commas. */
record CsvTable(List<List<String>> rows) {
    private static final char QUOTE = '"';

    static CsvTable read(String resource) {
        try (InputStream bytes = CsvTable.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException(resource + " is missing from the jar of the test kit; build it again");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return new CsvTable(reader.lines().map(CsvTable::cells).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> heading() {
        return rows.get(0);
    }

    List<List<String>> body() {
        return rows.subList(1, rows.size());
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == QUOTE) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
