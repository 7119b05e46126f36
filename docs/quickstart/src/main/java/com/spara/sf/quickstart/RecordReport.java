package com.spara.sf.quickstart;

import com.spara.sf.Reason;
import com.spara.sf.RecordId;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.sync.RecordPlan;
import com.spara.sf.sync.RecordResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of one Salesforce record, or would become of it, with the fields that were or would be written. */
record RecordReport(RecordPlan plan, String outcome, Reason reason, Optional<RecordId> id, List<FieldDecision> fields) {

    static RecordReport of(RecordResult result) {
        return new RecordReport(
                result.plan(), word(result.outcome()), result.reason(), result.id(), result.fieldsWritten());
    }

    static RecordReport of(RecordPlan plan) {
        return new RecordReport(
                plan, word(plan.action()), plan.reason(), plan.id(), plan.isWrite() ? plan.fieldsToWrite() : List.of());
    }

    private static String word(Enum<?> outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing was found and nothing was to be made, which is no news. */
    boolean isNoNews() {
        return plan.action() == RecordPlan.Action.SKIP && plan.match().isEmpty();
    }
}
