package com.spara.sf.testkit.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the standard objects from the csv files: recorded describes, and a second file written from the Object
 * Reference.
 */
final class StandardSchema {
    private static final int FIRST_FLAG = 7;
    private static final int FLAGS = 16;
    private static final int INT_DIGITS = 8;
    private static final String LIST = "\\|";
    private static final String NOT_RECORDED = "(";
    private static final String CHECKED = "true*";

    private final Map<String, List<FieldDraft>> fields = new HashMap<>();
    private final Map<String, List<String>> childNames = new HashMap<>();

    private StandardSchema() {}

    static Schema read() {
        StandardSchema reading = new StandardSchema();
        CsvTable.read("children.csv").body().forEach(row -> reading.childNames.put(row.get(0) + "." + row.get(1), row));
        reading.readFields("fields.csv");
        reading.readFields("more-fields.csv");
        return Schema.of(CsvTable.read("objects.csv").body().stream()
                .map(reading::object)
                .toList());
    }

    private void readFields(String resource) {
        CsvTable table = CsvTable.read(resource);
        List<FieldFlag> flags = table.heading().subList(FIRST_FLAG, FIRST_FLAG + FLAGS).stream()
                .map(FieldFlag::named)
                .toList();
        table.body()
                .forEach(row -> fields.computeIfAbsent(row.get(0), name -> new ArrayList<>())
                        .add(field(row, flags)));
    }

    private SObject object(List<String> row) {
        ObjectHeader header = new ObjectHeader(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                words(row.get(4), " ").stream().map(ObjectTrait::named).collect(Collectors.toSet()));
        return SObject.of(header, fields.getOrDefault(header.name(), List.of()));
    }

    private FieldDraft field(List<String> row, List<FieldFlag> flags) {
        FieldDraft field =
                FieldDraft.of(row.get(1), FieldType.named(row.get(3))).label(row.get(2));
        field.length(Integer.parseInt(row.get(4)));
        field.digits(digits(field, row), Integer.parseInt(row.get(6)));
        for (int i = 0; i < flags.size(); i++) {
            if (row.get(FIRST_FLAG + i).equals("y")) {
                field.with(flags.get(i));
            }
        }
        return withLinks(field, row);
    }

    /** The recorded describes give the precision of whole numbers as 0; they have eight digits. */
    private static int digits(FieldDraft field, List<String> row) {
        return field.type == FieldType.INT ? INT_DIGITS : Integer.parseInt(row.get(5));
    }

    private FieldDraft withLinks(FieldDraft field, List<String> row) {
        int next = FIRST_FLAG + FLAGS;
        @Nullable List<String> child = childNames.get(row.get(0) + "." + field.name);
        field.refersTo(words(row.get(next), LIST), orNull(row.get(next + 1)), child == null ? null : child.get(2));
        if (child != null && child.get(3).equals("y")) {
            field.with(FieldFlag.CASCADE_DELETE);
        }
        field.compoundFieldName = orNull(row.get(next + 2));
        return withValues(field, row.get(next + 3));
    }

    private static FieldDraft withValues(FieldDraft field, String values) {
        if (field.type == FieldType.BOOLEAN) {
            return values.equals(CHECKED) ? field.defaultValue(true) : field;
        }
        if (!values.startsWith(NOT_RECORDED)) {
            words(values, LIST).forEach(value -> field.picklistValues.add(PicklistValue.parse(value)));
        }
        return field;
    }

    private static List<String> words(String cell, String separator) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(separator));
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
