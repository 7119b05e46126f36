package com.spara.sf.client.pull;

import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.ObjectDescribe;
import com.spara.sf.client.rest.Composite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * How many rows a query of one org may have: 2,000, or as many as could fill most of an answer by the declared lengths of
 * their fields, and half of them for an hour after an answer was too long all the same. Safe for use by many threads.
 */
public final class PageSize {

    /** The most rows that Salesforce answers to a query at once. */
    public static final int MOST = 2_000;

    private static final long MOST_BYTES = Composite.LONGEST_ANSWER / 4 * 3;
    private static final int BYTES_OF_A_VALUE = 64;
    private static final int VALUES_OF_A_RECORD = 4;
    private static final int SHORT_TEXT = 1_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Clock clock;
    private final int most;
    private long bytes = MOST_BYTES;
    private Instant until = Instant.MIN;
    private Instant onceUntil = Instant.MIN;

    /** Makes the sizes of an org that answers so many rows to a query, and in which no answer was too long yet. */
    public PageSize(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** About the bytes that a record takes in an answer, if its long texts are as long as they can be. */
    static long bytesOf(Collection<String> paths, ObjectDescribe described) {
        long parents = paths.stream()
                .filter(path -> path.contains("."))
                .map(path -> path.substring(0, path.lastIndexOf('.')))
                .distinct()
                .count();
        long longTexts = paths.stream()
                .flatMap(path -> described.field(path).stream())
                .mapToLong(FieldDescribe::length)
                .filter(length -> length > SHORT_TEXT)
                .sum();
        return longTexts + BYTES_OF_A_VALUE * (paths.size() + VALUES_OF_A_RECORD * (parents + 1));
    }

    /** How many records of so many bytes a page may have. */
    synchronized int rows(long bytesOfARecord) {
        return (int) Math.max(1, Math.min(most, bytes() / bytesOfARecord));
    }

    /** Whether a call may ask for twice the most rows of a query. */
    synchronized boolean isRoomForTwice(long bytesOfARecord) {
        return bytes() / bytesOfARecord >= 2L * most && !clock.instant().isBefore(onceUntil);
    }

    private long bytes() {
        return clock.instant().isBefore(until) ? bytes : MOST_BYTES;
    }

    /** Notes that Salesforce did not answer as many rows as a query may have, or refused to go on behind them. */
    synchronized void wasOnceEnough() {
        onceUntil = clock.instant().plus(REMEMBERED);
    }

    /** Notes that so many were too many; false if they cannot be fewer. */
    synchronized boolean wasTooLong(long bytesOfARecord, int rows) {
        if (rows <= 1) {
            return false;
        }
        bytes = bytesOfARecord * (rows / 2);
        until = clock.instant().plus(REMEMBERED);
        return true;
    }
}
