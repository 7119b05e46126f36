package com.spara.sf.client.bulk;

import java.util.List;
import java.util.Map;

/**
 * Rows to upload. What a row has no value for, or null, is left alone; {@link CsvValue#CLEAR} empties a field. Values are JDK
 * types: text, {@code BigDecimal}, {@code Boolean}, {@code LocalDate}, {@code Instant}, {@code RecordId}, lists of choices.
 *
 * @param columns the API names of the fields; among them one that tells the rows apart in the results
 * @param rows values by column; gone through anew each time they are sent, with the same rows in the same order
 */
public record UploadRows(List<String> columns, Iterable<? extends Map<String, ?>> rows) {

    private static final int MOST_COLUMNS = 5_000;
    private static final int LONGEST_HEADER = 32_000;

    public UploadRows {
        if (columns.isEmpty()
                || columns.size() > MOST_COLUMNS
                || String.join(",", columns).length() > LONGEST_HEADER) {
            throw new IllegalArgumentException("A job takes 1 to 5,000 columns, whose names have 32,000 characters.");
        }
        columns = List.copyOf(columns);
    }

    @Override
    public String toString() {
        return "rows of " + columns.size() + " columns";
    }
}
