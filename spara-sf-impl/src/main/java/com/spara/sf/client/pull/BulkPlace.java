package com.spara.sf.client.pull;

import com.spara.sf.client.bulk.QueryJob;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How far a look has come in a bulk job.
 *
 * @param job the job's Id; empty if there is none
 * @param place the next part of its results
 * @param polls how often the job was asked for
 * @param failures how often the next part could not be read
 * @param isRefused whether a job was tried in this look, and could not be made or read
 */
record BulkPlace(String job, QueryJob.Place place, int polls, int failures, boolean isRefused) {

    private static final int PARTS = 5;
    private static final int MOST_FAILURES = 3;
    private static final String NO = "no";
    private static final QueryJob.Place BEGINNING = QueryJob.Place.beginning();

    static final BulkPlace NONE = new BulkPlace("", BEGINNING, 0, 0, false);
    static final BulkPlace REFUSED = new BulkPlace("", BEGINNING, 0, 0, true);

    /** The beginning of a job. */
    static BulkPlace of(String job) {
        return new BulkPlace(job, BEGINNING, 0, 0, false);
    }

    /** The same after more polls. */
    BulkPlace polled(int newPolls) {
        return new BulkPlace(job, place, newPolls, failures, false);
    }

    /** The same after the next part could not be read; refused after three times. */
    BulkPlace unread() {
        return failures + 1 < MOST_FAILURES ? new BulkPlace(job, place, polls, failures + 1, false) : REFUSED;
    }

    /** The place behind a part; none if it was the last. */
    BulkPlace behind(QueryJob.Page<?> page) {
        return page.isLast() ? NONE : new BulkPlace(job, page.next(), polls, 0, false);
    }

    boolean isJob() {
        return !job.isEmpty();
    }

    /** Whether a part was read already, so that the job is over. */
    boolean isBegun() {
        return !place.locator().isEmpty();
    }

    String text() {
        if (!isJob()) {
            return isRefused ? NO : "";
        }
        String locator = URLEncoder.encode(place.locator(), StandardCharsets.UTF_8);
        return job + ":" + place.rows() + ":" + polls + ":" + failures + ":" + locator;
    }

    static BulkPlace parse(String text) {
        if (text.equals(NO)) {
            return REFUSED;
        }
        String[] parts = text.split(":", PARTS);
        if (parts.length < PARTS) {
            throw new NumberFormatException("not a place in a job");
        }
        String locator = URLDecoder.decode(parts[4], StandardCharsets.UTF_8);
        return new BulkPlace(
                parts[0],
                new QueryJob.Place(locator, Integer.parseInt(parts[1])),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                false);
    }
}
