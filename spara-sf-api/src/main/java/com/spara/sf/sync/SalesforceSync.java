package com.spara.sf.sync;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.settings.OrgFields;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps the host's leads in step with one org, by one set of settings.
 *
 * <pre>{@code
 * PushResult result = sync.push(Lead.of("ada@example.com").with("company", "Acme"));
 * System.out.println(result.explain());
 * host.save(result.enrichedLead());
 * }</pre>
 *
 * <p>A push reads what is there in one API call and writes in another; when nothing is to be written, there is no second
 * call. What happens to one lead or one field is part of the result. Exceptions are for the connection:
 * {@link com.spara.sf.SalesforceException} and its kinds.
 *
 * <p>A handle without state of its own; safe for use by many threads, and there is nothing to close. Pushes of the same person
 * at the same moment take turns within one client, so that the second finds what the first made. Between hosts nothing takes
 * turns: two of them may both find nothing and make two records, unless new records have a unique key
 * ({@code docs/many-hosts.md}).
 */
public interface SalesforceSync {

    /**
     * Pushes one lead.
     *
     * @param lead the lead
     * @return what was found, what was written, and why; never sent, at once, where a bulk push of this process has the person
     *     ({@link com.spara.sf.ReasonCode#IN_BULK_PUSH})
     * @throws com.spara.sf.SalesforceException if the org cannot be used, before anything was written
     */
    PushResult push(Lead lead);

    /**
     * Pushes many leads, two API calls for two hundred.
     *
     * @param leads the leads, any number; two that are the same record are folded together, the later one's values
     *     winning
     * @return one result per lead, in order, also when the batch was stopped half-way
     */
    default PushBatch pushAll(Collection<Lead> leads) {
        return pushAll(leads, result -> {});
    }

    /**
     * Pushes many leads and tells of each as soon as its result is known.
     *
     * @param leads the leads
     * @param listener called once for each lead, in order, by the calling thread; one that throws is not called again, and
     *     the batch goes on and keeps the exception
     * @return one result per lead, in order, also when the batch was stopped half-way
     */
    PushBatch pushAll(Collection<Lead> leads, Consumer<PushResult> listener);

    /**
     * Pushes many leads as these options say, and keeps all results.
     *
     * @param leads the leads
     * @param options how
     * @return one result per lead, in order, also when the batch was stopped half-way
     * @throws IllegalArgumentException if bulk jobs are asked for, and the settings for what these cannot do
     */
    PushBatch pushAll(Collection<Lead> leads, PushOptions options);

    /**
     * Pushes any number of leads as they come, two API calls for two hundred, with bounded memory.
     *
     * <pre>{@code
     * try (Stream<Lead> leads = host.leads(); Stream<PushResult> results = sync.pushAll(leads, nightly)) {
     *     results.forEach(host::save);
     * }
     * }</pre>
     *
     * <p>Leads are taken from the stream only as fast as the results are taken: by the thread that takes them, at most two
     * batches for each that may be pushed at the same time, and one more. Nothing is taken, and nothing pushed, before the
     * first result is asked for. Leads of one person are pushed in their order and never in two requests at once; leads of one
     * Account go together, since Salesforce locks an Account while its people are written.
     *
     * <p>When the push is stopped, by the org or by the host, the leads that follow are still taken, and their results say
     * that they were never sent. A stream of results that is closed early begins no further batch, waits for those that were
     * begun, and gives their results to the {@link com.spara.sf.connect.SalesforceListener} only; use
     * {@link PushOptions#stoppingWhen} to end a push without losing results.
     * Take and close a stream on one thread, in sequence: {@code parallel()} would hold more leads.
     *
     * @param leads the leads; closing it stays with the caller
     * @param options how
     * @return one result per lead, in order, also when the push is stopped half-way; the stream itself throws nothing but what
     *     the stream of leads throws, after the results of the leads before that
     * @throws IllegalArgumentException if bulk jobs are asked for, and the settings for what these cannot do
     */
    Stream<PushResult> pushAll(Stream<Lead> leads, PushOptions options);

    /**
     * Goes on with bulk jobs that another process began, or this one before it was interrupted: waits for them and tells what came
     * of each lead. Writes nothing. Leads are found again by what the matchers look for, in the org and in the results of the
     * jobs. A job that had not been begun is stopped.
     *
     * <pre>{@code
     * PushBatch batch = sync.resume(host.handle(), host.leadsWithoutResult());
     * sync.pushAll(batch.neverSent());
     * }</pre>
     *
     * @param handle what {@link PushOptions#onBulkJobs} gave
     * @param leads the leads of that push that have no result yet; those that were in no job say that they were never sent, or
     *     that nothing is to be written
     * @return one result per lead, in order. A record that was written says so, without the fields that were written
     * @throws com.spara.sf.SalesforceException if the org cannot be used, or the jobs are those of another org, gone, or not over
     *     within an hour; the handle is as good as before
     * @throws IllegalArgumentException if the text is not a handle
     */
    PushBatch resume(String handle, Collection<Lead> leads);

    /**
     * Tells what a push of so many leads will cost, without a call.
     *
     * @param leads how many leads
     * @return the API calls, as far as they can be foreseen
     * @throws IllegalArgumentException if the number is negative
     */
    PushCost cost(long leads);

    /**
     * Does all that a push does but the write: same reads, same thinking.
     *
     * @param lead the lead
     * @return what a push would do now
     * @throws com.spara.sf.SalesforceException if the org cannot be used
     */
    PushPlan plan(Lead lead);

    /**
     * Carries out exactly that plan, without reading again. A record that somebody changed since is not written: its
     * outcome is {@link com.spara.sf.ReasonCode#CHANGED_MEANWHILE}. A plan is carried out once, and creates records only
     * for five minutes, since nobody knows what appeared in the org after that.
     *
     * @param plan a plan made by this sync, or by another of the same org
     * @return what came of it
     * @throws com.spara.sf.SalesforceException if the org cannot be used, before anything was written
     */
    PushResult push(PushPlan plan);

    /**
     * Reads what Salesforce knows of one lead, by the enrichers of the settings, without pushing it.
     *
     * @param lead the lead
     * @return the lead with its Salesforce Ids, Account and owner
     * @throws com.spara.sf.SalesforceException if the org cannot be used
     */
    EnrichResult enrich(Lead lead);

    /**
     * Reads what Salesforce knows of many leads, one API call for two hundred.
     *
     * @param leads the leads
     * @return one result per lead, in order; those that could not be read say why
     */
    List<EnrichResult> enrichAll(Collection<Lead> leads);

    /**
     * Holds settings against the org as it is now: each mapping, and each matcher by one field, that cannot work or will surprise.
     * Matchers made of a function, and write rules, cannot be checked. Reads only, and costs one API call each time; filters of pull
     * rules cost more.
     *
     * @param settings the settings, those of this sync or others
     * @return the problems, errors first; empty if there are none
     * @throws com.spara.sf.SalesforceException if the org cannot be used
     */
    List<Problem> check(SyncSettings settings);

    /**
     * Asks the org for the fields of an object, as a mapping screen shows them: one API call each time, so that what an admin has
     * just changed is seen. Which mapped fields are gone or cannot be written any more {@link #check} says, which asks by itself.
     *
     * @param object {@code Lead}, {@code Contact} or another object's API name
     * @return the fields, and what fits into them
     * @throws IllegalArgumentException if that is no API name
     * @throws com.spara.sf.RequestRefusedException if the org has no such object, or the connected user may not see it
     * @throws com.spara.sf.SalesforceException if the org cannot be used
     */
    OrgFields fields(String object);

    /**
     * Reads the next page of what a rule takes, when the host recognises its leads by itself.
     *
     * @param rule the rule
     * @param cursor how far the pull has come; {@link PullCursor#start()} the first time
     * @return the page, with the cursor after it
     * @throws com.spara.sf.SalesforceException if the org cannot be used, or the cursor is of another org or of another
     *     rule; then nothing was read, and the cursor is as good as before
     */
    default PullPage pull(PullRule rule, PullCursor cursor) {
        return pull(rule, cursor, KnownLeads.none());
    }

    /**
     * Reads the next page of what a rule takes: at most 2,000 records in one API call, nearly 4,000 in a first look, and 10,000
     * where a big first pull goes by a bulk job. It comes after a call for the describe, and before another if records seem to
     * have left the rule, and one or two if the record of a lead of the host's is gone or has another e-mail address. Keep the
     * page and its {@link PullPage#next()} together.
     *
     * <pre>{@code
     * for (PullPage page = sync.pull(hot, host.cursor()); ; page = sync.pull(hot, page.next())) {
     *     host.saveTogether(page.leads(), page.gone(), page.next());
     *     if (page.isLast()) break;
     * }
     * }</pre>
     *
     * @param rule the rule
     * @param cursor how far the pull has come; {@link PullCursor#start()} the first time
     * @param known the leads that the host has already, asked once for the page, and again where {@link KnownLeads} says so
     * @return the page, with the cursor after it
     * @throws com.spara.sf.SalesforceException if the org cannot be used, or the cursor is of another org or of another
     *     rule; then nothing was read, and the cursor is as good as before
     * @throws IllegalArgumentException if the push mappings cannot be turned round, because one field of the lead goes
     *     into several Salesforce fields
     */
    PullPage pull(PullRule rule, PullCursor cursor, KnownLeads known);

    /**
     * Reads what a rule takes, page by page up to the last one, each when the stream asks for it.
     *
     * <pre>{@code
     * sync.pullAll(hot, host.cursor(), known).forEach(page -> host.saveTogether(page.leads(), page.gone(), page.next()));
     * }</pre>
     *
     * @param rule the rule
     * @param cursor how far the pull has come
     * @param known the leads that the host has already
     * @return the pages; the stream throws what {@link #pull(PullRule, PullCursor, KnownLeads)} does
     */
    default Stream<PullPage> pullAll(PullRule rule, PullCursor cursor, KnownLeads known) {
        return PullPages.stream(from -> pull(rule, from, known), cursor);
    }

    /**
     * Tells how many records a rule takes now, and shows the first few, in one API call after that for the describe.
     *
     * @param rule the rule
     * @return the count and the first ten
     * @throws com.spara.sf.SalesforceException if the org cannot be used, or the rule cannot work there
     */
    PullTryOut tryOut(PullRule rule);

    /**
     * Tells which records that the host holds a rule takes no more, however long ago they vanished: the second half of a
     * full look, after a pull from {@link PullCursor#start()} to the end. One API call for 2,000 records, and another for
     * 2,000 that are gone; a host with more than it likes to hold gives them in pieces.
     *
     * @param rule the rule
     * @param cursor the cursor of a page that was pulled by the rule, which says in which org the records are
     * @param held the records that the host holds of this rule
     * @return those that are gone, and what happened to them; one that Salesforce does not know counts as
     *     deleted, and so does a live one that the connected user may not see any longer, since Salesforce shows no difference
     * @throws com.spara.sf.SalesforceException if the org cannot be used, or the cursor is of another org or of another rule
     * @throws IllegalArgumentException if the cursor is {@link PullCursor#start()}, or an Id is of another object than the
     *     rule's
     */
    List<GoneRecord> reconcile(PullRule rule, PullCursor cursor, Collection<RecordId> held);
}
