package com.spara.sf.testkit.rest;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.SaveOptions;
import java.util.Arrays;

/** Reads the headers that say how records are to be saved. */
final class SaveHeaders {
    private static final String AUTO_ASSIGN = "Sforce-Auto-Assign";
    private static final String DUPLICATES = "Sforce-Duplicate-Rule-Header";

    private final Records records;

    SaveHeaders(Records records) {
        this.records = records;
    }

    /** Without a header the active assignment rule runs. */
    SaveOptions read(RestRequest request) {
        String wanted = request.header(AUTO_ASSIGN).orElse("TRUE").trim();
        boolean runs = !wanted.equalsIgnoreCase("FALSE");
        if (runs && !wanted.equalsIgnoreCase("TRUE")) {
            requireRule(wanted);
        }
        return SaveOptions.api(request.session().userId(), runs).allowingDuplicates(isAsked(request, "allowSave"));
    }

    /** Whether an error that names duplicates is to show their fields. */
    static boolean includesRecordDetails(RestRequest request) {
        return isAsked(request, "includeRecordDetails");
    }

    private static boolean isAsked(RestRequest request, String option) {
        return request.header(DUPLICATES).stream()
                .flatMap(header -> Arrays.stream(header.split("[,;]", -1)))
                .map(part -> part.replace(" ", ""))
                .anyMatch((option + "=true")::equalsIgnoreCase);
    }

    /** Throws the answer when there is no such assignment rule. */
    void requireRule(String id) {
        RecordId rule = RecordId.parse(id)
                .orElseThrow(() -> RestException.badRequest("MALFORMED_ID", AUTO_ASSIGN + ": bad id " + id));
        if (records.find(rule.value())
                .filter(row -> row.type().name().equals("AssignmentRule"))
                .isEmpty()) {
            throw RestException.badRequest("INVALID_ASSIGNMENT_RULE", "invalid assignment rule: " + id);
        }
    }
}
