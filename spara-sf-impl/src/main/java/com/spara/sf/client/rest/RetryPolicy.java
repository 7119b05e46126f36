package com.spara.sf.client.rest;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What is done about each fault of a call that reads, and of one that writes: one table. Nothing is repeated that might have
 * happened; whoever wrote looks first.
 */
public final class RetryPolicy {

    /** How often a request goes out at the most. */
    public static final int MOST_ATTEMPTS = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Map<Fault, Row> TABLE = table();

    /** What can be done. */
    public enum Remedy {
        /** The request is sent again after a moment. */
        REPEAT,
        /** The request is sent again after the time that Salesforce asks for, or a longer moment. */
        WAIT,
        /** The request may have been carried out: look at the records, then decide. */
        LOOK_FIRST,
        /** The request is not sent again. */
        STOP
    }

    private record Row(Remedy read, Remedy write) {}

    private RetryPolicy() {}

    private static Map<Fault, Row> table() {
        Map<Fault, Row> table = new EnumMap<>(Fault.class);
        table.put(Fault.NOT_SENT, new Row(Remedy.REPEAT, Remedy.REPEAT));
        table.put(Fault.LOST, new Row(Remedy.REPEAT, Remedy.LOOK_FIRST));
        table.put(Fault.BUSY, new Row(Remedy.WAIT, Remedy.LOOK_FIRST));
        table.put(Fault.THROTTLED, new Row(Remedy.WAIT, Remedy.WAIT));
        table.put(Fault.NOT_UNDERSTOOD, new Row(Remedy.WAIT, Remedy.LOOK_FIRST));
        table.put(Fault.TOO_LONG, new Row(Remedy.STOP, Remedy.LOOK_FIRST));
        table.put(Fault.LIMIT, new Row(Remedy.STOP, Remedy.STOP));
        table.put(Fault.REFUSED, new Row(Remedy.STOP, Remedy.STOP));
        return table;
    }

    /** What to do about a fault of a call that only reads, or of one that writes. */
    public static Remedy of(Fault fault, boolean isRead) {
        Row row = TABLE.getOrDefault(fault, new Row(Remedy.STOP, Remedy.STOP));
        return isRead ? row.read() : row.write();
    }

    /** How long to wait before the next attempt: at random up to a bound that doubles, or what Salesforce asked for. */
    static Duration pause(CallFailure failure, Remedy remedy, int attempt, RandomGenerator random) {
        return atLeast(failure.retryAfter(), pause(remedy, attempt, random));
    }

    /** How long to wait before the next attempt if Salesforce asked for nothing: at random up to a bound that doubles. */
    public static Duration pause(Remedy remedy, int attempt, RandomGenerator random) {
        Duration bound = (remedy == Remedy.WAIT ? FIRST_WAIT : FIRST_PAUSE).multipliedBy(1L << (attempt - 1));
        Duration most = bound.compareTo(LONGEST) < 0 ? bound : LONGEST;
        return most.dividedBy(2).plusMillis(random.nextLong(most.toMillis() / 2 + 1));
    }

    /** The time that Salesforce asked to wait, or the pause if that is longer. */
    public static Duration atLeast(Optional<Duration> asked, Duration pause) {
        return asked.filter(time -> time.compareTo(pause) > 0).orElse(pause);
    }
}
