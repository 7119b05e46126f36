package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.read.Answers;
import com.spara.sf.client.read.Needs;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Answer;
import com.spara.sf.spi.Enriched;
import com.spara.sf.spi.Enricher;
import com.spara.sf.spi.Found;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.SalesforceRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Lets every enricher put what was found onto its lead. Whatever an enricher asks for only now, because it depends on what
 * was found, is a further read for all leads at once. An enricher that fails costs its own values only.
 */
final class EnrichStage {

    private static final int MOST_ROUNDS = 5;

    /** More than the library's own enrichers have. */
    private static final int MOST_LOOKUPS = 6;

    private final List<Enricher> enrichers;
    private final Describes describes;
    private final IdentityHashMap<Object, Boolean> readable = new IdentityHashMap<>();

    EnrichStage(SyncSettings settings, Describes describes) {
        this.enrichers = settings.enrichers();
        this.describes = describes;
    }

    /** Asks the enrichers what they want to know before anything was read. */
    void begin(LeadWork work) {
        List<Lookup> lookups = new ArrayList<>(MOST_LOOKUPS);
        for (Enricher enricher : enrichers) {
            lookups.addAll(lookups(enricher, work, work.input(), Found.nothing()));
        }
        work.enricherLookups(lookups);
    }

    void run(List<LeadWork> works, Answers answers, BiFunction<Needs, CallMeter, Answers> read, CallMeter meter) {
        readable.clear();
        Needs missing = enrichAll(works, answers, MOST_ROUNDS);
        for (int round = 1; !missing.isEmpty() && round < MOST_ROUNDS; round++) {
            answers.addAll(read.apply(missing, meter));
            missing = enrichAll(works, answers, MOST_ROUNDS - round);
        }
    }

    /** Lets the enrichers look at a record that was made meanwhile, without any further read. */
    void runAgain(LeadWork work, Answers answers) {
        enrich(work, answers, new Needs());
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
        work.forgetNotes();
        work.found(work.found().withAnswers(answeredBefore(work, answers)));
        for (Enricher enricher : enrichers) {
            ask(enricher, lead, work, answers, missing);
            lead = enriched(enricher, lead, work);
        }
        work.lead(lead);
    }

    /** The answers to what was asked before the read, so that an enricher that asks for nothing else is asked once. */
    private Map<Lookup, Answer> answeredBefore(LeadWork work, Answers answers) {
        Map<Lookup, Answer> answered = new HashMap<>();
        for (Lookup lookup : work.enricherLookups()) {
            Optional<Answer> answer = lookup.isOfMatched() ? ofMatched(work, lookup) : answers.to(lookup);
            if (answer.isPresent() && isReadable(lookup)) {
                answered.put(lookup, answer.get());
            }
        }
        return answered;
    }

    /** Asks again as long as the answers that are here already make the enricher ask for something new. */
    private void ask(Enricher enricher, Lead lead, LeadWork work, Answers answers, Needs missing) {
        Set<Lookup> asked = new HashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Lookup> wanted = lookups(enricher, work, lead, work.found());
            if (isAnsweredAlready(wanted, work.found()) || !asked.addAll(wanted)) {
                return;
            }
            for (Lookup lookup : wanted) {
                if (!isAnswered(lookup, work, answers)) {
                    missing.lookup(lookup);
                }
            }
            work.found(work.found().withAnswers(answered(enricher, wanted, work, answers)));
        }
    }

    /** Whether an enricher that was asked had all that it asks for, so that it would say the same again. */
    private static boolean isAnsweredAlready(List<Lookup> wanted, Found found) {
        for (Lookup lookup : wanted) {
            if (found.answer(lookup).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAnswered(Lookup lookup, LeadWork work, Answers answers) {
        return lookup.isOfMatched()
                || work.found().answer(lookup).isPresent()
                || answers.to(lookup).isPresent()
                || answers.refusal(lookup).isPresent();
    }

    private Map<Lookup, Answer> answered(Enricher enricher, List<Lookup> wanted, LeadWork work, Answers answers) {
        Map<Lookup, Answer> answered = new HashMap<>();
        for (Lookup lookup : wanted) {
            Optional<Answer> answer = lookup.isOfMatched() ? ofMatched(work, lookup) : answers.to(lookup);
            if (lookup.isOfMatched() && !work.enricherLookups().contains(lookup)) {
                work.note(unanswered(
                        enricher,
                        Optional.of(Reason.of(
                                ReasonCode.LOOKUP_REFUSED,
                                "fields of the matched record have to be asked for before the read"))));
            } else if (answer.isPresent() && isReadable(lookup)) {
                answered.put(lookup, answer.get());
            } else if (answer.isPresent() || answers.refusal(lookup).isPresent()) {
                work.note(unanswered(enricher, answers.refusal(lookup)));
            }
        }
        return answered;
    }

    private static Optional<Answer> ofMatched(LeadWork work, Lookup lookup) {
        Optional<SalesforceRecord> record = MatchStage.ofMatched(work, lookup);
        return Optional.of(record.isPresent() ? Answer.of(List.of(record.get())) : Answer.nothing());
    }

    /** Whether the parents that a lookup asks for can be seen at all; if not, that there are none means nothing. */
    private boolean isReadable(Lookup lookup) {
        Object shape = lookup.isOfMatched() ? lookup : lookup.fields(); // which a lookup for another lead shares
        Boolean known = readable.get(shape);
        if (known == null) {
            known = areParentsReadable(lookup);
            readable.put(shape, known);
        }
        return known;
    }

    private boolean areParentsReadable(Lookup lookup) {
        if (lookup.isOfMatched()) {
            return lookup.relationship().isEmpty()
                    || describes.isParentReadable(
                            lookup.object(), lookup.relationship().get());
        }
        return lookup.fields().stream()
                .filter(path -> path.contains("."))
                .allMatch(path -> describes.isParentReadable(lookup.object(), path.substring(0, path.indexOf('.'))));
    }

    private static Reason unanswered(Enricher enricher, Optional<Reason> refusal) {
        String why = refusal.map(reason -> reason.text() + " (" + reason.code() + ")")
                .orElse("the connected user may not see what it asks for, or Salesforce refused the query as long as it"
                        + " was in it.");
        return Reason.of(ReasonCode.LOOKUP_REFUSED, "The enricher '" + enricher.name() + "' got no answer: " + why);
    }

    private static List<Lookup> lookups(Enricher enricher, LeadWork work, Lead lead, Found found) {
        try {
            return List.copyOf(enricher.lookups(lead, found));
        } catch (RuntimeException thrown) {
            work.note(failed(enricher, thrown));
            return List.of();
        }
    }

    private static Lead enriched(Enricher enricher, Lead lead, LeadWork work) {
        try {
            Enriched enriched = enricher.enrich(lead, work.found());
            enriched.notes().forEach(work::note);
            return enriched.lead();
        } catch (RuntimeException thrown) {
            work.note(failed(enricher, thrown));
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
