package com.spara.sf.testkit.records;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses to write a record that somebody else holds, or that waits for an approval. */
final class RowLocks implements SaveStep {
    private static final Set<String> LOCKS_ITS_ACCOUNT = Set.of("Contact", "Opportunity");

    private final Map<String, Integer> held = new HashMap<>();
    private final Set<String> uncommitted = new HashSet<>();
    private final Map<String, Boolean> inApproval = new HashMap<>();

    /** Holds a record for the next writes; they are refused. */
    void hold(String id, int writes) {
        held.put(id, writes);
    }

    void release(String id) {
        held.remove(id);
    }

    boolean isHeld(String id) {
        return held.containsKey(id);
    }

    /** Holds a record until what was done to it is committed. */
    void awaitCommit(String id) {
        uncommitted.add(id);
    }

    void commit(String id) {
        uncommitted.remove(id);
    }

    void approve(String id, boolean waits) {
        inApproval.put(id, waits);
    }

    @Override
    public void apply(Save save) {
        Optional.ofNullable(save.before()).ifPresent(this::requireFree);
        parents(save).forEach(this::requireNotHeld);
    }

    /** Also asked before a record is deleted. */
    void requireFree(Row row) {
        requireNotHeld(row.id());
        if (inApproval.getOrDefault(row.id(), false)) {
            throw new RefusedException(SaveError.of(
                    "ENTITY_IS_LOCKED", "This record is locked. If you need to edit it, contact your admin."));
        }
    }

    /** Salesforce locks the account of a contact or an opportunity that is written. */
    private static Stream<String> parents(Save save) {
        return LOCKS_ITS_ACCOUNT.contains(save.type().name()) && save.get("AccountId") instanceof String account
                ? Stream.of(account)
                : Stream.empty();
    }

    /** Refuses, also to what is done in the org directly, a record that somebody changed and has not committed yet. */
    void requireCommitted(Save save) {
        Optional.ofNullable(save.before()).ifPresent(this::committed);
    }

    /**
     * The record, if all that was done to it is committed; else that would undo what the org itself does to it meanwhile. A lock
     * that a test planned refuses only what others write.
     */
    Row committed(Row row) {
        requireCommitted(row.id());
        return row;
    }

    private void requireCommitted(String id) {
        if (uncommitted.contains(id)) {
            throw unableToLock(id);
        }
    }

    private void requireNotHeld(String id) {
        requireCommitted(id);
        if (held.containsKey(id)) {
            held.computeIfPresent(id, (key, writes) -> writes > 1 ? writes - 1 : null);
            throw unableToLock(id);
        }
    }

    private static RefusedException unableToLock(String id) {
        return new RefusedException(SaveError.of(
                "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record or 1 records: " + id));
    }
}
