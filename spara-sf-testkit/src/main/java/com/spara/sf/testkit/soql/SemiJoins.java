package com.spara.sf.testkit.soql;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Queries within WHERE: what they may look like, and the ids they select. */
final class SemiJoins implements FilterBinder.Subselects {
    private static final Set<String> REFUSED_OBJECTS =
            Set.of("activityhistory", "attachment", "event", "eventattendee", "note", "openactivity", "task");

    private final QueryContext context;
    private final Scope outer;

    SemiJoins(Scope outer) {
        this.context = outer.context();
        this.outer = outer;
    }

    @Override
    public ValueSet values(ValueTests.Left left, Query query) {
        checkLeft(left);
        int place = query.from().source().position();
        SoqlTable table = innerTable(query, place);
        checkClauses(query, place);
        Scope scope = new Scope(context, table, query.from());
        Term<SoqlRow> selected = selected(scope, query);
        return new ValueSet(ids(Selection.of(scope, query, new NoneWithin()), selected), List.of(), false);
    }

    private void checkLeft(ValueTests.Left left) {
        if (!left.type().isId() || !left.term().isPlain()) {
            throw context.text()
                    .malformed(
                            left.position(),
                            "The left operand in the where expression for a semi join sub-select must be an id or"
                                    + " reference field of the object itself, cannot use: '"
                                    + left.term().name() + "'");
        }
    }

    private SoqlTable innerTable(Query query, int place) {
        SoqlTable table = Tables.named(context, query.from().source());
        if (REFUSED_OBJECTS.contains(table.name().toLowerCase(Locale.ROOT))) {
            throw refused(place, "Entity '" + table.name() + "' is not supported for semi join inner selects");
        }
        if (table.name().equals(outer.table().name())) {
            throw refused(place, "The inner and outer selects should not be on the same object type");
        }
        return table;
    }

    private void checkClauses(Query query, int place) {
        boolean isPlain = query.grouping().equals(Query.Grouping.NONE)
                && query.orderBy().isEmpty()
                && query.window().limit() == null
                && query.window().offset() == null;
        if (!isPlain) {
            throw refused(place, "GROUP BY, ORDER BY, LIMIT and OFFSET are not allowed in a semi join sub-select");
        }
    }

    private Term<SoqlRow> selected(Scope scope, Query query) {
        if (query.select().size() == 1
                && query.select().get(0) instanceof SelectItem.Value value
                && value.alias() == null
                && value.expression() instanceof Expression.Path path) {
            return idField(scope.field(path).term(), path.position());
        }
        throw refused(
                query.from().source().position(),
                "Semi join sub-selects must select exactly one id or reference field");
    }

    private Term<SoqlRow> idField(Term<SoqlRow> term, int place) {
        if (!term.type().isId() || !term.isPlain()) {
            throw refused(place, "Semi join sub-selects can only query id fields, cannot use: '" + term.name() + "'");
        }
        return term;
    }

    private SoqlException refused(int place, String message) {
        return context.text().malformed(place, message);
    }

    private static Set<Object> ids(Selection selection, Term<SoqlRow> selected) {
        try (Stream<SoqlRow> rows = selection.rows()) {
            Set<Object> ids = new HashSet<>();
            rows.map(selected.reading()::of).filter(Objects::nonNull).forEach(ids::add);
            return ids;
        }
    }

    /** Within a query that is itself within WHERE. */
    private final class NoneWithin implements FilterBinder.Subselects {
        @Override
        public ValueSet values(ValueTests.Left left, Query query) {
            throw refused(query.from().source().position(), "Nesting of semi join sub-selects is not supported");
        }
    }
}
