package com.spara.sf.client.describe;

import com.spara.sf.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of fitting a value into a field: the value as Salesforce will store it, with a note where it was altered, or
 * the reason why it does not fit.
 */
public final class Fitted {

    private final @Nullable Object value;
    private final @Nullable Reason note;
    private final @Nullable Reason unfit;

    private Fitted(@Nullable Object value, @Nullable Reason note, @Nullable Reason unfit) {
        this.value = value;
        this.note = note;
        this.unfit = unfit;
    }

    static Fitted as(Object value) {
        return new Fitted(value, null, null);
    }

    static Fitted altered(Object value, String code, String how) {
        return new Fitted(value, Reason.of(code, how), null);
    }

    static Fitted not(String code, String why) {
        return new Fitted(null, null, Reason.of(code, why));
    }

    /** The same with a note, unless it has one already or does not fit. */
    Fitted noting(String code, String how) {
        return note == null && unfit == null ? new Fitted(value, Reason.of(code, how), null) : this;
    }

    /** The value; null if it does not fit. */
    public @Nullable Object value() {
        return value;
    }

    /** How the value was altered, if it was. */
    public Optional<Reason> note() {
        return Optional.ofNullable(note);
    }

    /** Why the value does not fit, if it does not. */
    public Optional<Reason> unfit() {
        return Optional.ofNullable(unfit);
    }
}
