package com.spara.sf.client;

import com.spara.sf.client.http.JdkTransport;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.Connection;
import com.spara.sf.spi.Sleeper;
import com.spara.sf.spi.Transport;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The way in: connects orgs. One is enough for a JVM, whatever the number of customers; it holds one HTTP client.
 *
 * <pre>{@code
 * SalesforceSync sync = Salesforce.create()
 *     .connect("https://acme.my.salesforce.com", AccessToken.of(token))
 *     .sync(SyncSettings.standard());
 * }</pre>
 *
 * <p>A call to an org may take two minutes, reading the answer included, unless {@link #withDeadline} says otherwise.
 * Immutable and safe for use by many threads; there is nothing to close.
 */
public final class Salesforce {

    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final OrgConnection.Seams seams;
    private final Engines engines = new Engines();

    private Salesforce(OrgConnection.Seams seams) {
        this.seams = seams;
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
        return new Salesforce(new OrgConnection.Seams(
                transport,
                DEADLINE,
                Clock.systemUTC(),
                time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()),
                new SecureRandom()));
    }

    /**
     * Returns this client with another time that one call to an org may take.
     *
     * @param newDeadline the time for everything, reading the answer included
     * @return the new client
     * @throws IllegalArgumentException if the time is not positive
     */
    public Salesforce withDeadline(Duration newDeadline) {
        if (newDeadline.isNegative() || newDeadline.isZero()) {
            throw new IllegalArgumentException("A call needs some time; give a positive deadline.");
        }
        return new Salesforce(seams.with(newDeadline));
    }

    /**
     * Returns this client with another clock, for tests.
     *
     * @param newClock what tells the time
     * @return the new client
     */
    public Salesforce withClock(Clock newClock) {
        return new Salesforce(seams.with(newClock));
    }

    /**
     * Returns this client with another way to wait between two tries, for tests.
     *
     * @param newSleeper what waits
     * @return the new client
     */
    public Salesforce withSleeper(Sleeper newSleeper) {
        return new Salesforce(seams.with(newSleeper));
    }

    /**
     * Connects an org with a token that the host has already. Makes no call. All connections of one org and token share
     * what is known of the org.
     *
     * @param url the org's own address, for example {@code https://acme.my.salesforce.com}
     * @param token the token
     * @return the connection
     * @throws IllegalArgumentException if the address cannot be an org's
     */
    public Connection connect(String url, AccessToken token) {
        URI origin = OrgAddress.of(url);
        return new OrgConnection(
                origin, seams, engines.of(origin, token, () -> OrgConnection.engine(origin, seams, token)));
    }
}
