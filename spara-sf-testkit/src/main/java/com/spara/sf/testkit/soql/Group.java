package com.spara.sf.testkit.soql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are equal in what GROUP BY names, and what was reckoned over them. */
record Group(List<@Nullable Object> keys, List<Accumulator> accumulators) {
    @Nullable
    Object key(int index) {
        return keys.get(index);
    }

    @Nullable
    Object result(int index) {
        return accumulators.get(index).result();
    }
}
