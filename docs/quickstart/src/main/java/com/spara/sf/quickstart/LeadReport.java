package com.spara.sf.quickstart;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of one lead, or would become of it. */
record LeadReport(Lead input, RecordReport lead, RecordReport contact, List<Reason> warnings) {

    static LeadReport of(PushResult result) {
        return new LeadReport(
                result.input(), RecordReport.of(result.lead()), RecordReport.of(result.contact()), result.warnings());
    }

    static LeadReport of(PushPlan plan) {
        return new LeadReport(
                plan.input(), RecordReport.of(plan.lead()), RecordReport.of(plan.contact()), plan.warnings());
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
