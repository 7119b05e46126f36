package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordPlan;
import com.spara.sf.sync.RecordResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last stage: what was planned and what Salesforce answered become results, and the lead gets its Ids. */
final class ResultStage {

    private ResultStage() {}

    /** The result of a record; the row is null if nothing was to be written. */
    static RecordResult of(RecordPlan plan, @Nullable Row row) {
        if (row == null) {
            return RecordResult.of(plan, withoutWrite(plan.action()));
        }
        RecordPlan carriedOut = row.isGuarded() ? plan : unguarded(plan);
        RowAnswer answer = row.answer();
        if (row.isEmpty() && !row.isCreate()) {
            return RecordResult.of(carriedOut, Outcome.UNCHANGED)
                    .because(Reason.of(
                            ReasonCode.NO_CHANGE, "Salesforce refused the only fields that were to be written."));
        }
        return switch (answer.kind()) {
            case DONE -> done(carriedOut, row);
            case REFUSED, NOT_SENT -> failed(carriedOut, answer);
            case CHANGED -> row.wasLost() ? unknown(carriedOut, keyTaken()) : failed(carriedOut, answer);
            case LOST, UNDER_WAY -> unknown(carriedOut, answer.reason());
        };
    }

    /** The result of a record whose answer was lost, and that was found as it was to be. */
    static RecordResult found(RecordPlan plan, Row lost) {
        Outcome outcome = lost.isCreate() ? Outcome.CREATED : Outcome.UPDATED;
        RecordResult result = RecordResult.of(lost.sharedWith(plan), outcome).because(foundAfterLoss());
        return plan.id().map(result::withId).orElse(result);
    }

    static Reason foundAfterLoss() {
        return Reason.of(
                ReasonCode.FOUND_AFTER_LOSS,
                "The answer to the write was lost; the record was looked for and found as it was to be.");
    }

    private static RecordResult unknown(RecordPlan plan, Reason reason) {
        return RecordResult.of(plan, Outcome.UNKNOWN).because(reason);
    }

    private static Reason keyTaken() {
        return Reason.of(
                ReasonCode.ANSWER_LOST,
                "The write was sent and its answer was lost, and a record with its key is there now. Push again to see "
                        + "whether it is as it was to be.");
    }

    private static RecordResult failed(RecordPlan plan, RowAnswer answer) {
        RecordResult result = RecordResult.of(plan, Outcome.FAILED).because(answer.reason());
        return answer.duplicate().map(result::withDuplicate).orElse(result);
    }

    private static Outcome withoutWrite(RecordPlan.Action action) {
        return switch (action) {
            case UNCHANGED -> Outcome.UNCHANGED;
            case FAIL -> Outcome.FAILED;
            case SKIP -> Outcome.SKIPPED;
            case CREATE, UPDATE -> throw new IllegalStateException("A write was planned and not sent.");
        };
    }

    private static RecordResult done(RecordPlan plan, Row row) {
        RecordResult result = RecordResult.of(plan, row.isCreate() ? Outcome.CREATED : Outcome.UPDATED);
        return row.answer().id().map(result::withId).orElse(result);
    }

    private static RecordPlan unguarded(RecordPlan plan) {
        if (!plan.isGuarded()) {
            return plan;
        }
        List<FieldDecision> fields = new ArrayList<>(plan.fields().size());
        for (FieldDecision field : plan.fields()) {
            fields.add(field.isGuarded() ? field.unguarded() : field);
        }
        return plan.withFields(fields);
    }

    /** The result of one lead, both of whose objects are done. */
    static PushResult of(LeadWork work, CallMeter meter) {
        RecordResult lead = work.object("Lead").result();
        RecordResult contact = work.object("Contact").result();
        PushResult result = PushResult.of(work.input(), withIds(enriched(work), lead, contact), lead, contact);
        return noted(result, work.notes(), meter).leavingUnmapped(work.unmapped());
    }

    /** The result with what is worth knowing of the whole push. */
    static PushResult noted(PushResult result, List<Reason> notes, CallMeter meter) {
        List<Reason> all = new ArrayList<>(notes);
        meter.repetition().ifPresent(all::add);
        return result.noting(all).costing(meter.calls());
    }

    /** The lead with what was read and the Ids of the records that matched. */
    static Lead enriched(LeadWork work) {
        Lead lead = work.lead();
        lead = withMatch(lead, LeadField.SALESFORCE_LEAD_ID, work.object("Lead"));
        return withMatch(lead, LeadField.SALESFORCE_CONTACT_ID, work.object("Contact"));
    }

    private static Lead withMatch(Lead lead, String key, ObjectWork object) {
        return object.match().map(match -> withId(lead, key, match.id())).orElse(lead);
    }

    /** The lead with the Ids of the records that were found or made. */
    static Lead withIds(Lead lead, RecordResult leadResult, RecordResult contactResult) {
        Lead known = leadResult
                .id()
                .map(id -> withId(lead, LeadField.SALESFORCE_LEAD_ID, id))
                .orElse(lead);
        Optional<RecordId> contact = contactResult.id();
        return contact.map(id -> withId(known, LeadField.SALESFORCE_CONTACT_ID, id))
                .orElse(known);
    }

    private static Lead withId(Lead lead, String key, RecordId id) {
        return lead.text(key).filter(id.value()::equals).isPresent() ? lead : lead.with(key, id);
    }

    /** The result of a lead that nothing was sent for. */
    static PushResult notSent(Lead lead, SalesforceException problem) {
        return notSent(
                lead,
                Reason.of(
                        ReasonCode.NOT_SENT,
                        "Nothing was sent for this lead: " + problem.reason().text()));
    }

    static PushResult notSent(Lead lead, Reason reason) {
        return PushResult.of(
                lead, lead, ended("Lead", Outcome.FAILED, reason), ended("Contact", Outcome.FAILED, reason));
    }

    /** The result of a record that was to be read and planned again, and could not be. */
    static RecordResult notSent(RecordPlan plan, SalesforceException problem) {
        return RecordResult.of(plan, Outcome.FAILED)
                .because(Reason.of(
                        ReasonCode.NOT_SENT,
                        "Nothing was written: " + problem.reason().text()));
    }

    /** The result of a lead whose batch ended in a fault that nobody foresaw. */
    static PushResult failedUnexpectedly(Lead lead, Throwable thrown, boolean mayBeWritten) {
        Reason reason = Reason.of(
                mayBeWritten ? ReasonCode.UNEXPECTED : ReasonCode.NOT_SENT,
                "The push ended in a " + thrown.getClass().getName()
                        + (mayBeWritten ? "; it is not known what was written." : " before anything was written."));
        Outcome outcome = mayBeWritten ? Outcome.UNKNOWN : Outcome.FAILED;
        return PushResult.of(lead, lead, ended("Lead", outcome, reason), ended("Contact", outcome, reason));
    }

    private static RecordResult ended(String object, Outcome outcome, Reason reason) {
        return RecordResult.of(RecordPlan.of(object, RecordPlan.Action.FAIL, reason), outcome);
    }
}
