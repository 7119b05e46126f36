package com.spara.sf.client;

import com.spara.sf.client.auth.Accesses;
import com.spara.sf.client.pull.PageSize;
import com.spara.sf.connect.OrgAddress;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.connect.WebApp;
import com.spara.sf.spi.Sleeper;
import com.spara.sf.spi.TokenStore;
import com.spara.sf.spi.Transport;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a client is made of: what differs between a test and production, and what the host chose.
 *
 * @param app null for a host whose customers do not log in
 * @param rowsOfAQuery the most rows that an org answers to a query of records at once; that for what changed keeps its 2,000
 */
record Setup(
        Transport transport,
        Duration deadline,
        Clock clock,
        Sleeper sleeper,
        RandomGenerator random,
        TokenStore store,
        @Nullable WebApp app,
        SalesforceListener listener,
        boolean loopback,
        int rowsOfAQuery) {

    private static final Duration DEADLINE = Duration.ofMinutes(2);

    static Setup over(Transport transport) {
        return new Setup(
                transport,
                DEADLINE,
                Clock.systemUTC(),
                time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()),
                new SecureRandom(),
                TokenStore.inMemory(),
                null,
                new SalesforceListener() {},
                false,
                PageSize.MOST);
    }

    Setup with(Duration other) {
        return new Setup(transport, other, clock, sleeper, random, store, app, listener, loopback, rowsOfAQuery);
    }

    Setup with(Clock other) {
        return new Setup(transport, deadline, other, sleeper, random, store, app, listener, loopback, rowsOfAQuery);
    }

    Setup with(Sleeper other) {
        return new Setup(transport, deadline, clock, other, random, store, app, listener, loopback, rowsOfAQuery);
    }

    Setup with(TokenStore other) {
        return new Setup(transport, deadline, clock, sleeper, random, other, app, listener, loopback, rowsOfAQuery);
    }

    Setup with(WebApp other) {
        return new Setup(transport, deadline, clock, sleeper, random, store, other, listener, loopback, rowsOfAQuery);
    }

    Setup with(SalesforceListener other) {
        return new Setup(
                transport,
                deadline,
                clock,
                sleeper,
                random,
                store,
                app,
                new GuardedListener(other),
                loopback,
                rowsOfAQuery);
    }

    Setup withLoopback() {
        return new Setup(transport, deadline, clock, sleeper, random, store, app, listener, true, rowsOfAQuery);
    }

    Setup withRowsOfAQuery(int other) {
        return new Setup(transport, deadline, clock, sleeper, random, store, app, listener, loopback, other);
    }

    Accesses accesses() {
        return new Accesses(new Accesses.Seams(transport, clock, sleeper, random), store, listener);
    }

    /** An org's address as it was typed; throws {@link IllegalArgumentException} with advice if it is none. */
    OrgAddress address(String text) {
        if (!loopback) {
            return OrgAddress.of(text);
        }
        try {
            return OrgAddress.loopback(text);
        } catch (IllegalArgumentException elsewhere) {
            return OrgAddress.of(text);
        }
    }
}
