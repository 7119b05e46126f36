package com.spara.sf.testkit.records;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What the org does by itself when its clock has come so far; done before whatever is asked next. */
final class Agenda {
    private final PriorityQueue<Item> items = new PriorityQueue<>(Comparator.comparing(Item::due));

    private record Item(Instant due, Instant dated, Runnable work) {}

    /** Takes when it is to be done, and how what it does is dated. */
    void add(Instant due, Instant dated, Runnable work) {
        items.add(new Item(due, dated, work));
    }

    /** The earliest date that something to be done will have. */
    Optional<Instant> oldest() {
        return items.stream().map(Item::dated).min(Comparator.naturalOrder());
    }

    void run(Clock clock) {
        while (!items.isEmpty() && !items.peek().due.isAfter(clock.instant())) {
            items.remove().work.run();
        }
    }
}
