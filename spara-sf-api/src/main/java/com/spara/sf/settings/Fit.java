package com.spara.sf.settings;

import com.spara.sf.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a mapping can be offered to the person who makes settings, and why not. Immutable and safe to share between threads. */
public final class Fit {

    /** What to do with a mapping on the screen. Safe for use by any thread. */
    public enum Verdict {
        /** It works. */
        OFFERED,
        /** It works, but not for every value, or not as somebody may expect. */
        WARNED,
        /** It cannot work. */
        REFUSED
    }

    private final Verdict verdict;
    private final @Nullable Reason reason;

    private Fit(Verdict verdict, @Nullable Reason reason) {
        this.verdict = verdict;
        this.reason = reason;
    }

    /**
     * Returns that a mapping works.
     *
     * @return the fit
     */
    public static Fit offered() {
        return new Fit(Verdict.OFFERED, null);
    }

    /**
     * Returns that a mapping works with a reservation.
     *
     * @param why the reservation
     * @return the fit
     */
    public static Fit warned(Reason why) {
        return new Fit(Verdict.WARNED, why);
    }

    /**
     * Returns that a mapping cannot work.
     *
     * @param why the reason
     * @return the fit
     */
    public static Fit refused(Reason why) {
        return new Fit(Verdict.REFUSED, why);
    }

    /**
     * Returns what to do with the mapping.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * Returns why, in words that can be shown.
     *
     * @return the reason; empty if the mapping is offered
     */
    public Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * Tells whether the mapping cannot work.
     *
     * @return true if it is refused
     */
    public boolean isRefused() {
        return verdict == Verdict.REFUSED;
    }

    @Override
    public String toString() {
        return reason == null ? verdict.name() : verdict + " " + reason;
    }
}
