package com.spara.sf.client.push;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Deadline;
import com.spara.sf.spi.Lookup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The turn of one push: two pushes of one person into one org take turns, whichever connections they take, since both would
 * find nothing and make a record each.
 */
final class Turn {

    private final PushEngine engine;
    private final CallMeter meter;
    private boolean missed;

    Turn(PushEngine engine, CallMeter meter) {
        this.engine = engine;
        this.meter = meter;
    }

    /** Whether another push of one of its people kept this one from beginning. */
    boolean isMissed() {
        return missed;
    }

    /** Runs the work when no other push of these people runs; throws {@link OrgUnreachableException} if that is not in time. */
    <T> T run(List<LeadWork> works, Supplier<T> work) {
        Set<String> keys = new HashSet<>();
        works.forEach(person -> addKeys(person, keys));
        if (!keys.isEmpty()) {
            engine.reach(meter); // the locks are those of the org
        }
        return engine.memory().locks().holding(keys, patience(), work).orElseThrow(() -> {
            missed = true;
            return notInTime();
        });
    }

    /** A round of bulk jobs has much time, but waits for its people no longer than another push does. */
    private Deadline patience() {
        Deadline ordinary = engine.meter().deadline();
        return ordinary.end().isBefore(meter.deadline().end()) ? ordinary : meter.deadline();
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

    private static OrgUnreachableException notInTime() {
        return new OrgUnreachableException(
                Reason.of(
                        ReasonCode.NOT_SENT,
                        "Another push of the same person was not over in time, so nothing was sent. Push again."),
                null);
    }
}
