package com.spara.sf.client;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is who in a history: records that ever had one e-mail address, or of which one became the other, may be one person, and
 * no others. Either every record has an address of its own, or most have one of a few.
 */
final class PersonsOfHistory {

    private static final int SHARED = 6;

    private final Random random;
    private final boolean isShared;
    private final Map<String, String> parents = new HashMap<>();
    private final Map<RecordId, Set<String>> names = new HashMap<>();
    private int alone;

    PersonsOfHistory(Random random, boolean isShared) {
        this.random = random;
        this.isShared = isShared;
    }

    /** An address for a record. */
    String address() {
        return isShared && random.nextInt(5) > 0
                ? "s" + random.nextInt(SHARED) + "@example.com"
                : "p" + alone++ + "@example.com";
    }

    /** Leads that the host has of its own. */
    List<Lead> ofTheHosts() {
        return Stream.of(0, 1)
                .map(i -> Lead.of("s" + i + "@example.com").with(PullHost.OWN, "host" + i))
                .toList();
    }

    /** Whether a change takes the address with it. */
    boolean isMoving() {
        return isShared && random.nextInt(3) == 0;
    }

    /** A record may have an address from now on. */
    RecordId has(RecordId record, String address) {
        join(record.value(), address);
        return record;
    }

    /** A record may have a name from now on. */
    RecordId isNamed(RecordId record, String name) {
        names.computeIfAbsent(record, any -> new HashSet<>()).add(name);
        return record;
    }

    /** A record became another. */
    void join(RecordId one, RecordId other) {
        join(one.value(), other.value());
    }

    private void join(String one, String other) {
        parents.put(root(one), root(other));
    }

    private String root(String one) {
        String at = one;
        while (!parents.getOrDefault(at, at).equals(at)) {
            at = parents.get(at);
        }
        return at;
    }

    /** Whether two records, or a record and an address, may be one person. */
    boolean mayBeOne(String one, String other) {
        return root(one).equals(root(other));
    }

    /** Whether a record shares its person with no other of its object. */
    boolean isAlone(RecordId record) {
        return names.keySet().stream()
                        .filter(other -> isOfPerson(other, record))
                        .count()
                == 1;
    }

    /** Whether a record of its object and its person may have had a name. */
    boolean mayBeNamed(RecordId record, String name) {
        return names.entrySet().stream()
                .filter(named -> isOfPerson(named.getKey(), record))
                .anyMatch(named -> named.getValue().contains(name));
    }

    private boolean isOfPerson(RecordId other, RecordId record) {
        return other.keyPrefix().equals(record.keyPrefix()) && mayBeOne(other.value(), record.value());
    }
}
