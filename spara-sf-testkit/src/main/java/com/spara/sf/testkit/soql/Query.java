package com.spara.sf.testkit.soql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query as it was written, at the top or within another one. */
record Query(
        List<SelectItem> select,
        From from,
        @Nullable Condition where,
        Grouping grouping,
        List<OrderItem> orderBy,
        Window window) {
    /** The object, or the relationship of a query within SELECT; then the aliases of relationships upwards. */
    record From(Expression.Path source, @Nullable Name alias, List<Join> joins) {}

    /** An alias for a relationship upwards: {@code FROM Contact c, c.Account a}. */
    record Join(Expression.Path relationship, Name alias) {}

    /** GROUP BY and HAVING. */
    record Grouping(List<Expression> by, @Nullable Condition having) {
        static final Grouping NONE = new Grouping(List.of(), null);
    }

    /** LIMIT and OFFSET. */
    record Window(@Nullable Count limit, @Nullable Count offset) {}

    /** The number of LIMIT or OFFSET. */
    record Count(int value, int position) {}
}
