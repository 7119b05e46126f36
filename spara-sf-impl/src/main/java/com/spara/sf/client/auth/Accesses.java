package com.spara.sf.client.auth;

import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.ClientCredentials;
import com.spara.sf.connect.Credentials;
import com.spara.sf.connect.JwtBearer;
import com.spara.sf.connect.OrgAddress;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.connect.WebApp;
import com.spara.sf.spi.Sleeper;
import com.spara.sf.spi.TokenStore;
import com.spara.sf.spi.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All connections of one client: one for each name, and one for each org and credentials. Safe for use by many threads. */
public final class Accesses {

    private static final int MOST_BY_CREDENTIALS = 2_000;

    /** What differs between a test and production, and what the host chose. */
    public record Seams(Transport transport, Clock clock, Sleeper sleeper, RandomGenerator random, Duration deadline) {}

    private final Seams seams;
    private final TokenEndpoint endpoint;
    private final TokenStore store;
    private final @Nullable WebApp app;
    private final SalesforceListener listener;
    private final Map<String, ConnectionAccess> byName = new ConcurrentHashMap<>();
    private final Map<Key, ConnectionAccess> byCredentials = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ConnectionAccess> eldest) {
            return size() > MOST_BY_CREDENTIALS;
        }
    };

    /** Makes an empty collection; the app is null for a host whose customers do not log in. */
    public Accesses(Seams seams, TokenStore store, @Nullable WebApp app, SalesforceListener listener) {
        this.seams = seams;
        this.endpoint = new TokenEndpoint(seams.transport(), seams.clock(), seams.deadline());
        this.store = store;
        this.app = app;
        this.listener = listener;
    }

    /** The connection of a name. */
    public ConnectionAccess named(String name) {
        return byName.computeIfAbsent(
                name,
                any -> new ConnectionAccess(
                        ConnectionStore.ofLogins(name, new ConnectionStore.Keeper(store, listener, seams.clock())),
                        new RefreshRenewal(endpoint, this::withCurrentSecret),
                        endpoint,
                        seams.sleeper()));
    }

    /** The logins of a connection; throws {@link IllegalStateException} if the host gave no app. */
    public WebLogins logins(ConnectionAccess access) {
        if (app == null) {
            throw new IllegalStateException(
                    "A login needs an app: give one by Salesforce.withApp(WebApp.of(consumerKey, callback)).");
        }
        return new WebLogins(access, endpoint, app, seams.random());
    }

    /** The connection of an org by a server's own credentials. */
    public ConnectionAccess of(OrgAddress org, Credentials credentials) {
        synchronized (byCredentials) {
            Key key = new Key(org, credentials);
            ConnectionAccess known = byCredentials.get(key);
            if (known == null || known.isLetGo()) {
                known = made(org, credentials);
                byCredentials.put(key, known);
            }
            return known;
        }
    }

    private ConnectionAccess made(OrgAddress org, Credentials credentials) {
        Tokens tokens = credentials instanceof AccessToken token
                ? new Tokens(token.reveal(), "", Rotation.UNKNOWN, false)
                : Tokens.NONE;
        ConnectionRecord first = ConnectionRecord.connected(
                OrgPlace.unknown(org), AppKey.NONE, tokens, seams.clock().instant());
        ConnectionStore kept = new ConnectionStore(
                org.toString(),
                new ConnectionStore.Keeper(TokenStore.inMemory(), listener, seams.clock()),
                () -> first);
        return new ConnectionAccess(kept, renewal(credentials), endpoint, seams.sleeper());
    }

    private Renewal renewal(Credentials credentials) {
        if (credentials instanceof JwtBearer jwt) {
            return new JwtRenewal(endpoint, jwt);
        }
        return credentials instanceof ClientCredentials client ? new SecretRenewal(endpoint, client) : new GivenToken();
    }

    /** The host may have got a new secret for its app since the connection was made. */
    private AppKey withCurrentSecret(AppKey stored) {
        return app != null && app.consumerKey().equals(stored.consumerKey()) ? AppKey.of(app) : stored;
    }

    private record Key(OrgAddress org, Credentials credentials) {}
}
