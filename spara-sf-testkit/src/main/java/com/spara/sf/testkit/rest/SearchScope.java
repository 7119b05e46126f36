package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;
import com.spara.sf.testkit.schema.FieldType;
import com.spara.sf.testkit.schema.SObject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which fields are searched. */
enum SearchScope {
    ALL(field -> Set.of(FieldType.STRING, FieldType.EMAIL, FieldType.PHONE, FieldType.URL, FieldType.TEXTAREA)
            .contains(field.type())),
    NAME(SearchScope::isName),
    EMAIL(field -> field.type() == FieldType.EMAIL),
    PHONE(field -> field.type() == FieldType.PHONE),
    SIDEBAR(field -> isName(field) || field.type() == FieldType.EMAIL || field.type() == FieldType.PHONE);

    private final Predicate<Field> searched;

    SearchScope(Predicate<Field> searched) {
        this.searched = searched;
    }

    private static boolean isName(Field field) {
        return field.is(FieldFlag.NAME_FIELD);
    }

    static SearchScope named(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> RestException.badRequest(
                        "INVALID_INPUT", "in must be one of " + Arrays.toString(values()) + ", not " + name));
    }

    List<Field> fields(SObject type) {
        return type.fields().stream().filter(searched).toList();
    }
}
