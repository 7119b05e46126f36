package com.spara.sf.client.pull;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Leads of a host, found by Id, else by e-mail address. What a record was laid over takes the place of what it was, so that the
 * next record of the same person is laid over that.
 */
final class LeadIndex {

    private final BorneAddress borne;
    private final List<Lead> leads = new ArrayList<>();
    private final Map<String, Deque<Lead>> byAddress = new HashMap<>();
    private final Map<Object, Lead> byKey = new HashMap<>();
    private final Set<RecordId> held = new HashSet<>();
    private final Set<RecordId> dead = new HashSet<>();

    LeadIndex(BorneAddress borne) {
        this.borne = borne;
    }

    /** Takes what the host gave. Leads that are the same as others that it gave before are taken once. */
    void take(Collection<Lead> given) {
        Set<Lead> had = new HashSet<>(leads);
        given.stream().filter(lead -> !had.contains(lead)).forEach(this::take);
    }

    private void take(Lead lead) {
        leads.add(lead);
        for (Object key : LeadKeys.of(lead)) {
            if (key instanceof RecordId id) {
                held.add(id);
            } else {
                hasNow(key.toString(), lead);
            }
        }
        find(lead);
    }

    private void hasNow(String address, Lead lead) {
        byAddress.computeIfAbsent(address, any -> new ArrayDeque<>()).add(lead);
    }

    private void find(Lead lead) {
        find(foundBy(lead), lead);
    }

    private void find(List<Object> keys, Lead lead) {
        for (Object key : keys) {
            byKey.putIfAbsent(key, lead);
        }
    }

    private Deque<Lead> having(Object address) {
        Deque<Lead> having = byAddress.get(address);
        return having == null ? new ArrayDeque<>() : having;
    }

    private List<Object> foundBy(Lead lead) {
        List<Object> keys = LeadKeys.of(lead);
        if (isHeldBack(lead)) {
            keys.removeIf(String.class::isInstance);
        }
        return keys;
    }

    /** A lead whose record of this object has another address is nobody's of its own, as long as that record is there. */
    private boolean isHeldBack(Lead lead) {
        return !borne.isTheLeads(lead) && borne.id(lead).filter(this::isAlive).isPresent();
    }

    /** The Ids for whose sake leads are not found by their address, as far as records have it that no lead bears. */
    Stream<RecordId> holdingBack(List<PulledRecords.Read> rows) {
        if (leads.stream().noneMatch(this::isHeldBack)) {
            return Stream.of();
        }
        return rows.stream()
                .filter(row -> !isHeld(row.record().id()))
                .flatMap(row -> row.keys().stream())
                .distinct()
                .flatMap(key -> having(key).stream())
                .filter(this::isHeldBack)
                .flatMap(lead -> borne.id(lead).stream());
    }

    /** The lead that is found by the first of these keys by which one is. */
    Optional<Lead> of(List<Object> keys) {
        Lead found = null;
        for (int i = 0; i < keys.size() && found == null; i++) {
            found = byKey.get(keys.get(i));
        }
        return Optional.ofNullable(found);
    }

    /** The Ids that leads of an address bear. */
    Stream<RecordId> borneWith(String address) {
        return having(address).stream().flatMap(lead -> borne.id(lead).stream());
    }

    /** Whether a lead bears the Id. */
    boolean isHeld(RecordId id) {
        return held.contains(id);
    }

    /** Whether a lead bears the Id, and the record had that address when it was read last. */
    boolean isHeldWith(RecordId id, String address) {
        return Optional.ofNullable(byKey.get(id))
                .flatMap(borne::of)
                .filter(address::equals)
                .isPresent();
    }

    /** Whether another lead than this one bears the Id. */
    boolean isOfAnother(RecordId id, Lead lead) {
        Lead bearer = byKey.get(id);
        return bearer != null && !bearer.equals(lead);
    }

    /** The addresses that records of these Ids had when they were read last. */
    Stream<String> addresses(Set<RecordId> ids) {
        return ids.isEmpty()
                ? Stream.of()
                : leads.stream()
                        .filter(lead -> borne.id(lead).filter(ids::contains).isPresent())
                        .flatMap(lead -> borne.of(lead).stream());
    }

    /** Takes leads whose record was read with another address from the old one, which is left to others. Returns these. */
    Collection<String> move(List<PulledRecords.Read> read) {
        Map<Lead, String> moved = new HashMap<>();
        for (PulledRecords.Read row : read) {
            Lead lead = byKey.get(row.lead().id());
            if (lead != null && borne.isMoved(lead, row.lead().lead())) {
                borne.of(lead).ifPresent(address -> moved.put(lead, address));
            }
        }
        if (!moved.isEmpty()) {
            moved.values().forEach(byKey::remove);
            leads.stream().filter(lead -> !moved.containsKey(lead)).forEach(this::find);
        }
        return moved.values();
    }

    /** Notes what the host holds now of a person who is found by these keys; the lead before that is empty if it knew none. */
    void keep(List<Object> keys, Optional<Lead> before, Lead kept) {
        if (before.isPresent()) {
            keep(before.get(), kept);
        } else {
            find(keys, kept);
        }
    }

    private void keep(Lead before, Lead kept) {
        List<Object> had = foundBy(before);
        List<Object> has = foundBy(kept);
        LeadKeys.of(before).forEach(key -> byKey.replace(key, before, kept));
        find(has, kept);
        LeadKeys.emailOf(kept)
                .filter(now -> has.contains(now) && !had.contains(now))
                .ifPresent(now -> hasNow(now, kept));
        boolean bearsIds = had.stream().anyMatch(RecordId.class::isInstance);
        LeadKeys.emailOf(before)
                .filter(address -> !bearsIds)
                .ifPresent(address -> having(address).remove(before));
        LeadKeys.emailOf(before)
                .filter(address -> !has.contains(address) && byKey.remove(address, kept))
                .ifPresent(this::leaveToOthers);
    }

    /** Another lead that has the address is found by it now. Who has it no more is not asked again. */
    private void leaveToOthers(String address) {
        Deque<Lead> others = having(address);
        while (!others.isEmpty() && !byKey.containsKey(address)) {
            Lead lead = asItIs(others.peek());
            if (foundBy(lead).contains(address)) {
                byKey.put(address, lead);
            } else {
                others.poll();
            }
        }
    }

    private Lead asItIs(Lead lead) {
        return LeadKeys.of(lead).stream()
                .filter(RecordId.class::isInstance)
                .flatMap(id -> Optional.ofNullable(byKey.get(id)).stream())
                .findFirst()
                .orElse(lead);
    }

    /**
     * Notes that these records are no more there, or are told as gone on this page, so that no lead may bear their Ids any longer,
     * nor is held back by what it notes of them.
     */
    void bury(Collection<RecordId> ids) {
        if (dead.addAll(ids)) {
            leads.stream()
                    .filter(lead -> !borne.isTheLeads(lead) && !isHeldBack(lead))
                    .forEach(this::find);
        }
    }

    /** Whether a lead may go on to bear an Id. */
    boolean isAlive(RecordId id) {
        return !dead.contains(id);
    }
}
