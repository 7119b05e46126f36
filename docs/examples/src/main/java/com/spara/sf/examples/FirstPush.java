package com.spara.sf.examples;

// region imports
import com.spara.sf.Lead;
import com.spara.sf.Reason;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.Problem;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.sync.SalesforceSync;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
// endregion

/** A host's first push; what it keeps goes to the one consumer, what it tells to the other. */
record FirstPush(SalesforceSync sync, Consumer<Lead> leads, Consumer<String> log) {

    // region say what is written where
    static final SyncSettings SETTINGS = SyncSettings.standard()
            .leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map("first_name", "FirstName")
                    .map("last_name", "LastName")
                    .map("company", "Company")
                    .map(FieldMapping.of("phone", "Phone").onlyIfEmpty()))
            .contacts(PushRule.updateExisting()
                    .map(FieldMapping.of("phone", "Phone").onlyIfEmpty()));
    // endregion

    // region push one lead
    /** Pushes what is known of a person, and keeps what came back. */
    void push(Lead lead) {
        PushResult result = sync.push(lead);
        leads.accept(result.enrichedLead());
        log.accept(said(result.lead()));
        log.accept(said(result.contact()));
    }
    // endregion

    // region read the result
    static String said(RecordResult record) {
        return switch (record.outcome()) {
            case CREATED, UPDATED -> record.object() + ": " + record.fieldsWritten();
            case UNCHANGED, SKIPPED -> record.object() + ": " + record.reason().text();
            case FAILED, UNKNOWN ->
                record.reason().code() + ": " + record.reason().text();
        };
    }

    /** Why a mapped field of Salesforce was kept or left out; otherwise what became of its whole record. */
    static String why(RecordResult record, String field) {
        Reason reason = Stream.concat(record.fieldsKept().stream(), record.fieldsLeftOut().stream())
                .filter(decision -> decision.field().equals(field))
                .map(FieldDecision::reason)
                .findFirst()
                .orElse(record.reason());
        String words = reason.salesforceWords().orElse("");
        return reason.code() + ": " + reason.text() + (words.isEmpty() ? "" : " Salesforce says: " + words);
    }
    // endregion

    // region look before you write
    /** Shows a person what a push would do, and does exactly that if they agree. */
    boolean pushIf(Predicate<String> agreed, Lead lead) {
        PushPlan plan = sync.plan(lead);
        return agreed.test(plan.explain()) && !sync.push(plan).has(Outcome.FAILED);
    }
    // endregion

    // region check the settings
    /** What the org's admin or the host has to mend; empty if the settings fit the org. */
    List<String> problems() {
        return sync.check(SETTINGS).stream().map(Problem::text).toList();
    }
    // endregion
}
