package com.spara.sf.testkit;

import com.spara.sf.RecordId;
import com.spara.sf.spi.Transport;
import com.spara.sf.testkit.data.JsonPlace;
import com.spara.sf.testkit.data.JsonText;
import com.spara.sf.testkit.rest.Port;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Salesforce org in memory: a standard schema, one administrator, no records. Its clock stands at
 * 2026-11-23T09:00:00Z until it is moved.
 *
 * <pre>{@code
 * FakeOrg org = FakeOrg.create();
 * RecordId ada = org.lead("ada@example.com", "LastName", "Lovelace");
 * org.convert(ada);
 * org.expect().records("Contact", 1).value(ada, "Status", "Closed - Converted").apiCalls(0);
 * }</pre>
 *
 * <p>What is done to it directly is done as an administrator does it in the org itself: it obeys the data rules, and
 * no rule that was set up, no right that was taken away and no lock concerns it. It counts no API call. Thread-safe: an
 * org does one thing at a time.
 */
public final class FakeOrg {
    private final OrgRooms rooms;

    private FakeOrg(String domain) {
        this.rooms = new OrgRooms(domain);
    }

    /**
     * Makes an org under {@code https://fake.my.salesforce.com}.
     *
     * @return the org
     */
    public static FakeOrg create() {
        return create("fake");
    }

    /**
     * Makes an org under {@code https://<domain>.my.salesforce.com}.
     *
     * @param domain the org's own name, of letters, digits and hyphens
     * @return the org
     */
    public static FakeOrg create(String domain) {
        return new FakeOrg(domain);
    }

    /**
     * Returns the wire to this org, in process, without a socket or a thread.
     *
     * @return a wire that leads to {@link #url()}, and for logging in to {@code login.salesforce.com} and {@code
     *     test.salesforce.com}
     */
    public Transport transport() {
        return rooms.transport();
    }

    /** {@return the org's address, without a trailing slash} */
    public String url() {
        return rooms.url().toString();
    }

    /**
     * Returns a valid access token of {@link #user()}. It does not expire, however far the clock is moved, unless
     * {@link Logins#sessionLifetime} was set; then, as after {@link #revokeTokens()}, the next one is another.
     *
     * @return the same token as long as it is good
     */
    public String token() {
        return rooms.token(user());
    }

    /**
     * Returns a valid access token of a user, which lasts as that of {@link #token()} does.
     *
     * @param user the user's Id
     * @return the same token as long as it is good
     */
    public String token(RecordId user) {
        return rooms.token(user);
    }

    /** Revokes all access tokens given out so far; the next {@code token()} is another one. */
    public void revokeTokens() {
        rooms.revokeTokens();
    }

    /**
     * Returns an app that users can let into the org; it is registered when it is first asked for.
     *
     * @param consumerKey the app's {@code client_id}
     * @return the app, to set it up
     */
    public FakeApp app(String consumerKey) {
        return rooms.logins().app(consumerKey);
    }

    /** {@return how users and apps log in: who is let in, how long, and what they got} */
    public Logins logins() {
        return rooms.logins();
    }

    /**
     * Serves the org on a free port of this machine. A browser that opens the address shows the org: its records, the
     * last calls with their bodies, the trouble that is planned and that it met.
     *
     * @return the server, to be closed
     */
    public FakeServer serve() {
        return serve(0);
    }

    /**
     * Serves the org on a port of this machine.
     *
     * @param port the port; 0 takes a free one
     * @return the server, to be closed
     * @throws java.io.UncheckedIOException if the port cannot be bound
     */
    public FakeServer serve(int port) {
        return serve(port, Duration.ZERO);
    }

    /**
     * Serves the org on a port of this machine as if that were far away.
     *
     * @param port the port; 0 takes a free one
     * @param latency how long each call really waits; zero for no time
     * @return the server, to be closed
     * @throws java.io.UncheckedIOException if the port cannot be bound
     */
    public FakeServer serve(int port, Duration latency) {
        return rooms.serve(new Port(port, latency));
    }

    /**
     * Adds a record.
     *
     * @param object the API name, for example {@code Lead}
     * @param fieldsAndValues field names, each followed by its value
     * @return the Id
     * @throws IllegalArgumentException if the org refuses the record
     */
    public RecordId add(String object, @Nullable Object... fieldsAndValues) {
        return add(object, OrgRooms.pairs(fieldsAndValues));
    }

    /**
     * Adds a record.
     *
     * @param object the API name
     * @param fields the values by field name; audit dates such as {@code CreatedDate} can be set too
     * @return the Id
     * @throws IllegalArgumentException if the org refuses the record
     */
    public RecordId add(String object, Map<String, ?> fields) {
        return rooms.add(object, fields);
    }

    /**
     * Adds a lead. Where nothing else is said, its last name and its company are taken from the e-mail address.
     *
     * @param email the e-mail address, for example {@code ada@acme.example}
     * @param fieldsAndValues field names, each followed by its value
     * @return the Id
     */
    public RecordId lead(String email, @Nullable Object... fieldsAndValues) {
        return add("Lead", Shorthand.lead(email, OrgRooms.pairs(fieldsAndValues)));
    }

    /**
     * Adds a contact. Where nothing else is said, its last name is taken from the e-mail address.
     *
     * @param email the e-mail address
     * @param fieldsAndValues field names, each followed by its value
     * @return the Id
     */
    public RecordId contact(String email, @Nullable Object... fieldsAndValues) {
        return add("Contact", Shorthand.contact(email, OrgRooms.pairs(fieldsAndValues)));
    }

    /**
     * Adds an account.
     *
     * @param name the account's name
     * @param fieldsAndValues field names, each followed by its value
     * @return the Id
     */
    public RecordId account(String name, @Nullable Object... fieldsAndValues) {
        return add("Account", Shorthand.account(name, OrgRooms.pairs(fieldsAndValues)));
    }

    /**
     * Changes a record.
     *
     * @param id the record
     * @param fieldsAndValues field names, each followed by its value; null clears
     * @throws IllegalArgumentException if the org refuses the change
     */
    public void update(RecordId id, @Nullable Object... fieldsAndValues) {
        rooms.update(id, OrgRooms.pairs(fieldsAndValues));
    }

    /**
     * Adds a record as {@link #add(String, Object...)} does, in a transaction that goes on for a while: the record is
     * dated now, and nobody sees it before the clock has moved on by the delay.
     *
     * @param delay until it is committed
     * @param object the API name
     * @param fieldsAndValues field names, each followed by its value
     * @return the Id that it will have
     * @throws IllegalArgumentException if the org refuses the record, or the delay is not positive
     */
    public RecordId lateAdd(Duration delay, String object, Object... fieldsAndValues) {
        return rooms.commitLate(delay, () -> add(object, OrgRooms.pairs(fieldsAndValues)));
    }

    /**
     * Does something to the org in a transaction that goes on for a while: what is changed is dated now, nobody sees
     * it before the clock has moved on by the delay, and until then whoever writes the same records, by a request or by a method of
     * this org, is refused with UNABLE_TO_LOCK_ROW.
     *
     * @param delay until it is committed
     * @param work changes records, of this org and in this thread, directly or by its {@link #transport()}
     * @throws IllegalArgumentException if the delay is not positive
     */
    public void lateCommit(Duration delay, Runnable work) {
        rooms.commitLate(delay, () -> {
            work.run();
            return work;
        });
    }

    /**
     * Puts a record into the recycle bin, with what belongs to it. After 15 days it is gone for good.
     *
     * @param id the record
     * @throws IllegalArgumentException if the org refuses it
     */
    public void delete(RecordId id) {
        rooms.run(records -> records.delete(id.value()));
    }

    /**
     * Takes a record out of the recycle bin, with what went there with it.
     *
     * @param id the record
     * @throws IllegalArgumentException if the org refuses it
     */
    public void undelete(RecordId id) {
        rooms.run(records -> records.undelete(id.value()));
    }

    /**
     * Merges records into one: the losers are deleted and name the winner as their master.
     *
     * @param winner the record that stays
     * @param losers one or two others of the same object
     * @throws IllegalArgumentException if the org refuses it
     */
    public void merge(RecordId winner, RecordId... losers) {
        List<String> ids = List.of(losers).stream().map(RecordId::value).toList();
        rooms.run(records -> records.merge(winner.value(), ids));
    }

    /**
     * Converts a lead into a new account, contact and opportunity.
     *
     * @param leadId the lead
     * @return what it became
     * @throws IllegalArgumentException if the org refuses it
     */
    public Conversion convert(RecordId leadId) {
        return rooms.convert(leadId, null, null);
    }

    /**
     * Converts a lead into an account and a contact that are there, and a new opportunity.
     *
     * @param leadId the lead
     * @param accountId the account
     * @param contactId the contact, which gets what it lacks
     * @return what it became
     * @throws IllegalArgumentException if the org refuses it
     */
    public Conversion convert(RecordId leadId, RecordId accountId, RecordId contactId) {
        return rooms.convert(leadId, accountId.value(), contactId.value());
    }

    /**
     * Converts a lead into an account, a contact and an opportunity that are there and stay as they are.
     *
     * @param made the lead and what it becomes
     * @throws IllegalArgumentException if the org refuses it
     */
    public void convert(Conversion made) {
        rooms.convert(made);
    }

    /**
     * Returns a record, a deleted one too.
     *
     * @param id the record
     * @return the record as it stands now
     * @throws IllegalArgumentException if the org has no such record
     */
    public FakeRecord record(RecordId id) {
        return rooms.record(id);
    }

    /**
     * Returns all records of an object but deleted ones, in the order in which they were made.
     *
     * @param object the API name
     * @return the records as they stand now
     */
    public List<FakeRecord> records(String object) {
        return rooms.live(object);
    }

    /**
     * Returns the only record of an object.
     *
     * @param object the API name
     * @return the record
     * @throws AssertionError with the org as a table, if there is none or more than one
     */
    public FakeRecord only(String object) {
        List<FakeRecord> records = records(object);
        if (records.size() != 1) {
            throw OrgExpectations.failure("expected one " + object + " but there are " + records.size(), this);
        }
        return records.get(0);
    }

    /** {@return what can be expected of this org; what does not hold fails with the org as tables} */
    public OrgExpectations expect() {
        return new OrgExpectations(this);
    }

    /** {@return the connected user, an administrator} */
    public RecordId user() {
        return RecordId.of(rooms.setup().adminId());
    }

    /**
     * Adds an active user.
     *
     * @param name first names and a last name
     * @param email the e-mail address, which others may have too
     * @return the user's Id
     */
    public RecordId user(String name, String email) {
        return RecordId.of(rooms.setup().addUser(name, email));
    }

    /**
     * Deactivates a user, who keeps what they own.
     *
     * @param user the user
     */
    public void deactivate(RecordId user) {
        rooms.run(records -> rooms.setup().deactivate(user.value()));
    }

    /**
     * Adds a queue that can own leads and cases.
     *
     * @param name the queue's name
     * @return the queue's Id
     */
    public RecordId queue(String name) {
        return RecordId.of(rooms.setup().addQueue(name, List.of("Lead", "Case")));
    }

    /**
     * Adds a field to an object; records that are there have no value in it.
     *
     * @param object the API name
     * @param field the field
     * @throws IllegalArgumentException if the object already has a field of that name
     */
    public void addField(String object, FakeField field) {
        rooms.run(records -> records.addField(object, field.draft()));
    }

    /**
     * Adds an object, with an Id, a name, an owner and audit fields of its own.
     *
     * @param name the API name, for example {@code Invoice__c}
     * @param fields its further fields
     */
    public void addObject(String name, FakeField... fields) {
        rooms.run(records -> records.addObject(
                name, List.of(fields).stream().map(FakeField::draft).toList()));
    }

    /**
     * Activates an assignment rule. It runs on each create and update over the API, unless the request has the header
     * {@code Sforce-Auto-Assign: FALSE}.
     *
     * @param object {@code Lead} or {@code Case}
     * @param rule the rule, in place of an earlier one
     * @return the rule's Id, which the header can name too
     */
    public RecordId assignmentRule(String object, AssignmentRule rule) {
        return rooms.assignBy(object, rule);
    }

    /**
     * Lets users edit converted leads, as some orgs do; by default they are read-only.
     *
     * @param editable whether they can be edited
     */
    public void convertedLeadsEditable(boolean editable) {
        rooms.run(records -> records.editableConvertedLeads(editable));
    }

    /**
     * Sets the most rows of one query page, 2,000 by default. Of rows with a long text a page has at most 1,000, of rows
     * with two custom ones at most 200. Fewer than 2,000 hold for the results of a bulk query too, which has longer pages otherwise.
     *
     * @param rows 1 to 2,000
     */
    public void pageSize(int rows) {
        rooms.pageSize(rows);
    }

    /**
     * Returns the rules that the org's admins made for an object, to add to them.
     *
     * @param object the API name, for example {@code Lead}
     * @return the object's rules
     * @throws IllegalArgumentException if the org has no such object
     */
    public ObjectRules rules(String object) {
        return new ObjectRules(rooms.records(), rooms.setup(), object);
    }

    /** {@return the rights of the connected user, to take some away} */
    public Rights rights() {
        return rights(user());
    }

    /**
     * Returns the rights of a user, to take some away.
     *
     * @param user the user
     * @return the user's rights
     */
    public Rights rights(RecordId user) {
        return new Rights(rooms.records(), user.value());
    }

    /**
     * Holds a record as somebody does who is writing it, so that writes over the API are refused.
     *
     * @param record the record
     * @return the lock, to be closed
     */
    public RowLock locks(RecordId record) {
        return new RowLock(rooms.records().rules(), record);
    }

    /**
     * Lets a record wait for an approval; over the API it can then be neither changed nor deleted: ENTITY_IS_LOCKED.
     *
     * @param record the record
     */
    public void lockForApproval(RecordId record) {
        rooms.records().rules().inApproval(record.value(), true);
    }

    /**
     * Ends the approval of a record.
     *
     * @param record the record
     */
    public void approve(RecordId record) {
        rooms.records().rules().inApproval(record.value(), false);
    }

    /**
     * Fills the org's storage, so that creates over the API are refused with STORAGE_LIMIT_EXCEEDED, or empties it.
     *
     * @param full whether it is full
     */
    public void storageIsFull(boolean full) {
        rooms.records().rules().storageFull(full);
    }

    /**
     * Chooses how this org behaves where no source tells how Salesforce does.
     *
     * @param question what is not settled
     * @param answer whether it is so
     */
    public void settle(Unsettled question, boolean answer) {
        rooms.records().answers().settle(question.question(), answer);
    }

    /**
     * Plans trouble for the next call that matches.
     *
     * @param call which call
     * @return the plan, to say what goes wrong
     * @throws IllegalArgumentException if the call saves records of an object that the org does not have
     */
    public Trouble next(Call call) {
        return rooms.next(call);
    }

    /** {@return the trouble that was planned and has not happened yet} */
    public List<Trouble> unmetTrouble() {
        return rooms.unmetTrouble();
    }

    /** {@return the trouble that happened, in order, with the call that it happened to} */
    public List<MetTrouble> metTrouble() {
        return rooms.metTrouble();
    }

    /** {@return the API calls that the org allows, to use them up} */
    public OrgLimits limits() {
        return new OrgLimits(rooms.org().dailyCalls());
    }

    /** Kills all cursors: the next page of a query that has begun is refused with INVALID_QUERY_LOCATOR. */
    public void killCursors() {
        rooms.org().killCursors();
    }

    /** {@return the org's clock, which dates every record} */
    public FakeClock clock() {
        return rooms.clock();
    }

    /** {@return the calls that the org was asked} */
    public CallLedger calls() {
        return rooms.ledger();
    }

    /**
     * Returns the records of an object as a table for people.
     *
     * @param object the API name
     * @return a line for each record that is not deleted
     */
    public String table(String object) {
        return RecordTable.of(object, records(object));
    }

    /**
     * Returns what is in the org as JSON over several lines, in the form of {@code OrgData}, which also tells what is not
     * in it.
     *
     * @return the text
     */
    public String json() {
        return JsonText.indented(JsonPlace.of("the org's data", OrgDump.of(rooms)));
    }

    /** Returns the records of all objects that people work with, and the calls, as tables. */
    @Override
    public String toString() {
        return rooms.describe();
    }
}
