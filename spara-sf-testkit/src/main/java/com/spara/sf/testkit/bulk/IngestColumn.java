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
 * @param parentType the object of the parent; an empty text when its reference says enough
 * @param parentKey the field of the parent; an empty text when the cells are the field's own values
 */
record IngestColumn(Field field, String parentType, String parentKey) {
    private static final String NOTHING = "#N/A";

    /** Throws {@link CsvException} for a name that says nothing to the user. */
    static IngestColumn named(String header, SObject type, Schema schema) {
        int dot = header.indexOf('.');
        int colon = header.indexOf(':');
        Optional<IngestColumn> known = dot < 0
                ? type.field(header).map(field -> new IngestColumn(field, "", ""))
                : reference(header.substring(colon + 1, dot), type)
                        .map(field -> new IngestColumn(
                                field, header.substring(0, Math.max(colon, 0)), header.substring(dot + 1)))
                        .filter(column -> column.isKeyOfItsParent(schema));
        return known.orElseThrow(() -> new CsvException("InvalidBatch : Field name not found : " + header));
    }

    private static Optional<Field> reference(String relationship, SObject type) {
        return type.fields().stream()
                .filter(field -> field.relationshipName()
                        .filter(relationship::equalsIgnoreCase)
                        .isPresent())
                .findFirst();
    }

    private boolean isKeyOfItsParent(Schema schema) {
        return field.referenceTo().stream()
                .filter(name -> parentType.isEmpty() || name.equalsIgnoreCase(parentType))
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
            values.put(field.relationshipName().orElseThrow(), parent(cell));
        }
    }

    private Map<String, Object> parent(String cell) {
        return parentType.isEmpty()
                ? Map.of(parentKey, cell)
                : Map.of("attributes", Map.of("type", parentType), parentKey, cell);
    }

    private static String bool(String cell) {
        return switch (cell) {
            case "1" -> "true";
            case "0" -> "false";
            default -> cell;
        };
    }
}
