package com.spara.sf.testkit.records;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What the org does by itself when its clock has come so far; done before whatever is asked next. */
final class Agenda {
    private final PriorityQueue<Item> items = new PriorityQueue<>(Comparator.comparing(Item::due));

    private record Item(Instant due, Runnable work) {}

    void add(Instant due, Runnable work) {
        items.add(new Item(due, work));
    }

    void run(Clock clock) {
        while (!items.isEmpty() && !items.peek().due.isAfter(clock.instant())) {
            items.remove().work.run();
        }
    }
}
