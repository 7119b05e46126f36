package com.spara.sf.sync;

import com.spara.sf.Reason;
import com.spara.sf.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a push would do with one Salesforce record, field by field. {@code toString} shows no data. Immutable and safe to
 * share between threads.
 */
public final class RecordPlan {

    /** What is to be done. Safe for use by any thread. */
    public enum Action {
        /** A record is to be made. */
        CREATE,
        /** The matching record is to be written. */
        UPDATE,
        /** The matching record holds everything already. */
        UNCHANGED,
        /** Nothing is written, for a reason that lies in the settings or the record. */
        SKIP,
        /** A write is wanted but cannot be made. */
        FAIL
    }

    private final String object;
    private final Action action;
    private final Reason reason;
    private final List<FieldDecision> fields;
    private final List<Reason> warnings;
    private final @Nullable Match match;
    private final @Nullable Instant stamp;

    private RecordPlan(
            String object,
            Action action,
            Reason reason,
            List<FieldDecision> fields,
            List<Reason> warnings,
            @Nullable Match match,
            @Nullable Instant stamp) {
        this.object = object;
        this.action = action;
        this.reason = reason;
        this.fields = fields;
        this.warnings = warnings;
        this.match = match;
        this.stamp = stamp;
    }

    /**
     * Returns a plan without match, fields and warnings.
     *
     * @param object {@code Lead} or {@code Contact}
     * @param action what is to be done
     * @param reason why
     * @return the plan
     */
    public static RecordPlan of(String object, Action action, Reason reason) {
        return new RecordPlan(object, action, reason, List.of(), List.of(), null, null);
    }

    /**
     * Returns this plan about a record that matched.
     *
     * @param newMatch the match
     * @param systemModstamp when the record was last changed, as it was read
     * @return the new plan
     */
    public RecordPlan matching(Match newMatch, @Nullable Instant systemModstamp) {
        return new RecordPlan(object, action, reason, fields, warnings, newMatch, systemModstamp);
    }

    /**
     * Returns this plan with these decisions.
     *
     * @param decisions the decisions about the fields
     * @return the new plan
     */
    public RecordPlan withFields(List<FieldDecision> decisions) {
        return new RecordPlan(object, action, reason, Collections.unmodifiableList(decisions), warnings, match, stamp);
    }

    /**
     * Returns this plan with one more warning; one that is there already is not repeated.
     *
     * @param warning the warning
     * @return the new plan
     */
    public RecordPlan warning(Reason warning) {
        if (warnings.contains(warning)) {
            return this;
        }
        List<Reason> more = new ArrayList<>(warnings);
        more.add(warning);
        return new RecordPlan(object, action, reason, fields, Collections.unmodifiableList(more), match, stamp);
    }

    /**
     * Returns the object.
     *
     * @return {@code Lead} or {@code Contact}
     */
    public String object() {
        return object;
    }

    /**
     * Returns what is to be done.
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
     * Returns the record that matched.
     *
     * @return its Id, or empty if none matched
     */
    public Optional<RecordId> id() {
        return match().map(Match::id);
    }

    /**
     * Returns how the record was found.
     *
     * @return the match, or empty if none matched
     */
    public Optional<Match> match() {
        return Optional.ofNullable(match);
    }

    /**
     * Returns when the matching record was last changed, as it was read: what a guarded write is held against.
     *
     * @return the record's {@code SystemModstamp}, or empty if none matched
     */
    public Optional<Instant> systemModstamp() {
        return Optional.ofNullable(stamp);
    }

    /**
     * Returns all decisions about fields.
     *
     * @return the decisions, in the order of the mappings, unmodifiable
     */
    public List<FieldDecision> fields() {
        return fields;
    }

    /**
     * Returns the fields to be written.
     *
     * @return their decisions
     */
    public List<FieldDecision> fieldsToWrite() {
        return fields(FieldDecision.Action.WRITE);
    }

    /**
     * Returns the fields that should be written and cannot be.
     *
     * @return their decisions
     */
    public List<FieldDecision> fieldsLeftOut() {
        return fields(FieldDecision.Action.LEAVE_OUT);
    }

    /**
     * Returns the fields with one action.
     *
     * @param wanted the action
     * @return their decisions
     */
    public List<FieldDecision> fields(FieldDecision.Action wanted) {
        List<FieldDecision> some = new ArrayList<>(fields.size());
        for (FieldDecision field : fields) {
            if (field.action() == wanted) {
                some.add(field);
            }
        }
        return Collections.unmodifiableList(some);
    }

    /**
     * Returns what is worth knowing besides.
     *
     * @return the warnings, unmodifiable
     */
    public List<Reason> warnings() {
        return warnings;
    }

    /**
     * Tells whether the plan asks for a write.
     *
     * @return true for create and update
     */
    public boolean isWrite() {
        return action == Action.CREATE || action == Action.UPDATE;
    }

    /**
     * Tells whether the write is carried out only if nobody changed the record since it was read.
     *
     * @return true if any field asks for it
     */
    public boolean isGuarded() {
        for (FieldDecision field : fields) {
            if (field.isGuarded()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return object + " " + action + " " + reason.code();
    }
}
