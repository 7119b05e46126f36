package com.spara.sf.client.bulk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The columns of a CSV, found without regard to case. */
public final class CsvHeader {

    private final Map<String, Integer> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final int size;

    CsvHeader(List<String> columns) {
        this.size = columns.size();
        for (int i = 0; i < size; i++) {
            places.putIfAbsent(columns.get(i).strip(), i);
        }
    }

    /** Whether there is such a column. */
    public boolean has(String column) {
        return places.containsKey(column);
    }

    /** Where a column stands in each row; negative if there is none. */
    public int place(String column) {
        return places.getOrDefault(column, -1);
    }

    int size() {
        return size;
    }
}
