package com.spara.sf.client.bulk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A line of a CSV, whose values are known by their columns; {@code toString} shows how many there are. */
public final class CsvRow {

    private final Header header;
    private final List<String> values;

    CsvRow(Header header, List<String> values) {
        this.header = header;
        this.values = values;
    }

    /** The columns of a CSV, found without regard to case. */
    static final class Header {

        private final Map<String, Integer> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final int size;

        Header(List<String> columns) {
            this.size = columns.size();
            for (int i = 0; i < size; i++) {
                places.putIfAbsent(columns.get(i).strip(), i);
            }
        }

        boolean has(String column) {
            return places.containsKey(column);
        }

        int size() {
            return size;
        }
    }

    /** The value in a column; empty if there is no such column, or nothing in it. */
    public Optional<String> text(String column) {
        Integer place = header.places.get(column);
        return place == null || values.get(place).isEmpty() ? Optional.empty() : Optional.of(values.get(place));
    }

    /** Whether there is such a column. */
    public boolean has(String column) {
        return header.has(column);
    }

    @Override
    public String toString() {
        return "a row of " + values.size() + " values";
    }
}
