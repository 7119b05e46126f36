package com.spara.sf.client.reliability;

import com.spara.sf.Lead;
import com.spara.sf.LimitReachedException;
import com.spara.sf.LoginFailedException;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReasonCode;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.SalesforceException;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the library told its caller, in the words of the tables. */
final class Told {

    private static final Map<Class<? extends SalesforceException>, String> EXCEPTIONS = Map.of(
            OrgUnreachableException.class, "unreachable",
            LimitReachedException.class, "limit",
            ReconnectionRequiredException.class, "reconnect",
            RequestRefusedException.class, "refused",
            LoginFailedException.class, "login failed");

    private final List<String> words = new ArrayList<>();
    private List<Lead> pushed = List.of();
    private final List<PushResult> results = new ArrayList<>();
    private @Nullable SalesforceException thrown;

    void pushing(List<Lead> leads) {
        pushed = leads;
    }

    List<Lead> pushed() {
        return pushed;
    }

    void add(String word) {
        words.add(word);
    }

    void take(PushResult result) {
        results.add(result);
    }

    void take(PushBatch batch) {
        results.addAll(batch.results());
        thrown = batch.stoppedBy().orElse(null);
    }

    void take(SalesforceException exception) {
        thrown = exception;
        words.add(EXCEPTIONS.getOrDefault(
                exception.getClass(), exception.getClass().getSimpleName()));
    }

    List<PushResult> results() {
        return results;
    }

    Optional<SalesforceException> thrown() {
        return Optional.ofNullable(thrown);
    }

    String text() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        results.forEach(result -> counts.merge(word(result.lead()), 1, Integer::sum));
        String told = counts.size() == 1
                ? counts.keySet().iterator().next()
                : counts.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey())
                        .sorted()
                        .collect(Collectors.joining(", "));
        return String.join(", ", words) + told;
    }

    private static String word(RecordResult result) {
        String word = result.outcome().name().toLowerCase(Locale.ROOT);
        boolean isExplained = result.outcome() == Outcome.FAILED || result.outcome() == Outcome.SKIPPED;
        String why = isExplained ? " " + result.reason().code() : "";
        return result.reason().is(ReasonCode.FOUND_AFTER_LOSS) ? word + " (found)" : word + why;
    }
}
