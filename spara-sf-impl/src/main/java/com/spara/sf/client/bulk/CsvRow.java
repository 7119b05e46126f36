package com.spara.sf.client.bulk;

import java.util.List;
import java.util.Optional;

/** A line of a CSV, whose values are known by their columns; {@code toString} shows how many there are. */
public final class CsvRow {

    private final CsvHeader header;
    private final List<String> values;

    CsvRow(CsvHeader header, List<String> values) {
        this.header = header;
        this.values = values;
    }

    /** The columns, which all rows of a CSV share. */
    public CsvHeader header() {
        return header;
    }

    /** The value in a column; empty if there is no such column, or nothing in it. */
    public Optional<String> text(String column) {
        return Optional.of(at(header.place(column))).filter(text -> !text.isEmpty());
    }

    /** The text in a place that the header names; empty if there is no such column, or nothing in it. */
    public String at(int place) {
        return place < 0 ? "" : values.get(place);
    }

    @Override
    public String toString() {
        return "a row of " + values.size() + " values";
    }
}
