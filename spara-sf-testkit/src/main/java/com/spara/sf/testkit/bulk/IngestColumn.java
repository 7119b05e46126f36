package com.spara.sf.testkit.bulk;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldType;
import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.schema.Schema;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of one column are for: a field, or a parent by a key of its own, as in {@code Account.Number__c} and
 * {@code Lead:Who.Email}.
 *
 * @param parentKey the field of the parent; an empty text when the cells are the field's own values
 */
record IngestColumn(Field field, String parentKey) {
    private static final String NOTHING = "#N/A";

    /** Throws {@link CsvException} for a name that says nothing to the user. */
    static IngestColumn named(String header, SObject type, Schema schema) {
        int dot = header.indexOf('.');
        Optional<IngestColumn> known = dot < 0
                ? type.field(header).map(field -> new IngestColumn(field, ""))
                : parent(header.substring(header.indexOf(':') + 1, dot), header.substring(dot + 1), type)
                        .filter(column -> column.isKeyOfItsParent(schema));
        return known.orElseThrow(() -> new CsvException("InvalidBatch : Field name not found : " + header));
    }

    private static Optional<IngestColumn> parent(String relationship, String key, SObject type) {
        return type.fields().stream()
                .filter(field -> field.relationshipName()
                        .filter(relationship::equalsIgnoreCase)
                        .isPresent())
                .findFirst()
                .map(field -> new IngestColumn(field, key));
    }

    private boolean isKeyOfItsParent(Schema schema) {
        return field.referenceTo().stream()
                .flatMap(name -> schema.object(name).stream())
                .anyMatch(parent -> parent.field(parentKey).isPresent());
    }

    boolean isId() {
        return field.type() == FieldType.ID;
    }

    /** Takes the cell into the values that are sent; an empty one leaves the field alone. */
    void put(String cell, Map<String, @Nullable Object> values) {
        if (cell.isEmpty()) {
            return;
        }
        if (cell.equals(NOTHING)) {
            values.put(field.name(), null);
        } else if (parentKey.isEmpty()) {
            values.put(field.name(), field.type() == FieldType.BOOLEAN ? bool(cell) : cell);
        } else {
            values.put(field.relationshipName().orElseThrow(), Map.of(parentKey, cell));
        }
    }

    private static String bool(String cell) {
        return switch (cell) {
            case "1" -> "true";
            case "0" -> "false";
            default -> cell;
        };
    }
}
