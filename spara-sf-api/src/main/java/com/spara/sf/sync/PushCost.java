package com.spara.sf.sync;

import java.util.OptionalLong;

/**
 * What a push of many leads will cost, said beforehand.
 *
 * @param batches how many batches the leads are cut into
 * @param reads the API calls that read: one a batch, and one for each further round that the settings may need
 * @param writes the API calls that write, if each batch has something to write
 * @param byBulk the API calls of the same push by bulk jobs, if these take two minutes and each object has both new and changed
 *     records for them; empty where the settings ask for what a job cannot do
 */
public record PushCost(long batches, long reads, long writes, OptionalLong byBulk) {

    /**
     * Returns the API calls in all, by batches. Leads that need no write make it less; a refusal, a repetition or text with a
     * reference in it makes it more, and the results count what was really used.
     *
     * @return the number of calls
     */
    public long apiCalls() {
        return reads + writes;
    }
}
