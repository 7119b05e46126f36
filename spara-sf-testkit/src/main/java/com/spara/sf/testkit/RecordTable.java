package com.spara.sf.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Records as a table for people: a column for each field that any of them has, without what the platform adds. */
final class RecordTable {
    private static final Set<String> NOISE = Set.of(
            "CreatedById",
            "LastModifiedById",
            "LastModifiedDate",
            "SystemModstamp",
            "LanguageLocaleKey",
            "LocaleSidKey",
            "TimeZoneSidKey",
            "EmailEncodingKey",
            "UserType",
            "ProfileId",
            "Alias");
    private static final int WIDEST = 40;
    private static final String GAP = "  ";

    private RecordTable() {}

    static String of(String title, List<FakeRecord> records) {
        List<Map<String, String>> rows =
                records.stream().map(RecordTable::shownFields).toList();
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        List<String> lines = new ArrayList<>();
        lines.add(title + " (" + records.size() + ")");
        if (!rows.isEmpty()) {
            Map<String, Integer> widths = widths(columns, rows);
            lines.add(line(widths, columns.stream().collect(Collectors.toMap(name -> name, name -> name))));
            rows.forEach(row -> lines.add(line(widths, row)));
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** The values that tell a person something, cut to a readable width. */
    static Map<String, String> shownFields(FakeRecord record) {
        Map<String, String> shown = new LinkedHashMap<>();
        record.fields().forEach((name, value) -> {
            if (!NOISE.contains(name) && !Boolean.FALSE.equals(value)) {
                shown.put(name, cut(String.valueOf(record.text(name))));
            }
        });
        return shown;
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > WIDEST ? line.substring(0, WIDEST - 1) + "…" : line;
    }

    private static Map<String, Integer> widths(Set<String> columns, List<Map<String, String>> rows) {
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (String column : columns) {
            int widest = rows.stream()
                    .mapToInt(row -> row.getOrDefault(column, "").length())
                    .max()
                    .orElse(0);
            widths.put(column, Math.max(widest, column.length()));
        }
        return widths;
    }

    private static String line(Map<String, Integer> widths, Map<String, String> cells) {
        StringBuilder line = new StringBuilder();
        widths.forEach((column, width) -> {
            String cell = cells.getOrDefault(column, "");
            line.append(GAP).append(cell).append(" ".repeat(width - cell.length()));
        });
        return line.toString().stripTrailing();
    }
}
