package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records in the order of their last change. They are sorted when somebody asks, and not again until one changes. */
final class StampOrder {
    private static final String STAMP = "SystemModstamp";

    private final List<Slot> slots;
    private Slot @Nullable [] sorted;

    StampOrder(List<Slot> slots) {
        this.slots = slots;
    }

    static boolean isOf(Field field) {
        return field.name().equals(STAMP);
    }

    /** A record came, went or changed. */
    void forget() {
        sorted = null;
    }

    /** From the moment on, or all; records of one moment stand in the order in which they were made. */
    Stream<Slot> from(@Nullable Instant moment) {
        Slot[] all = sorted;
        if (all == null) {
            all = slots.toArray(Slot[]::new);
            Arrays.sort(all, Comparator.comparing(StampOrder::stamp));
            sorted = all;
        }
        return Arrays.stream(all, moment == null ? 0 : first(all, moment), all.length);
    }

    private static int first(Slot[] all, Instant moment) {
        int low = 0;
        int high = all.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stamp(all[middle]).isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Instant stamp(Slot slot) {
        return slot.row().value(STAMP) instanceof Instant moment ? moment : Instant.MIN;
    }
}
