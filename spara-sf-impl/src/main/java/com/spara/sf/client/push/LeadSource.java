package com.spara.sf.client.push;

import com.spara.sf.Lead;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the leads come from; one that breaks ends there, and is thrown when what came before it is dealt with. */
final class LeadSource {

    private final Iterator<Lead> leads;
    private boolean isOver;
    private @Nullable RuntimeException failure;

    LeadSource(Iterator<Lead> leads) {
        this.leads = leads;
    }

    /** The next lead, unless there are no more. */
    Optional<Lead> next() {
        if (isOver) {
            return Optional.empty();
        }
        try {
            if (leads.hasNext()) {
                return Optional.of(Objects.requireNonNull(
                        leads.next(), "A lead to push is null. Leave it out; all before it were pushed."));
            }
        } catch (RuntimeException broken) {
            failure = broken;
        }
        isOver = true;
        return Optional.empty();
    }

    boolean isOver() {
        return isOver;
    }

    /** Throws what it was broken by, if it was. */
    void throwFailure() {
        RuntimeException broken = failure;
        if (broken != null) {
            failure = null;
            throw broken;
        }
    }
}
