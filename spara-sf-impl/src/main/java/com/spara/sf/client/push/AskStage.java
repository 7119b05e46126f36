package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.describe.KeyPrefixes;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.Matcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first stage: asks every matcher what to look for. One that throws spoils only its own part. */
final class AskStage {

    private static final Set<Matcher> BY_STORED_ID = Set.of(Matcher.LEAD_ID, Matcher.CONTACT_ID);

    /** What most matchers ask for of most leads. */
    private static final Ask NOTHING = new Ask("", List.of(), null);

    private final SyncSettings settings;
    private final Unmapped unmapped;
    private final Map<String, List<Matcher>> matchers = new HashMap<>();

    AskStage(SyncSettings settings) {
        this.settings = settings;
        this.unmapped = new Unmapped(settings);
    }

    LeadWork begin(Lead lead) {
        LeadWork work = asked(lead);
        work.unmapped(unmapped.of(lead));
        return work;
    }

    /** The lead with what the matchers ask for, and nothing else. */
    LeadWork asked(Lead lead) {
        return new LeadWork(lead, ask(lead, "Lead"), ask(lead, "Contact"));
    }

    private ObjectWork ask(Lead lead, String object) {
        List<Ask> asks = new ArrayList<>(2);
        for (Matcher matcher : matchers.computeIfAbsent(object, this::matchers)) {
            Ask ask = ask(matcher, lead, object);
            if (!ask.isNothing()) {
                asks.add(ask);
            }
        }
        return new ObjectWork(object, asks);
    }

    /** The key of new records is looked for too: after stored Ids, before everything else. */
    private List<Matcher> matchers(String object) {
        Optional<Matcher> key = settings.rule(object)
                .creation()
                .flatMap(PushRule.CreateWhenNoMatch::key)
                .map(mapping -> Matcher.byField(mapping.leadField().orElseThrow(), mapping.salesforceField()));
        List<Matcher> matchers = new ArrayList<>(settings.matching().matchers());
        int place = 0;
        while (place < matchers.size() && BY_STORED_ID.contains(matchers.get(place))) {
            place++;
        }
        if (key.isPresent()
                && matchers.stream()
                        .noneMatch(known -> known.name().equals(key.get().name()))) {
            matchers.add(place, key.get());
        }
        return matchers;
    }

    private static Ask ask(Matcher matcher, Lead lead, String object) {
        try {
            List<Lookup> asked = matcher.lookups(lead, object);
            if (asked == null) {
                return failed(matcher, "returned null instead of an empty list");
            }
            if (asked.isEmpty()) {
                return NOTHING;
            }
            List<Lookup> lookups = List.copyOf(asked);
            for (Lookup lookup : lookups) {
                if (!isUsable(lookup, object)) {
                    return failed(matcher, "asked for " + lookup + " instead of records of " + object);
                }
            }
            return new Ask(matcher.name(), lookups, null);
        } catch (RuntimeException thrown) {
            return failed(matcher, "threw " + thrown.getClass().getName());
        }
    }

    private static boolean isUsable(Lookup lookup, String object) {
        return lookup.isOfMatched()
                || lookup.object().equals(object) && !lookup.conditions().isEmpty() && !lookup.isCounting();
    }

    private static Ask failed(Matcher matcher, String how) {
        return new Ask(
                matcher.name(),
                List.of(),
                Reason.of(ReasonCode.MATCHER_FAILED, "The matcher '" + matcher.name() + "' " + how + "."));
    }

    /** A stored Id that is none is worth a warning, since nothing can be looked up by it. */
    static void warnOfBrokenIds(LeadWork work) {
        warnIfBroken(work, "Lead", LeadField.SALESFORCE_LEAD_ID);
        warnIfBroken(work, "Contact", LeadField.SALESFORCE_CONTACT_ID);
    }

    private static void warnIfBroken(LeadWork work, String object, String key) {
        boolean broken = work.input().text(key).isPresent()
                && work.input()
                        .id(key)
                        .filter(id -> KeyPrefixes.isOf(object, id))
                        .isEmpty();
        if (broken) {
            work.object(object)
                    .warn(Reason.of(
                            ReasonCode.NOT_AN_ID,
                            "The stored " + key + " is not the Id of a " + object
                                    + ", so nothing was looked up by it."));
        }
    }
}
