package com.spara.sf.sync;

import com.spara.sf.Reason;
import com.spara.sf.RecordId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one Salesforce record in a push, and why. {@code toString} shows no data. Immutable and safe to share
 * between threads.
 */
public final class RecordResult {

    private final RecordPlan plan;
    private final Outcome outcome;
    private final Reason reason;
    private final @Nullable RecordId id;
    private final @Nullable DuplicateFound duplicate;

    private RecordResult(
            RecordPlan plan,
            Outcome outcome,
            Reason reason,
            @Nullable RecordId id,
            @Nullable DuplicateFound duplicate) {
        this.plan = plan;
        this.outcome = outcome;
        this.reason = reason;
        this.id = id;
        this.duplicate = duplicate;
    }

    /**
     * Returns a result with the reason and the record of its plan.
     *
     * @param plan what was to be done, as it was carried out in the end
     * @param outcome what became of it
     * @return the result
     */
    public static RecordResult of(RecordPlan plan, Outcome outcome) {
        return new RecordResult(plan, outcome, plan.reason(), plan.id().orElse(null), null);
    }

    /**
     * Returns this result with another reason than its plan's.
     *
     * @param newReason the reason
     * @return the new result
     */
    public RecordResult because(Reason newReason) {
        return new RecordResult(plan, outcome, newReason, id, duplicate);
    }

    /**
     * Returns this result for the record that was made.
     *
     * @param newId the record's Id
     * @return the new result
     */
    public RecordResult withId(RecordId newId) {
        return new RecordResult(plan, outcome, reason, newId, duplicate);
    }

    /**
     * Returns this result with what a duplicate rule of the org found.
     *
     * @param found the rule and its records
     * @return the new result
     */
    public RecordResult withDuplicate(DuplicateFound found) {
        return new RecordResult(plan, outcome, reason, id, found);
    }

    /**
     * Returns what a duplicate rule of the org found.
     *
     * @return the rule and its records, or empty if none refused the record
     */
    public Optional<DuplicateFound> duplicate() {
        return Optional.ofNullable(duplicate);
    }

    /**
     * Returns the object.
     *
     * @return {@code Lead} or {@code Contact}
     */
    public String object() {
        return plan.object();
    }

    /**
     * Returns what became of the record.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Returns why.
     *
     * @return the reason; a refusal by Salesforce keeps Salesforce's code and words
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the record.
     *
     * @return the Id of the record that matched or was made, or empty if there is none
     */
    public Optional<RecordId> id() {
        return Optional.ofNullable(id);
    }

    /**
     * Returns how the record was found.
     *
     * @return the match, or empty if none matched
     */
    public Optional<Match> match() {
        return plan.match();
    }

    /**
     * Returns the fields that were written.
     *
     * @return their decisions; empty unless the outcome is created or updated
     */
    public List<FieldDecision> fieldsWritten() {
        return outcome == Outcome.CREATED || outcome == Outcome.UPDATED ? plan.fieldsToWrite() : List.of();
    }

    /**
     * Returns the fields that were kept as they are, because the value is there already, the lead has none, or the rule
     * says so.
     *
     * @return their decisions
     */
    public List<FieldDecision> fieldsKept() {
        return plan.fields(FieldDecision.Action.KEEP);
    }

    /**
     * Returns the fields that should have been written and could not be.
     *
     * @return their decisions
     */
    public List<FieldDecision> fieldsLeftOut() {
        return plan.fieldsLeftOut();
    }

    /**
     * Returns what is worth knowing besides.
     *
     * @return the warnings, unmodifiable
     */
    public List<Reason> warnings() {
        return plan.warnings();
    }

    /**
     * Returns what was to be done.
     *
     * @return the plan, as it was carried out in the end
     */
    public RecordPlan plan() {
        return plan;
    }

    @Override
    public String toString() {
        return object() + " " + outcome + " " + reason.code();
    }
}
