package com.spara.sf.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows whose first cells are padded to the widest of their column, within reason; the last one is not. */
final class Columns {

    private static final int WIDEST = 60;

    private final List<String[]> rows = new ArrayList<>();
    private final int padded;

    Columns(int padded) {
        this.padded = padded;
    }

    void row(String... cells) {
        rows.add(cells);
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row[column].length())
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(1);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            for (int i = 0; i < padded; i++) {
                text.append("  ").append(String.format(Locale.ROOT, "%-" + width(i) + "s", row[i]));
            }
            text.append("  ").append(row[padded]).append(System.lineSeparator());
        }
        return text.toString();
    }
}
