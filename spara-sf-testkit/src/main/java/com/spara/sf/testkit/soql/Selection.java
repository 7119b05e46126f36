package com.spara.sf.testkit.soql;

import java.util.Optional;
import java.util.stream.Stream;

/** The rows of an object that a WHERE lets pass, found by an index where there is one. */
record Selection(SoqlTable table, Optional<Filter<SoqlRow>> filter, boolean includeDeleted) {
    static Selection of(Scope scope, Query query, FilterBinder.Subselects subselects) {
        Optional<Filter<SoqlRow>> filter =
                Optional.ofNullable(query.where()).map(where -> filter(scope, where, subselects));
        return new Selection(scope.table(), filter, scope.context().includeDeleted());
    }

    private static Filter<SoqlRow> filter(Scope scope, Condition where, FilterBinder.Subselects subselects) {
        new SemiJoinRules(scope.context().text()).check(where);
        RowTerms terms = new RowTerms(scope);
        TermResolver<SoqlRow> filterable =
                Usage.FILTERED.checked(scope.context().text(), terms);
        return new FilterBinder<>(scope.context(), filterable, subselects).bind(where);
    }

    /** To be closed. */
    Stream<SoqlRow> rows() {
        return filter.map(this::found).orElseGet(() -> table.rows(includeDeleted));
    }

    /** The same in ascending order of a term, if the table keeps them so and no index finds fewer. To be closed. */
    Optional<Stream<SoqlRow>> sortedBy(Term<SoqlRow> term) {
        IndexSearch search = new IndexSearch(table, includeDeleted);
        if (filter.filter(search::isPossible).isPresent()) {
            return Optional.empty();
        }
        Object from = filter.map(wanted -> ValueRange.lowest(wanted, term)).orElse(null);
        return table.rowsFrom(term.column(), from, includeDeleted).map(this::among);
    }

    /** Of given rows, those that pass. */
    Stream<SoqlRow> among(Stream<SoqlRow> rows) {
        return filter.map(rows::filter).orElse(rows);
    }

    private Stream<SoqlRow> found(Filter<SoqlRow> wanted) {
        return new IndexSearch(table, includeDeleted)
                .candidates(wanted)
                .orElseGet(() -> table.rows(includeDeleted))
                .filter(wanted);
    }
}
