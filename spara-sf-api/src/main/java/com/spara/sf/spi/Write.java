package com.spara.sf.spi;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link WriteRule} decided: a value, to clear the field, or to leave it. {@code toString} shows no value.
 * Immutable and safe to share between threads.
 */
public final class Write {

    private final @Nullable Object value;
    private final @Nullable Reason leaving;
    private final boolean guarded;

    private Write(@Nullable Object value, @Nullable Reason leaving, boolean guarded) {
        this.value = value;
        this.leaving = leaving;
        this.guarded = guarded;
    }

    /**
     * Writes a value.
     *
     * @param value any value that a lead can hold; it is fitted to the field afterwards
     * @return the decision
     */
    public static Write value(Object value) {
        return new Write(value, null, false);
    }

    /**
     * Empties the field.
     *
     * @return the decision
     */
    public static Write clear() {
        return new Write(null, null, false);
    }

    /**
     * Leaves the field as it is.
     *
     * @param why a sentence for people, without people's data
     * @return the decision
     */
    public static Write leave(String why) {
        return leave(ReasonCode.LEFT_BY_RULE, why);
    }

    /**
     * Leaves the field as it is, with a code of one's own.
     *
     * @param code the code to switch on
     * @param why a sentence for people, without people's data
     * @return the decision
     */
    public static Write leave(String code, String why) {
        return new Write(null, Reason.of(code, why), false);
    }

    /**
     * Returns this decision, to be carried out only if nobody changed the record since it was read. Works for up to
     * twenty records a call and with a grain of one second; the result says whether the field was guarded.
     *
     * @return the new decision
     */
    public Write ifUnchanged() {
        return new Write(value, leaving, true);
    }

    /**
     * Returns the value to write.
     *
     * @return the value, or empty if the field is cleared or left
     */
    public Optional<Object> value() {
        return Optional.ofNullable(value);
    }

    /**
     * Returns why the field is left.
     *
     * @return the reason, or empty if something is written
     */
    public Optional<Reason> leaving() {
        return Optional.ofNullable(leaving);
    }

    /**
     * Tells whether the decision holds only if nobody changed the record since it was read.
     *
     * @return true if it does
     */
    public boolean isGuarded() {
        return guarded;
    }

    @Override
    public String toString() {
        return leaving != null ? "leave: " + leaving.code() : value == null ? "clear" : "write";
    }
}
