package com.spara.sf.client;

import com.spara.sf.client.auth.Accesses;
import com.spara.sf.client.auth.BoundAccess;
import com.spara.sf.client.auth.ConnectionAccess;
import com.spara.sf.client.auth.WebLogins;
import com.spara.sf.client.describe.SharedFields;
import com.spara.sf.client.http.JdkTransport;
import com.spara.sf.client.push.OrgMemory;
import com.spara.sf.client.push.PushEngine;
import com.spara.sf.client.rest.ApiVersion;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.LastCalls;
import com.spara.sf.client.rest.OrgWire;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.Credentials;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.connect.WebApp;
import com.spara.sf.spi.Sleeper;
import com.spara.sf.spi.TokenStore;
import com.spara.sf.spi.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The way in: connects orgs. One is enough for a JVM, whatever the number of customers; it holds one HTTP client.
 *
 * <pre>{@code
 * SalesforceSync sync = Salesforce.create()
 *     .connect("https://acme.my.salesforce.com", AccessToken.of(token))
 *     .sync(SyncSettings.standard());
 * }</pre>
 *
 * <p>For customers who click <em>Authorize</em>, give the app and a place for the tokens, and name each connection:
 *
 * <pre>{@code
 * Salesforce salesforce = Salesforce.create()
 *     .withApp(WebApp.of(consumerKey, callback).secret(consumerSecret))
 *     .withTokenStore(FileTokenStore.in(folder));
 * Connection acme = salesforce.connection("acme");
 * }</pre>
 *
 * <p>A push may take two minutes, everything included, unless {@link #withDeadline} says otherwise; what was not sent by then
 * is said to be so. Tokens are kept in memory unless {@link #withTokenStore} says otherwise.
 *
 * <p>Whatever leads to one org within one client, be it connections of several names or several tokens, shares what keeps
 * records from being doubled: pushes of one person take turns, a create whose answer was lost is remembered, a plan is carried
 * out once; and the budget of repetitions. Two clients share nothing, so make one; {@link #withApp} and
 * {@link #allowingLoopback} give the same client with another way in.
 *
 * <p>Immutable and safe for use by many threads; there is nothing to close.
 */
public final class Salesforce {

    private final Setup setup;
    private final Accesses accesses;
    private final Engines engines;
    private final OrgMemories memories;
    private final SharedFields fields = new SharedFields();

    private Salesforce(Setup setup) {
        this.setup = setup;
        this.accesses = setup.accesses();
        this.engines = new Engines(this::engine);
        this.memories = new OrgMemories(setup.clock());
    }

    /** The same connections and orgs, for a setup that differs in what a handle brings along. */
    private Salesforce(Setup setup, Salesforce shared) {
        this.setup = setup;
        this.accesses = shared.accesses;
        this.engines = shared.engines;
        this.memories = shared.memories;
    }

    private PushEngine engine(BoundAccess access) {
        Supplier<OrgMemory> memory = () -> memories.of(access.key());
        LastCalls lastCalls = new LastCalls(setup.clock());
        OrgWire wire = new OrgWire(
                new OrgWire.Seams(setup.transport(), setup.clock(), setup.sleeper(), setup.random(), report -> {
                    lastCalls.add(report);
                    setup.listener().called(access.name(), report);
                }),
                access,
                () -> memory.get().allowance());
        Composite composite = new Composite(wire, ApiVersion.PINNED, setup.random());
        PushEngine.Seams seams = new PushEngine.Seams(
                setup.clock(),
                setup.sleeper(),
                setup.deadline(),
                setup.rowsOfAQuery(),
                result -> setup.listener().pushed(access.name(), result));
        return new PushEngine(composite, seams, new PushEngine.Shared(fields, memory, lastCalls));
    }

    /**
     * Returns a client over the JDK's HTTP client.
     *
     * @return the client
     */
    public static Salesforce create() {
        return over(new JdkTransport());
    }

    /**
     * Returns a client over a transport of one's own, for example the one of the fake org.
     *
     * @param transport carries the requests
     * @return the client
     */
    public static Salesforce over(Transport transport) {
        Objects.requireNonNull(transport, "The transport is null. Use Salesforce.create() for the JDK's.");
        return new Salesforce(Setup.over(transport));
    }

    /**
     * Returns this client with another time that one push may take: of one lead, or of each two hundred.
     *
     * @param newDeadline the time for everything: calls, answers, waits and repetitions
     * @return the new client
     * @throws IllegalArgumentException if the time is not positive
     */
    public Salesforce withDeadline(Duration newDeadline) {
        Objects.requireNonNull(newDeadline, "The deadline is null. Leave withDeadline(..) away for two minutes.");
        if (newDeadline.isNegative() || newDeadline.isZero()) {
            throw new IllegalArgumentException("A push needs some time; give a positive deadline.");
        }
        return new Salesforce(setup.with(newDeadline));
    }

    /**
     * Returns this client with the app that customers authorize: the host's own, or one that a customer's admin made.
     * Works on the same connections as this client; each goes on with the app that it was made with.
     *
     * @param newApp the app
     * @return the new client
     */
    public Salesforce withApp(WebApp newApp) {
        Objects.requireNonNull(newApp, "The app is null. Give WebApp.of(..), or leave withApp(..) away.");
        accesses.know(newApp);
        return new Salesforce(setup.with(newApp), this);
    }

    /**
     * Returns this client with another place for the connections that have a name.
     *
     * @param newStore keeps the connections, tokens included
     * @return the new client
     */
    public Salesforce withTokenStore(TokenStore newStore) {
        Objects.requireNonNull(newStore, "The token store is null. Leave withTokenStore(..) away to keep nothing.");
        return new Salesforce(setup.with(newStore));
    }

    /**
     * Returns this client with another listener; by default nobody listens.
     *
     * @param newListener hears what operators want to know
     * @return the new client
     */
    public Salesforce withListener(SalesforceListener newListener) {
        Objects.requireNonNull(newListener, "The listener is null. Leave withListener(..) away.");
        return new Salesforce(setup.with(newListener));
    }

    /**
     * Returns this client with another clock, for tests.
     *
     * @param newClock what tells the time
     * @return the new client
     */
    public Salesforce withClock(Clock newClock) {
        Objects.requireNonNull(newClock, "The clock is null. Leave withClock(..) away for the machine's.");
        return new Salesforce(setup.with(newClock));
    }

    /** This client for an org that answers fewer rows to a query at once, for tests. */
    Salesforce withRowsOfAQuery(int most) {
        return new Salesforce(setup.withRowsOfAQuery(most));
    }

    /**
     * Returns this client with another way to wait between two tries, for tests.
     *
     * @param newSleeper what waits
     * @return the new client
     */
    public Salesforce withSleeper(Sleeper newSleeper) {
        Objects.requireNonNull(newSleeper, "The sleeper is null. Leave withSleeper(..) away.");
        return new Salesforce(setup.with(newSleeper));
    }

    /**
     * Returns this client taking addresses of this machine for those of orgs, by plain http too: for tests against a fake org
     * on a port, and nothing else.
     *
     * @return the new client
     */
    public Salesforce allowingLoopback() {
        return new Salesforce(setup.withLoopback(), this);
    }

    /**
     * Returns the connection of a name. Makes no call and reads no store; a name that nobody has used yet is a connection
     * that never was connected.
     *
     * @param name the name by which the host knows the customer, for example its tenant's id
     * @return the connection
     * @throws IllegalArgumentException if the name is blank
     */
    public Connection connection(String name) {
        Objects.requireNonNull(name, "The name of the connection is null. Give the id of the customer.");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A connection needs a name. Give the id of the customer.");
        }
        ConnectionAccess access = accesses.named(name);
        return handle(access, () -> accesses.logins(access, setup.app()));
    }

    /**
     * Connects an org with credentials that the host has. Makes no call: the first token is asked for when it is needed. All
     * connections of one org and the same credentials share what is known of the org.
     *
     * @param url the org's own address, for example {@code https://acme.my.salesforce.com}
     * @param credentials what the host proves itself with
     * @return the connection
     * @throws IllegalArgumentException if the address cannot be an org's
     */
    public Connection connect(String url, Credentials credentials) {
        Objects.requireNonNull(url, "The org's address is null. Give it as https://acme.my.salesforce.com.");
        Objects.requireNonNull(
                credentials, "The credentials are null. Give a JwtBearer, ClientCredentials or an AccessToken.");
        return handle(accesses.of(setup.address(url), credentials), Salesforce::noLogins);
    }

    private Connection handle(ConnectionAccess access, Supplier<WebLogins> logins) {
        return new OrgConnection(access, new OrgConnection.Client(engines, logins, setup::address, this::newName));
    }

    private static WebLogins noLogins() {
        throw new IllegalStateException("This connection proves itself by its own credentials, and nobody logs in. "
                + "Use Salesforce.connection(name) for an org that a person connects.");
    }

    private UUID newName() {
        return new UUID(setup.random().nextLong(), setup.random().nextLong());
    }
}
