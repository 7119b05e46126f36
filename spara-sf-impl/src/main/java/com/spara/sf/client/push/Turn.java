package com.spara.sf.client.push;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Deadline;
import com.spara.sf.spi.Lookup;
import com.spara.sf.sync.PushResult;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The turn of one push: two pushes of one person into one org take turns, whichever connections they take, since both would
 * find nothing and make a record each.
 */
final class Turn {

    private final PushEngine engine;
    private final CallMeter meter;
    private Set<String> held = Set.of();
    private boolean missed;

    Turn(PushEngine engine, CallMeter meter) {
        this.engine = engine;
        this.meter = meter;
    }

    /** Whether another push of one of its people kept this one from beginning. */
    boolean isMissed() {
        return missed;
    }

    /**
     * Runs the work when no other push of these people runs, without those that a bulk push has, which are told so at once. One
     * result for each, in order; throws {@link OrgUnreachableException} if the turn does not come in time.
     */
    List<PushResult> run(List<LeadWork> works, Function<List<LeadWork>, List<PushResult>> work) {
        Map<LeadWork, Set<String>> people = new LinkedHashMap<>();
        works.forEach(person -> people.put(person, keys(person)));
        if (!all(people).isEmpty()) {
            engine.reach(meter); // the locks are those of the org
        }
        KeyLocks locks = engine.memory().locks();
        Deadline patience = patience();
        while (true) {
            people.keySet().removeAll(inBulkPush(people, locks));
            Set<String> keys = all(people);
            Optional<List<PushResult>> results = locks.holding(keys, patience, () -> {
                held = keys;
                return people.isEmpty() ? List.of() : work.apply(List.copyOf(people.keySet()));
            });
            if (results.isPresent()) {
                return inOrder(works, people.keySet(), results.get());
            }
            if (locks.takenLong(keys).isEmpty()) {
                missed = true;
                throw notInTime();
            }
        }
    }

    /** Says that it takes minutes, so that nobody waits for that. */
    void takeLong() {
        engine.memory().locks().takeLong(held);
    }

    /** Those of whom a bulk push has anything that they are known by, and who may be the same persons. */
    private static Set<LeadWork> inBulkPush(Map<LeadWork, Set<String>> people, KeyLocks locks) {
        Set<String> taken = locks.takenLong(all(people));
        Set<LeadWork> found = new HashSet<>();
        boolean isMore = !taken.isEmpty();
        while (isMore) {
            isMore = false;
            for (Map.Entry<LeadWork, Set<String>> person : people.entrySet()) {
                if (!Collections.disjoint(person.getValue(), taken) && found.add(person.getKey())) {
                    isMore |= taken.addAll(person.getValue());
                }
            }
        }
        return found;
    }

    private static List<PushResult> inOrder(List<LeadWork> works, Set<LeadWork> run, List<PushResult> results) {
        Iterator<PushResult> next = results.iterator();
        return works.stream()
                .map(work -> run.contains(work) ? next.next() : ResultStage.notSent(work.input(), inBulkPush()))
                .toList();
    }

    /** A round of bulk jobs has much time, but waits for its people no longer than another push does. */
    private Deadline patience() {
        Deadline ordinary = engine.meter().deadline();
        return ordinary.end().isBefore(meter.deadline().end()) ? ordinary : meter.deadline();
    }

    private static Set<String> all(Map<LeadWork, Set<String>> people) {
        Set<String> keys = new HashSet<>();
        people.values().forEach(keys::addAll);
        return keys;
    }

    /** What a person is known by: two leads that share one of these may be the same record. */
    static Set<String> keys(LeadWork person) {
        Set<String> keys = new HashSet<>();
        addKeys(person, keys);
        return keys;
    }

    private static void addKeys(LeadWork person, Set<String> keys) {
        addKeys(person.object("Lead"), keys);
        addKeys(person.object("Contact"), keys);
    }

    private static void addKeys(ObjectWork object, Set<String> keys) {
        for (Lookup lookup : object.lookups()) {
            keys.add(String.valueOf(lookup.conditions()));
        }
    }

    private static Reason inBulkPush() {
        return Reason.of(
                ReasonCode.IN_BULK_PUSH,
                "Nothing was sent for this lead: a bulk push of this process has the person, and its jobs take minutes. "
                        + "Push the lead again when that push is over.");
    }

    private static OrgUnreachableException notInTime() {
        return new OrgUnreachableException(
                Reason.of(
                        ReasonCode.NOT_SENT,
                        "Another push of the same person was not over in time, so nothing was sent. Push again."),
                null);
    }
}
