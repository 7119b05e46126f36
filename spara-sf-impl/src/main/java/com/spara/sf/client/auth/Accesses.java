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
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All connections of one client: one for each name, and one for each org and credentials. Tokens that hosts give come and go,
 * so only those used last are kept. Safe for use by many threads.
 */
public final class Accesses {

    private static final int MOST_BY_TOKEN = 2_000;

    /** What differs between a test and production, and what the host chose. */
    public record Seams(Transport transport, Clock clock, Sleeper sleeper, RandomGenerator random) {}

    private final Seams seams;
    private final TokenEndpoint endpoint;
    private final TokenStore store;
    private final SalesforceListener listener;
    private final Map<String, ConnectionAccess> byName = new ConcurrentHashMap<>();
    private final Map<String, AppKey> apps = new ConcurrentHashMap<>();
    private final Map<Key, ConnectionAccess> byCredentials = new HashMap<>();
    private final Map<Key, ConnectionAccess> byToken = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ConnectionAccess> eldest) {
            return size() > MOST_BY_TOKEN;
        }
    };

    /** Makes an empty collection. */
    public Accesses(Seams seams, TokenStore store, SalesforceListener listener) {
        this.seams = seams;
        this.endpoint = new TokenEndpoint(seams.transport(), seams.clock());
        this.store = store;
        this.listener = listener;
    }

    /** The connection of a name. */
    public ConnectionAccess named(String name) {
        return byName.computeIfAbsent(
                name,
                any -> access(
                        ConnectionStore.ofLogins(name, new ConnectionStore.Keeper(store, listener, seams.clock())),
                        new RefreshRenewal(endpoint, this::withCurrentSecret)));
    }

    private ConnectionAccess access(ConnectionStore kept, Renewal renewal) {
        return new ConnectionAccess(kept, new Renewals(kept, renewal, seams), endpoint);
    }

    /** Notes an app with its current secret, which may be another than when a connection was made. */
    public void know(WebApp app) {
        apps.put(app.consumerKey(), AppKey.of(app));
    }

    /** The logins of a connection by an app; throws {@link IllegalStateException} if the host gave none. */
    public WebLogins logins(ConnectionAccess access, @Nullable WebApp app) {
        if (app == null) {
            throw new IllegalStateException(
                    "A login needs an app: give one by Salesforce.withApp(WebApp.of(consumerKey, callback)).");
        }
        return new WebLogins(access, endpoint, app, seams.random());
    }

    /** The connection of an org by a server's own credentials. */
    public ConnectionAccess of(OrgAddress org, Credentials credentials) {
        Map<Key, ConnectionAccess> all = credentials instanceof AccessToken ? byToken : byCredentials;
        synchronized (byCredentials) {
            Key key = new Key(org, credentials);
            ConnectionAccess known = all.get(key);
            if (known == null || known.isLetGo()) {
                known = made(org, credentials);
                all.put(key, known);
            }
            return known;
        }
    }

    private ConnectionAccess made(OrgAddress org, Credentials credentials) {
        Instant now = seams.clock().instant();
        OrgPlace place = OrgPlace.unknown(org);
        ConnectionRecord first = credentials instanceof AccessToken token
                ? ConnectionRecord.handed(place, Tokens.given(token.reveal()), now)
                : ConnectionRecord.untried(place, now);
        ConnectionStore kept = new ConnectionStore(
                org.toString(),
                new ConnectionStore.Keeper(TokenStore.inMemory(), listener, seams.clock()),
                () -> first);
        return access(kept, renewal(credentials));
    }

    private Renewal renewal(Credentials credentials) {
        if (credentials instanceof JwtBearer jwt) {
            return new JwtRenewal(endpoint, jwt);
        }
        return credentials instanceof ClientCredentials client ? new SecretRenewal(endpoint, client) : new GivenToken();
    }

    /** The host may have got a new secret for its app since the connection was made. */
    private AppKey withCurrentSecret(AppKey stored) {
        return apps.getOrDefault(stored.consumerKey(), stored);
    }

    private record Key(OrgAddress org, Credentials credentials) {}
}
