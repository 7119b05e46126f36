package com.spara.sf.client.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many rows a collection may have, for each operation of one org: 200, or half as many after its triggers were overwhelmed
 * or most of its rows were locked. Ten collections in a row that went well, or a quarter of an hour, make it larger again. Safe
 * for use by many threads.
 */
final class CollectionSize {

    static final int MOST = 200;

    /** Smaller ones are not tried: a trigger that fails for so few fails for another reason than the limits. */
    static final int FEWEST = 25;

    private static final int GOOD_ONES = 10;
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final Learned NOTHING = new Learned(MOST, false, 0, Instant.MIN);

    private record Learned(int rows, boolean isAlone, int good, Instant until) {}

    private final Clock clock;
    private final Map<String, Learned> learned = new HashMap<>();

    CollectionSize(Clock clock) {
        this.clock = clock;
    }

    /** How many rows of this operation may go together. */
    int rows(String operation) {
        return known(operation).rows();
    }

    /** Whether a collection of this operation needs a call of its own, since all of a call share the limits that were met. */
    boolean isAlone(String operation) {
        return known(operation).isAlone();
    }

    private synchronized Learned known(String operation) {
        Learned known = learned.getOrDefault(operation, NOTHING);
        return clock.instant().isBefore(known.until()) ? known : NOTHING;
    }

    /** The operations that take fewer rows than usual, with how many they take. */
    synchronized Map<String, Integer> learned() {
        Map<String, Integer> fewer = new HashMap<>();
        learned.keySet().forEach(operation -> fewer.put(operation, rows(operation)));
        fewer.values().removeIf(rows -> rows == MOST);
        return fewer;
    }

    /** Notes what Salesforce answered to a collection. */
    void answered(List<Row> rows) {
        String operation = rows.get(0).operation();
        boolean isOverwhelmed = isOverwhelmed(rows);
        if (isOverwhelmed || isLocked(rows)) {
            wentBadly(operation, rows.size(), isOverwhelmed);
        } else if (rows.stream().anyMatch(row -> row.answer().is(RowAnswer.Kind.DONE))) {
            wentWell(operation, rows.size());
        }
    }

    private synchronized void wentBadly(String operation, int size, boolean isOverwhelmed) {
        Learned before = known(operation);
        int fewer = Math.max(FEWEST, Math.min(before.rows(), size / 2));
        learned.put(operation, new Learned(fewer, before.isAlone() || isOverwhelmed, 0, soon()));
    }

    private synchronized void wentWell(String operation, int size) {
        Learned before = known(operation);
        if (before.rows() == MOST) {
            learned.remove(operation);
        } else if (size == before.rows()) {
            boolean isEnough = before.good() + 1 >= GOOD_ONES;
            int rows = isEnough ? Math.min(MOST, 2 * before.rows()) : before.rows();
            Instant until = isEnough ? soon() : before.until();
            learned.put(operation, new Learned(rows, before.isAlone(), isEnough ? 0 : before.good() + 1, until));
        }
    }

    private Instant soon() {
        return clock.instant().plus(REMEMBERED);
    }

    /** Whether all rows met with one and the same limit, which they share. */
    static boolean isOverwhelmed(List<Row> rows) {
        RowAnswer first = rows.get(0).answer();
        return rows.size() > FEWEST
                && Remedy.isSharedLimit(first.reason().code())
                && rows.stream()
                        .allMatch(row -> row.answer().is(RowAnswer.Kind.REFUSED)
                                && row.answer().reason().is(first.reason().code()));
    }

    /**
     * Whether most rows were locked by others, as happens when many write the people of one Account; said of rows that are
     * sent for the first time, since those that are tried again wait for the same lock.
     */
    private static boolean isLocked(List<Row> rows) {
        long locked = rows.stream()
                .filter(row -> row.tries() == 1 && row.answer().reason().is("UNABLE_TO_LOCK_ROW"))
                .count();
        return rows.size() > FEWEST && locked * 2 > rows.size();
    }
}
