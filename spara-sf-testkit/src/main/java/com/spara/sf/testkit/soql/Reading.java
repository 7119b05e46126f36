package com.spara.sf.testkit.soql;

import org.jspecify.annotations.Nullable;

/** Reads one value off a row, or off a group of rows. */
@FunctionalInterface
interface Reading<R> {
    @Nullable
    Object of(R row);
}
