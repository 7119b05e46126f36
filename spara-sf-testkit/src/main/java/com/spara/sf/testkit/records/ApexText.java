package com.spara.sf.testkit.records;

import java.util.Objects;

/** How Apex words an exception. */
final class ApexText {
    private ApexText() {}

    static String of(RuntimeException thrown) {
        return thrown instanceof NullPointerException
                ? "System.NullPointerException: Attempt to de-reference a null object"
                : "System." + thrown.getClass().getSimpleName() + ": "
                        + Objects.toString(thrown.getMessage(), "Script-thrown exception");
    }
}
