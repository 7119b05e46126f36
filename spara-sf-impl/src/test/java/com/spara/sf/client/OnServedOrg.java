package com.spara.sf.client;

import com.spara.sf.Lead;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.WebApp;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.Outcome;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A host whose customer has a browser, with a fresh fake org on a port for each test; all clocks are the org's. */
@Timeout(60)
abstract class OnServedOrg {

    private static final String KEY = "3MVG9.consumer.key";
    private static final String SECRET = "consumer-secret";

    final FakeOrg org = FakeOrg.create("acme");
    final FakeServer server = org.serve();

    private final SyncSettings settings = SyncSettings.standard()
            .leads(PushRule.updateExisting().createWhenNoMatch().map("company", "Company"));

    @AfterEach
    void freeThePort() {
        server.close();
    }

    /** The connection of a host that waits for the person at this address. */
    Connection acme(String callback) {
        org.app(KEY).secret(SECRET).callback(callback).requiresPkce().rotatesRefreshTokens();
        return Salesforce.create()
                .allowingLoopback()
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .withApp(WebApp.of(KEY, callback).secret(SECRET))
                .connection("acme");
    }

    Outcome push(Connection connection, String email) {
        Lead lead = Lead.of(email).with("company", "Acme");
        return connection.sync(settings).push(lead).lead().outcome();
    }
}
