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
    private final List<Lookup> lookups = new ArrayList<>();
    private final List<Lookup> ofMatched = new ArrayList<>(1);
    private final List<Reason> warnings = new ArrayList<>();
    private final List<Reason> failures = new ArrayList<>();
    private boolean forced;
    private @Nullable SalesforceRecord record;
    private @Nullable Match match;
    private @Nullable Row lost;
    private @Nullable RecordPlan plan;
    private @Nullable RecordResult result;

    ObjectWork(String object, List<Ask> asks) {
        this.object = object;
        this.asks = new ArrayList<>(asks);
        asks.forEach(this::sort);
    }

    private void sort(Ask ask) {
        ask.failure().ifPresent(this::fail);
        for (Lookup lookup : ask.lookups()) {
            (lookup.isOfMatched() ? ofMatched : lookups).add(lookup);
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
        String found = match().map(Match::matcher).orElse("");
        return asks.stream()
                .filter(ask -> ask.matcher().equals(found) || ask.matcher().equals(Matcher.EMAIL.name()))
                .flatMap(ask -> ask.lookups().stream())
                .filter(lookup -> !lookup.isOfMatched())
                .toList();
    }

    /** The lookups of what the matched record points to. */
    List<Lookup> lookupsOfMatched() {
        return ofMatched;
    }

    void warn(Reason warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    void fail(Reason failure) {
        if (!failures.contains(failure)) {
            failures.add(failure);
        }
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
        warnings.clear();
        failures.clear();
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
