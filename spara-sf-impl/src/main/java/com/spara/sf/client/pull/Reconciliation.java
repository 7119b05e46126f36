package com.spara.sf.client.pull;

import com.spara.sf.RecordId;
import com.spara.sf.client.describe.KeyPrefixes;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.GoneRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks what became of records, by their Ids: which the rule takes, and why it does not take the others. */
final class Reconciliation {

    private final PullCalls calls;
    private final PullQuery query;
    private final ByIds byIds;
    private final Set<RecordId> asked = new HashSet<>();

    Reconciliation(PullCalls calls, PullQuery query) {
        this.calls = calls;
        this.query = query;
        this.byIds = new ByIds(calls, query);
    }

    /**
     * Refuses Ids of another object, which no rule for this one takes.
     *
     * @throws IllegalArgumentException if there is one
     */
    static void requireIdsOf(String object, Collection<RecordId> held) {
        held.stream().filter(id -> !KeyPrefixes.isOf(object, id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("The record " + id + " is no " + object
                    + ", so the pull rule cannot tell what became of it. Give the Ids that were pulled by this rule.");
        });
    }

    /** Those of the records that the rule does not take, in the order given. */
    List<GoneRecord> gone(Collection<RecordId> held) {
        Set<RecordId> missing = new LinkedHashSet<>(held);
        missing.removeAll(taken(missing));
        Map<RecordId, SalesforceRecord> fates = new HashMap<>();
        byIds.rows(missing, ids -> query.fates(calls.root(), ids)).forEach(row -> fates.put(row.id(), row));
        return missing.stream()
                .map(id -> fates.containsKey(id) ? gone(fates.get(id), fates) : GoneRecord.deleted(id))
                .toList();
    }

    /** Those of the rows that are gone indeed: one that only left the page while it was read is still taken. */
    List<SalesforceRecord> confirmed(List<SalesforceRecord> rows) {
        List<RecordId> doubtful = rows.stream()
                .filter(row -> !row.isTrue("IsDeleted"))
                .map(SalesforceRecord::id)
                .toList();
        Set<RecordId> taken = taken(doubtful);
        return rows.stream().filter(row -> !taken.contains(row.id())).toList();
    }

    /**
     * Those of some records that are no more there, though the page does not tell it; what is not shown left the recycle bin, or
     * cannot be seen any longer. A record that is there and that the rule does not take is none of these, since a lead may have been
     * pushed into it. Each is asked for once.
     */
    List<SalesforceRecord> untold(Collection<RecordId> ids, Cut page) {
        Set<RecordId> doubtful = new LinkedHashSet<>(ids);
        doubtful.removeIf(id -> !asked.add(id));
        List<SalesforceRecord> dead = new ArrayList<>();
        settle(page.changed(), doubtful, dead);
        page.news().forEach(row -> doubtful.remove(row.id()));
        settle(byIds.rows(doubtful, some -> query.fates(calls.root(), some)), doubtful, dead);
        doubtful.forEach(id -> dead.add(SalesforceRecord.of(query.object(), id)));
        return dead;
    }

    private static void settle(
            Collection<SalesforceRecord> shown, Set<RecordId> doubtful, Collection<SalesforceRecord> dead) {
        for (SalesforceRecord row : shown) {
            if (doubtful.remove(row.id()) && row.isTrue("IsDeleted")) {
                dead.add(row);
            }
        }
    }

    private Set<RecordId> taken(Collection<RecordId> ids) {
        Set<RecordId> taken = new LinkedHashSet<>();
        byIds.rows(ids, piece -> query.taken(calls.root(), piece)).forEach(row -> taken.add(row.id()));
        return taken;
    }

    /** What became of some records, each merged one being in the last of those that took it over, as far as they show. */
    static List<GoneRecord> gone(Collection<SalesforceRecord> rows, Collection<SalesforceRecord> shown) {
        Map<RecordId, SalesforceRecord> byId = new HashMap<>();
        shown.forEach(row -> byId.put(row.id(), row));
        List<GoneRecord> gone = new ArrayList<>();
        rows.forEach(row -> gone.add(gone(row, byId)));
        return gone;
    }

    private static GoneRecord gone(SalesforceRecord row, Map<RecordId, SalesforceRecord> shown) {
        if (!row.isTrue("IsDeleted")) {
            return GoneRecord.noLongerMatching(row.id());
        }
        return row.id("MasterRecordId")
                .map(master -> GoneRecord.merged(row.id(), lastMaster(master, shown)))
                .orElseGet(() -> GoneRecord.deleted(row.id()));
    }

    private static RecordId lastMaster(RecordId first, Map<RecordId, SalesforceRecord> shown) {
        RecordId master = first;
        for (int i = 0; i <= shown.size(); i++) {
            Optional<RecordId> next = Optional.ofNullable(shown.get(master)).flatMap(row -> row.id("MasterRecordId"));
            if (next.isEmpty()) {
                return master;
            }
            master = next.get();
        }
        return first;
    }
}
