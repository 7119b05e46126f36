package com.spara.sf.orgcheck;

import org.jspecify.annotations.Nullable;

/** An assumption cannot be told in this org; says why, in facts that may be shown to anybody. */
final class UnansweredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String facts;

    UnansweredException(String facts) {
        this(facts, null);
    }

    UnansweredException(String facts, @Nullable Throwable cause) {
        super(facts, cause);
        this.facts = facts;
    }

    String facts() {
        return facts;
    }
}
