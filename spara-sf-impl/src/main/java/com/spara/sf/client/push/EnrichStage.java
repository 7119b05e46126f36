package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.read.Answers;
import com.spara.sf.client.read.Needs;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Answer;
import com.spara.sf.spi.Enricher;
import com.spara.sf.spi.Found;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.SalesforceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Lets every enricher put what was found onto its lead. Whatever an enricher asks for only now, because it depends on what
 * was found, is a further read for all leads at once. An enricher that fails costs its own values only.
 */
final class EnrichStage {

    private static final int MOST_ROUNDS = 5;

    private final List<Enricher> enrichers;

    EnrichStage(SyncSettings settings) {
        this.enrichers = settings.enrichers();
    }

    /** Asks the enrichers what they want to know before anything was read. */
    void begin(LeadWork work) {
        List<Lookup> lookups = new ArrayList<>();
        for (Enricher enricher : enrichers) {
            lookups.addAll(lookups(enricher, work, work.input(), Found.nothing()));
        }
        work.enricherLookups(lookups);
    }

    void run(List<LeadWork> works, Answers answers, BiFunction<Needs, CallMeter, Answers> read, CallMeter meter) {
        Needs missing = enrichAll(works, answers, MOST_ROUNDS);
        for (int round = 1; !missing.isEmpty() && round < MOST_ROUNDS; round++) {
            answers.addAll(read.apply(missing, meter));
            missing = enrichAll(works, answers, MOST_ROUNDS - round);
        }
    }

    private Needs enrichAll(List<LeadWork> works, Answers answers, int roundsLeft) {
        Needs missing = new Needs();
        for (LeadWork work : works) {
            enrich(work, answers, roundsLeft > 1 ? missing : new Needs());
        }
        return missing;
    }

    /** Enriches from the beginning each time: enrichers are pure, and one may build on what an earlier one put there. */
    private void enrich(LeadWork work, Answers answers, Needs missing) {
        Lead lead = work.input();
        for (Enricher enricher : enrichers) {
            List<Lookup> wanted = lookups(enricher, work, lead, work.found());
            wanted.stream().filter(lookup -> !isAnswered(lookup, work, answers)).forEach(missing::lookup);
            wanted.forEach(lookup -> answer(enricher, lookup, work, answers));
            lead = enriched(enricher, lead, work);
        }
        work.lead(lead);
    }

    private static boolean isAnswered(Lookup lookup, LeadWork work, Answers answers) {
        return lookup.isOfMatched()
                || work.found().answer(lookup).isPresent()
                || answers.to(lookup).isPresent()
                || answers.refusal(lookup).isPresent();
    }

    private static void answer(Enricher enricher, Lookup lookup, LeadWork work, Answers answers) {
        if (lookup.isOfMatched()) {
            List<SalesforceRecord> records =
                    MatchStage.ofMatched(work, lookup).stream().toList();
            work.found(work.found().withAnswer(lookup, Answer.of(records)));
            return;
        }
        answers.to(lookup).ifPresent(answer -> work.found(work.found().withAnswer(lookup, answer)));
        answers.refusal(lookup)
                .ifPresent(reason -> work.warn(Reason.of(
                        ReasonCode.LOOKUP_REFUSED,
                        "The enricher '" + enricher.name() + "' got no answer: " + reason.text() + " (" + reason.code()
                                + ")")));
    }

    private static List<Lookup> lookups(Enricher enricher, LeadWork work, Lead lead, Found found) {
        try {
            return List.copyOf(enricher.lookups(lead, found));
        } catch (RuntimeException thrown) {
            work.warn(failed(enricher, thrown));
            return List.of();
        }
    }

    private static Lead enriched(Enricher enricher, Lead lead, LeadWork work) {
        try {
            return enricher.enrich(lead, work.found());
        } catch (RuntimeException thrown) {
            work.warn(failed(enricher, thrown));
            return lead;
        }
    }

    private static Reason failed(Enricher enricher, RuntimeException thrown) {
        return Reason.of(
                ReasonCode.ENRICHER_FAILED,
                "The enricher '" + enricher.name() + "' threw "
                        + thrown.getClass().getName() + "; its values are missing.");
    }
}
