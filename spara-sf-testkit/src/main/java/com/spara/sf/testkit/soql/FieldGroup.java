package com.spara.sf.testkit.soql;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The groups of {@code FIELDS()}. */
enum FieldGroup {
    ALL(column -> true),
    STANDARD(column -> !column.isCustom()),
    CUSTOM(SoqlColumn::isCustom);

    private static final int MOST_ROWS = 200;

    private final Predicate<SoqlColumn> members;

    FieldGroup(Predicate<SoqlColumn> members) {
        this.members = members;
    }

    static FieldGroup of(Expression.Call call, SoqlText text) {
        return Arrays.stream(values())
                .filter(group -> call.arguments().size() == 1
                        && call.arguments().get(0) instanceof Expression.Path path
                        && path.text().equalsIgnoreCase(group.name()))
                .findFirst()
                .orElseThrow(() -> text.malformed(call.position(), "FIELDS() takes ALL, STANDARD or CUSTOM"));
    }

    List<SoqlColumn> columns(SoqlTable table, Query query) {
        if (this != STANDARD && !isBounded(query)) {
            throw SoqlText.malformed("The SOQL FIELDS function must have a LIMIT of at most " + MOST_ROWS);
        }
        return table.columns().stream().filter(members).toList();
    }

    private static boolean isBounded(Query query) {
        Query.Count limit = query.window().limit();
        return limit != null && limit.value() <= MOST_ROWS || query.where() != null && namesFewIds(query.where());
    }

    private static boolean namesFewIds(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().anyMatch(FieldGroup::namesFewIds);
        }
        return condition instanceof Condition.Comparison comparison
                && comparison.left() instanceof Expression.Path path
                && path.text().equalsIgnoreCase("Id")
                && (comparison.operator() == Operator.IN || comparison.operator() == Operator.EQUAL)
                && comparison.right() instanceof Condition.Values values
                && values.literals().size() <= MOST_ROWS;
    }
}
