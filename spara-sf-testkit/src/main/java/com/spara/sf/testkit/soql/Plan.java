package com.spara.sf.testkit.soql;

import java.util.stream.Stream;

/** What is done with the rows that WHERE let pass. */
@FunctionalInterface
interface Plan {
    SoqlResult answer(Stream<SoqlRow> rows);
}
