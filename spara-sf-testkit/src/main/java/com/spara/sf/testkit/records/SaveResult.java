package com.spara.sf.testkit.records;

import org.jspecify.annotations.Nullable;

/** What became of one record: the Id under which it is stored, or why it is not. */
public record SaveResult(@Nullable String id, @Nullable SaveError error) {
    /** The Id; throws {@link RefusedException} when the record was refused. */
    String require() {
        if (error != null) {
            throw new RefusedException(error);
        }
        return String.valueOf(id);
    }
}
