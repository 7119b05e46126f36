package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.Matcher;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.Match;
import com.spara.sf.sync.RecordPlan;
import com.spara.sf.sync.RecordResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One lead's way to one object, Lead or Contact: what was asked, what matched, what is planned, what came of it. */
final class ObjectWork {

    private final String object;
    private final List<Ask> asks;
    private final List<Lookup> lookups = new ArrayList<>(2);
    private List<Lookup> ofMatched = List.of();
    private List<Reason> warnings = List.of();
    private List<Reason> failures = List.of();
    private boolean forced;
    private @Nullable SalesforceRecord record;
    private @Nullable Match match;
    private @Nullable Row lost;
    private @Nullable RecordPlan plan;
    private @Nullable RecordResult result;

    /** Takes the list over. */
    ObjectWork(String object, List<Ask> asks) {
        this.object = object;
        this.asks = asks;
        asks.forEach(this::sort);
    }

    private void sort(Ask ask) {
        if (ask.failed() != null) {
            fail(ask.failed());
        }
        for (Lookup lookup : ask.lookups()) {
            if (lookup.isOfMatched()) {
                ofMatched = Few.plus(ofMatched, lookup);
            } else {
                lookups.add(lookup);
            }
        }
    }

    /** Puts an ask before all others, for a record that is known by now to be the one. */
    void force(Ask ask) {
        asks.add(0, ask);
        sort(ask);
        forced = true;
    }

    /** Whether the record became known otherwise than by the matchers. */
    boolean isForced() {
        return forced;
    }

    String object() {
        return object;
    }

    List<Ask> asks() {
        return asks;
    }

    /** Whether any matcher had something to look for. */
    boolean hasLookups() {
        return !lookups.isEmpty();
    }

    /** The lookups of records by their values. */
    List<Lookup> lookups() {
        return lookups;
    }

    /**
     * The lookups that say who the matched record is: those of the matcher that found it, and those by e-mail address,
     * since the record will bear that. Others, a shared phone for example, say nothing of the kind.
     */
    List<Lookup> identity() {
        String found = match == null ? "" : match.matcher();
        List<Lookup> identity = new ArrayList<>(2);
        for (Ask ask : asks) {
            if (ask.matcher().equals(found) || ask.matcher().equals(Matcher.EMAIL.name())) {
                addByValue(ask, identity);
            }
        }
        return identity;
    }

    private static void addByValue(Ask ask, List<Lookup> lookups) {
        for (Lookup lookup : ask.lookups()) {
            if (!lookup.isOfMatched()) {
                lookups.add(lookup);
            }
        }
    }

    /** The lookups of what the matched record points to. */
    List<Lookup> lookupsOfMatched() {
        return ofMatched;
    }

    void warn(Reason warning) {
        warnings = Few.plus(warnings, warning);
    }

    void fail(Reason failure) {
        failures = Few.plus(failures, failure);
    }

    /** Notes the write whose answer was lost. */
    void lost(Row row) {
        lost = row;
    }

    /** The write whose answer was lost, if there is one. */
    Optional<Row> lost() {
        return Optional.ofNullable(lost);
    }

    /** Forgets what an earlier look brought, before another. */
    void lookAgain() {
        warnings = List.of();
        failures = List.of();
        record = null;
        match = null;
    }

    List<Reason> warnings() {
        return warnings;
    }

    List<Reason> failures() {
        return failures;
    }

    void matched(SalesforceRecord newRecord, Match newMatch) {
        record = newRecord;
        match = newMatch;
    }

    Optional<SalesforceRecord> record() {
        return Optional.ofNullable(record);
    }

    /** Whether a record matched. */
    boolean hasRecord() {
        return record != null;
    }

    Optional<Match> match() {
        return Optional.ofNullable(match);
    }

    RecordPlan plan() {
        return Objects.requireNonNull(plan);
    }

    void plan(RecordPlan newPlan) {
        plan = newPlan;
    }

    boolean isDone() {
        return result != null;
    }

    RecordResult result() {
        return Objects.requireNonNull(result);
    }

    void result(RecordResult newResult) {
        result = newResult;
    }
}
