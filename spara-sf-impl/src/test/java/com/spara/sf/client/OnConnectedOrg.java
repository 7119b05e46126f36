package com.spara.sf.client;

import com.spara.sf.Lead;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.connect.WebApp;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.TokenStore;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeApp;
import com.spara.sf.testkit.FakeGrant;
import com.spara.sf.testkit.FakeOrg;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Timeout;

/** A host whose customer clicks Authorize, with a fresh fake org for each test. */
@Timeout(60)
abstract class OnConnectedOrg {

    static final String CALLBACK = "https://host.example/salesforce/callback";
    static final String KEY = "3MVG9.consumer.key";
    static final String SECRET = "consumer-secret";

    final FakeOrg org = FakeOrg.create("acme");
    final FakeApp app =
            org.app(KEY).secret(SECRET).callback(CALLBACK).requiresPkce().rotatesRefreshTokens();
    final TokenStore store = TokenStore.inMemory();
    final List<String> heard = new CopyOnWriteArrayList<>();
    final WebApp webApp = WebApp.of(KEY, CALLBACK).secret(SECRET);

    /** Waiting lets the org's clock go on. */
    final Salesforce salesforce = Salesforce.over(org.transport())
            .withClock(org.clock())
            .withSleeper(time -> org.clock().advance(time))
            .withApp(webApp)
            .withTokenStore(store)
            .withListener(new SalesforceListener() {
                @Override
                public void connectionChanged(String connection, ConnectionState state) {
                    heard.add(connection + " " + state.status());
                }
            });

    final Connection acme = salesforce.connection("acme");

    final SyncSettings settings = SyncSettings.standard()
            .leads(PushRule.updateExisting().createWhenNoMatch().map("company", "Company"));

    final Lead ada = Lead.of("ada@example.com").with("company", "Acme");

    /** A person connects the org. */
    ConnectionState connect() {
        return connect(acme);
    }

    ConnectionState connect(Connection connection) {
        WebLogin login = connection.beginLogin("acme.lightning.force.com");
        return connection.finishLogin(login, allowed(login));
    }

    URI allowed(WebLogin login) {
        return org.logins().allow(login.url(), org.user());
    }

    /** Lets the session end, as it does after two hours without use. */
    void expire() {
        org.clock().advance(Duration.ofHours(3));
    }

    long requests(String resource) {
        return org.calls().all().stream()
                .filter(call -> call.resource().equals(resource))
                .count();
    }

    long tokenRequests() {
        return requests("oauth2/token");
    }

    int refreshes() {
        return org.logins().grants().stream()
                .limit(1)
                .mapToInt(FakeGrant::refreshes)
                .sum();
    }

    void pushOk() {
        acme.sync(settings).push(ada);
    }

    static Call refresh() {
        return Call.token("refresh_token");
    }
}
