package com.spara.sf.sync;

import com.spara.sf.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for one Salesforce field, and why. {@code toString} shows the field's name only. Immutable and safe to
 * share between threads.
 */
public final class FieldDecision {

    /** What happens to a field. Safe for use by any thread. */
    public enum Action {
        /** The field is written. */
        WRITE,
        /** The field is as it should be: the value is there already, the lead has none, or the rule keeps what is there. */
        KEEP,
        /** The field should have been written and cannot be. */
        LEAVE_OUT
    }

    private final String field;
    private final String source;
    private final String rule;
    private final Action action;
    private final Reason reason;
    private final @Nullable Object before;
    private final @Nullable Object after;
    private final boolean guarded;

    private FieldDecision(Builder builder, Action action, Reason reason) {
        this.field = builder.field;
        this.source = builder.source;
        this.rule = builder.rule;
        this.action = action;
        this.reason = reason;
        this.before = builder.before;
        this.after = builder.after;
        this.guarded = builder.guarded;
    }

    /**
     * Begins a decision about a field.
     *
     * @param field the Salesforce field's API name
     * @param source where the value comes from: the lead's key, or {@code a constant}
     * @param rule the write rule's name
     * @return the beginning
     */
    public static Builder about(String field, String source, String rule) {
        return new Builder(field, source, rule);
    }

    /**
     * Returns the Salesforce field.
     *
     * @return its API name
     */
    public String field() {
        return field;
    }

    /**
     * Returns where the value comes from.
     *
     * @return the lead's key, or {@code a constant}
     */
    public String source() {
        return source;
    }

    /**
     * Returns the write rule that decided.
     *
     * @return its name
     */
    public String rule() {
        return rule;
    }

    /**
     * Returns what happens to the field.
     *
     * @return the action
     */
    public Action action() {
        return action;
    }

    /**
     * Returns why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns what Salesforce held when it was read.
     *
     * @return the value, or empty if the field was empty
     */
    public Optional<Object> before() {
        return Optional.ofNullable(before);
    }

    /**
     * Returns what is written, as Salesforce will store it.
     *
     * @return the value, or empty if the field is cleared or not written
     */
    public Optional<Object> after() {
        return Optional.ofNullable(after);
    }

    /**
     * Tells whether the write is carried out only if nobody changed the record since it was read.
     *
     * @return true if it is guarded
     */
    public boolean isGuarded() {
        return guarded;
    }

    /**
     * Returns this decision turned into leaving the field out.
     *
     * @param why the reason
     * @return the new decision
     */
    public FieldDecision leftOut(Reason why) {
        return new Builder(field, source, rule).before(before).after(after).leaveOut(why);
    }

    /**
     * Returns this decision without its guard, as when the form of the write could not carry one.
     *
     * @return the new decision
     */
    public FieldDecision unguarded() {
        Builder copy = new Builder(field, source, rule).before(before).after(after);
        return new FieldDecision(copy, action, reason);
    }

    @Override
    public String toString() {
        return field;
    }

    /** The beginning of a decision: what is known before it is taken. Used by one thread. */
    public static final class Builder {

        private final String field;
        private final String source;
        private final String rule;
        private @Nullable Object before;
        private @Nullable Object after;
        private boolean guarded;

        private Builder(String field, String source, String rule) {
            this.field = field;
            this.source = source;
            this.rule = rule;
        }

        /**
         * Notes what Salesforce holds.
         *
         * @param value the value, or null for an empty field
         * @return this
         */
        public Builder before(@Nullable Object value) {
            before = value;
            return this;
        }

        /**
         * Notes what is to be written.
         *
         * @param value the value, or null to clear the field
         * @return this
         */
        public Builder after(@Nullable Object value) {
            after = value;
            return this;
        }

        /**
         * Notes whether the write is carried out only if nobody changed the record.
         *
         * @param isGuarded true if so
         * @return this
         */
        public Builder guarded(boolean isGuarded) {
            guarded = isGuarded;
            return this;
        }

        /**
         * Decides to write.
         *
         * @param why the reason
         * @return the decision
         */
        public FieldDecision write(Reason why) {
            return new FieldDecision(this, Action.WRITE, why);
        }

        /**
         * Decides to keep what is there.
         *
         * @param why the reason
         * @return the decision
         */
        public FieldDecision keep(Reason why) {
            return new FieldDecision(this, Action.KEEP, why);
        }

        /**
         * Decides to leave the field out.
         *
         * @param why the reason
         * @return the decision
         */
        public FieldDecision leaveOut(Reason why) {
            return new FieldDecision(this, Action.LEAVE_OUT, why);
        }
    }
}
