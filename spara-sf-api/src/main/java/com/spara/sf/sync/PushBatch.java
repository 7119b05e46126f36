package com.spara.sf.sync;

import com.spara.sf.Lead;
import com.spara.sf.SalesforceException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The results of a push of many leads: one for each, in order, also when the batch was stopped half-way. {@code toString}
 * shows no data. Immutable and safe to share between threads.
 */
public final class PushBatch implements Iterable<PushResult> {

    private final List<PushResult> results;
    private final int apiCalls;
    private final @Nullable SalesforceException stoppedBy;
    private final @Nullable RuntimeException listenerFailure;

    private PushBatch(
            List<PushResult> results,
            int apiCalls,
            @Nullable SalesforceException stoppedBy,
            @Nullable RuntimeException listenerFailure) {
        this.results = results;
        this.apiCalls = apiCalls;
        this.stoppedBy = stoppedBy;
        this.listenerFailure = listenerFailure;
    }

    /**
     * Returns a batch.
     *
     * @param results one result per lead, in order
     * @param apiCalls the API calls that were made
     * @param stoppedBy what stopped it half-way, or null
     * @return the batch
     */
    public static PushBatch of(List<PushResult> results, int apiCalls, @Nullable SalesforceException stoppedBy) {
        return new PushBatch(List.copyOf(results), apiCalls, stoppedBy, null);
    }

    /**
     * Returns this batch with what its listener threw.
     *
     * @param failure the exception, or null
     * @return the new batch
     */
    public PushBatch withListenerFailure(@Nullable RuntimeException failure) {
        return new PushBatch(results, apiCalls, stoppedBy, failure);
    }

    /**
     * Returns what the listener threw; it was not called again after that, and the batch went on.
     *
     * @return the exception, or empty if the listener never threw
     */
    public Optional<RuntimeException> listenerFailure() {
        return Optional.ofNullable(listenerFailure);
    }

    /**
     * Returns the results.
     *
     * @return one result per lead, in order, unmodifiable
     */
    public List<PushResult> results() {
        return results;
    }

    @Override
    public Iterator<PushResult> iterator() {
        return results.iterator();
    }

    /**
     * Returns the leads of which a record was to be written and was not; those that were never sent are not among them.
     *
     * @return their results, in order
     */
    public List<PushResult> failed() {
        return results.stream()
                .filter(result -> result.has(Outcome.FAILED) && !result.isNeverSent())
                .toList();
    }

    /**
     * Returns the leads for which nothing was sent, because the batch was stopped; pushing them again is safe.
     *
     * @return the leads, in order
     */
    public List<Lead> neverSent() {
        return results.stream()
                .filter(PushResult::isNeverSent)
                .map(PushResult::input)
                .toList();
    }

    /**
     * Returns the leads for which it is not known whether a write was carried out.
     *
     * @return their results, in order
     */
    public List<PushResult> unknown() {
        return results.stream().filter(result -> result.has(Outcome.UNKNOWN)).toList();
    }

    /**
     * Returns how many records came out so, Leads and Contacts together.
     *
     * @param outcome an outcome
     * @return the number of records
     */
    public long count(Outcome outcome) {
        return count("Lead", outcome) + count("Contact", outcome);
    }

    /**
     * Returns how many records of one object came out so. Leads that were folded into one record count for each.
     *
     * @param object {@code Lead} or {@code Contact}
     * @param outcome an outcome
     * @return the number of records
     */
    public long count(String object, Outcome outcome) {
        return results.stream()
                .map(result -> object.equals("Lead") ? result.lead() : result.contact())
                .filter(record -> record.outcome() == outcome)
                .count();
    }

    /**
     * Returns how many API calls were made.
     *
     * @return the number of calls
     */
    public int apiCalls() {
        return apiCalls;
    }

    /**
     * Returns what stopped the batch half-way.
     *
     * @return the exception, or empty if every lead was dealt with
     */
    public Optional<SalesforceException> stoppedBy() {
        return Optional.ofNullable(stoppedBy);
    }

    @Override
    public String toString() {
        return "PushBatch[" + results.size() + " leads, " + apiCalls + " API calls]";
    }
}
