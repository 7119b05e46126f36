package com.spara.sf.testkit.records;

import java.util.Optional;

/** Stands where every record passes that a request saves. */
@FunctionalInterface
public interface RowGate {
    /** Why this record is refused, on plan; empty when it is not. Asked once for each. */
    Optional<SaveError> refusal(Row row, boolean isCreate);
}
