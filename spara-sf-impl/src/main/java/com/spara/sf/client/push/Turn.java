package com.spara.sf.client.push;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Deadline;
import com.spara.sf.spi.Lookup;
import com.spara.sf.sync.PushResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        if (works.stream().anyMatch(person -> !keys(person).isEmpty())) {
            engine.reach(meter); // the locks are those of the org
        }
        KeyLocks locks = engine.memory().locks();
        Deadline patience = patience();
        while (true) {
            List<LeadWork> free = free(works, locks);
            Set<String> keys = keys(free);
            Optional<List<PushResult>> results = locks.holding(keys, patience, () -> {
                held = keys;
                return free.isEmpty() ? List.of() : work.apply(free);
            });
            if (results.isPresent()) {
                return inOrder(works, free, results.get());
            }
            if (keys.stream().noneMatch(locks::takesLong)) {
                missed = true;
                throw notInTime();
            }
        }
    }

    /** Says that it takes minutes, so that nobody waits for that. */
    void takeLong() {
        engine.memory().locks().takeLong(held);
    }

    /** Those of whom no bulk push has anything that they are known by, nor anybody who is the same person. */
    private static List<LeadWork> free(List<LeadWork> works, KeyLocks locks) {
        List<LeadWork> free = new ArrayList<>(works);
        Set<String> taken = works.stream()
                .flatMap(work -> keys(work).stream())
                .filter(locks::takesLong)
                .collect(Collectors.toSet());
        while (!taken.isEmpty()) {
            List<LeadWork> more = free.stream()
                    .filter(work -> !Collections.disjoint(keys(work), taken))
                    .toList();
            if (more.isEmpty()) {
                return free;
            }
            free.removeAll(Set.copyOf(more));
            taken.addAll(keys(more));
        }
        return free;
    }

    private static List<PushResult> inOrder(List<LeadWork> works, List<LeadWork> free, List<PushResult> results) {
        Iterator<PushResult> next = results.iterator();
        Set<LeadWork> run = Set.copyOf(free);
        return works.stream()
                .map(work -> run.contains(work) ? next.next() : ResultStage.notSent(work.input(), inBulkPush()))
                .toList();
    }

    /** A round of bulk jobs has much time, but waits for its people no longer than another push does. */
    private Deadline patience() {
        Deadline ordinary = engine.meter().deadline();
        return ordinary.end().isBefore(meter.deadline().end()) ? ordinary : meter.deadline();
    }

    private static Set<String> keys(List<LeadWork> people) {
        Set<String> keys = new HashSet<>();
        people.forEach(person -> addKeys(person, keys));
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
