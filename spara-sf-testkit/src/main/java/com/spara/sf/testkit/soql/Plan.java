package com.spara.sf.testkit.soql;

import java.util.Optional;
import java.util.stream.Stream;

/** What is done with the rows that WHERE let pass. */
@FunctionalInterface
interface Plan {
    SoqlResult answer(Stream<SoqlRow> rows);

    /** By what it sorts them first, in ascending order, if it can do with the first of them. */
    default Optional<Term<SoqlRow>> leading() {
        return Optional.empty();
    }

    /** Does it with rows that come in the order of {@link #leading()}. */
    default SoqlResult answerSorted(Stream<SoqlRow> rows) {
        return answer(rows);
    }
}
