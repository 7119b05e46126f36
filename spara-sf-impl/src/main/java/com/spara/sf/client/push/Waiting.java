package com.spara.sf.client.push;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Leads that wait for a batch. Those of one Account go into one batch or into batches that follow one another, and those of
 * one person are pushed in their order; a batch takes no lead whose Account or person is under way in another one. Used by one
 * thread.
 */
final class Waiting {

    private final Map<Object, Deque<Slot>> groups = new LinkedHashMap<>();
    private final Map<String, Deque<Slot>> people = new HashMap<>();
    private final Map<Slot, Set<Object>> accounts = new HashMap<>();
    private final Set<Object> underWay = new HashSet<>();
    private final boolean keepsAccounts;
    private int size;

    /** Whether leads of one Account have to be kept together, since their Contacts may be written. */
    Waiting(boolean keepsAccounts) {
        this.keepsAccounts = keepsAccounts;
    }

    int size() {
        return size;
    }

    void add(Slot slot) {
        put(slot, Deque::addLast);
    }

    /** Puts leads back before all others, in their order. */
    void putBack(List<Slot> batch) {
        for (int i = batch.size() - 1; i >= 0; i--) {
            put(batch.get(i), Deque::addFirst);
        }
    }

    private void put(Slot slot, BiConsumer<Deque<Slot>, Slot> end) {
        size++;
        end.accept(groups.computeIfAbsent(group(slot), any -> new ArrayDeque<>(1)), slot);
        for (String key : slot.people()) {
            end.accept(people.computeIfAbsent(key, any -> new ArrayDeque<>(1)), slot);
        }
    }

    /** Where batches follow one another there is nothing to keep apart, and all leads are one group. */
    private Object group(Slot slot) {
        if (slot.people().isEmpty()) {
            return Waiting.class;
        }
        Set<Object> known = accounts(slot);
        return known.isEmpty() ? slot : known.iterator().next();
    }

    private Set<Object> accounts(Slot slot) {
        return keepsAccounts ? accounts.computeIfAbsent(slot, Slot::accounts) : Set.of();
    }

    /** The leads that the next batch would have, at most so many; they go on waiting until {@link #begin}. */
    List<Slot> next(int most) {
        List<Slot> batch = new ArrayList<>();
        Set<Slot> taken = new HashSet<>();
        for (Map.Entry<Object, Deque<Slot>> group : groups.entrySet()) {
            if (batch.size() == most) {
                return batch;
            }
            if (!underWay.contains(group.getKey())) {
                take(group.getValue(), most, batch, taken);
            }
        }
        return batch;
    }

    private void take(Deque<Slot> group, int most, List<Slot> batch, Set<Slot> taken) {
        for (Slot slot : group) {
            if (batch.size() == most) {
                return;
            }
            if (Collections.disjoint(underWay, accounts(slot))
                    && Collections.disjoint(underWay, slot.people())
                    && isFirst(slot, taken)) {
                batch.add(slot);
                taken.add(slot);
            }
        }
    }

    private boolean isFirst(Slot slot, Set<Slot> taken) {
        for (String key : slot.people()) {
            if (!isFirst(slot, key, taken)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all earlier leads of the same person are in the batch already. */
    private boolean isFirst(Slot slot, String key, Set<Slot> taken) {
        for (Slot earlier : Objects.requireNonNull(people.get(key))) {
            if (earlier == slot) {
                return true;
            }
            if (!taken.contains(earlier)) {
                return false;
            }
        }
        return false;
    }

    /** Takes these leads out, and keeps their people and Accounts to them. */
    void begin(Collection<Slot> batch) {
        for (Slot slot : batch) {
            remove(slot);
            if (!slot.people().isEmpty()) {
                underWay.addAll(accounts(slot));
                underWay.addAll(slot.people());
            }
        }
    }

    private void remove(Slot slot) {
        size--;
        remove(groups, group(slot), slot);
        slot.people().forEach(key -> remove(people, key, slot));
    }

    private static <K> void remove(Map<K, Deque<Slot>> queues, K key, Slot slot) {
        Deque<Slot> queue = queues.get(key);
        if (queue != null && queue.remove(slot) && queue.isEmpty()) {
            queues.remove(key);
        }
    }

    /** The batch is over, and others may have its people and Accounts. */
    void end(Collection<Slot> batch) {
        for (Slot slot : batch) {
            if (!slot.people().isEmpty()) {
                accounts(slot).forEach(underWay::remove);
                slot.people().forEach(underWay::remove);
            }
            accounts.remove(slot);
        }
    }

    /** Takes all leads out, in no particular order. */
    List<Slot> drain() {
        List<Slot> all = groups.values().stream().flatMap(Collection::stream).toList();
        groups.clear();
        people.clear();
        accounts.clear();
        size = 0;
        return all;
    }
}
