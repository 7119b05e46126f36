package com.spara.sf.testkit.soql;

/** Tells queries for rows from queries for groups of rows. */
final class Aggregates {
    private static final String COUNT = "COUNT";

    private Aggregates() {}

    /** Whether the query is {@code SELECT COUNT()}. */
    static boolean isCount(Query query) {
        boolean hasCount = query.select().stream().anyMatch(Aggregates::isBareCount);
        if (hasCount && query.select().size() > 1) {
            throw SoqlText.malformed("COUNT() without a field must be the only element of the SELECT list");
        }
        return hasCount;
    }

    private static boolean isBareCount(SelectItem item) {
        return item instanceof SelectItem.Value value
                && value.alias() == null
                && value.expression() instanceof Expression.Call call
                && call.is(COUNT)
                && call.arguments().isEmpty();
    }

    static boolean isAggregate(Query query) {
        return !query.grouping().by().isEmpty()
                || query.select().stream()
                        .anyMatch(item -> item instanceof SelectItem.Value value && isAggregate(value.expression()));
    }

    private static boolean isAggregate(Expression expression) {
        return expression instanceof Expression.Call call
                && (AggregateFunction.of(call.function().text()).isPresent()
                        || call.arguments().stream().anyMatch(Aggregates::isAggregate));
    }
}
