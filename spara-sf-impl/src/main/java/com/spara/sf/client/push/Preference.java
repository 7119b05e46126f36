package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.spi.SalesforceRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The rule that decides among several records: unconverted first, then the most recently created, then the highest Id. */
final class Preference {

    private static final Reason ONLY_ONE = Reason.of(ReasonCode.ONLY_CANDIDATE, "the only one");

    private static final Comparator<SalesforceRecord> UNCONVERTED =
            Comparator.comparing(record -> record.isTrue("IsConverted"));
    private static final Comparator<SalesforceRecord> MOST_RECENT =
            Comparator.comparing(Preference::createdAt).reversed();

    private static final Comparator<SalesforceRecord> HIGHEST_ID =
            Comparator.comparing((SalesforceRecord record) -> record.id()).reversed();

    /** The preferred record comes first. */
    static final Comparator<SalesforceRecord> ORDER =
            UNCONVERTED.thenComparing(MOST_RECENT).thenComparing(HIGHEST_ID);

    private Preference() {}

    /** Which part of the rule put the first record before the second. */
    static Reason decidedBy(List<SalesforceRecord> sorted) {
        if (sorted.size() == 1) {
            return ONLY_ONE;
        }
        if (UNCONVERTED.compare(sorted.get(0), sorted.get(1)) != 0) {
            return Reason.of(ReasonCode.UNCONVERTED_FIRST, "the unconverted one");
        }
        if (MOST_RECENT.compare(sorted.get(0), sorted.get(1)) != 0) {
            return Reason.of(ReasonCode.MOST_RECENT_FIRST, "the most recently created one");
        }
        return Reason.of(ReasonCode.HIGHEST_ID_FIRST, "the one with the highest Id");
    }

    private static Instant createdAt(SalesforceRecord record) {
        return record.time("CreatedDate").orElse(Instant.EPOCH);
    }
}
