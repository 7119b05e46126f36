package com.spara.sf.client;

import com.spara.sf.client.auth.OrgKey;
import com.spara.sf.client.push.OrgMemory;
import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the orgs that were used last, by their Ids and by their addresses, so that all connections of one org
 * share it. At most that of 2,000 orgs is kept, and besides that without which a record could be doubled. Safe for use by many
 * threads.
 */
final class OrgMemories {

    /** The most orgs that are remembered for no need. */
    static final int MOST = 2_000;

    private static final int NAMES_OF_ONE = 2;

    private final Clock clock;
    private final Map<String, Known> byName = new LinkedHashMap<>(16, 0.75f, true);

    /** A memory, and the Id of its org as far as that is known. */
    private record Known(OrgMemory memory, String organizationId) {

        boolean mayBeOf(OrgKey org) {
            return organizationId.isEmpty()
                    || org.organizationId().isEmpty()
                    || organizationId.equals(org.organizationId());
        }

        Known of(OrgKey org) {
            return organizationId.isEmpty() ? new Known(memory, org.organizationId()) : this;
        }
    }

    OrgMemories(Clock clock) {
        this.clock = clock;
    }

    /** The memory of an org; made if there is none. */
    OrgMemory of(OrgKey org) {
        synchronized (byName) {
            Known known = known(org);
            if (!org.organizationId().isEmpty()) {
                byName.put(org.organizationId(), known);
            }
            if (isFree(byName.get(org.address()), org)) {
                byName.put(org.address(), known);
            }
            forgetTheOldestBut(known.memory());
            return known.memory();
        }
    }

    /** By its Id; else what is remembered by the address, unless that is of another org that was there before. */
    private Known known(OrgKey org) {
        Known byId = org.organizationId().isEmpty() ? null : byName.get(org.organizationId());
        Known there = byId == null ? byName.get(org.address()) : byId;
        return there != null && there.mayBeOf(org)
                ? there.of(org)
                : new Known(new OrgMemory(clock), org.organizationId());
    }

    /** An address goes to the org that is there now, unless pushes through it rely on what is remembered there. */
    private static boolean isFree(@Nullable Known there, OrgKey org) {
        return there == null || !there.mayBeOf(org) || !there.memory().isNeeded();
    }

    private void forgetTheOldestBut(OrgMemory used) {
        Iterator<Known> oldest = byName.values().iterator();
        while (byName.size() > MOST * NAMES_OF_ONE && oldest.hasNext()) {
            OrgMemory memory = oldest.next().memory();
            if (memory != used && !memory.isNeeded()) {
                oldest.remove();
            }
        }
    }
}
