package com.spara.sf.quickstart;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.ExplainJson;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of one lead, or would become of it; all that is explained of it is JSON. */
record LeadReport(
        Lead input, Lead enriched, RecordReport lead, RecordReport contact, List<Reason> notes, String explained) {

    static LeadReport of(PushResult result) {
        return new LeadReport(
                result.input(),
                result.enrichedLead(),
                RecordReport.of(result.lead()),
                RecordReport.of(result.contact()),
                result.notes(),
                ExplainJson.write(result));
    }

    static LeadReport of(PushPlan plan) {
        return new LeadReport(
                plan.input(),
                plan.enrichedLead(),
                RecordReport.of(plan.lead()),
                RecordReport.of(plan.contact()),
                plan.notes(),
                ExplainJson.write(plan));
    }

    /** The notes about what could not be read; how the Account and the owner were found is left to the JSON. */
    List<Reason> warnings() {
        return notes.stream()
                .filter(note -> note.is(ReasonCode.ENRICHER_FAILED) || note.is(ReasonCode.LOOKUP_REFUSED))
                .toList();
    }

    /** What was read onto the lead, for people: its sales representative and its Account; empty if nothing was. */
    String readBack() {
        return said("Sales rep: ", LeadField.SALESFORCE_ASSIGNED_SALES_REP_NAME)
                + said("Account: ", LeadField.SALESFORCE_ACCOUNT_NAME);
    }

    /** A line of its own. */
    private String said(String what, String key) {
        return enriched.text(key).map(name -> "\n" + what + name).orElse("");
    }

    List<RecordReport> records() {
        return List.of(lead, contact);
    }

    /** The person's name, and below it the address, as far as they are known. */
    String who() {
        String name = joined(" ", LeadField.FIRST_NAME, LeadField.LAST_NAME);
        return name.isEmpty() ? joined("", LeadField.EMAIL) : name + "\n" + joined("", LeadField.EMAIL);
    }

    private String joined(String between, String... keys) {
        return Stream.of(keys).flatMap(key -> input.text(key).stream()).collect(Collectors.joining(between));
    }
}
