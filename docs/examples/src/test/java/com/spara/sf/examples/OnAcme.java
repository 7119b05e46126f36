package com.spara.sf.examples;

import com.spara.sf.Lead;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.WebApp;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.TokenStore;
import com.spara.sf.testkit.FakeApp;
import com.spara.sf.testkit.FakeOrg;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** A host and a customer of it, with a fresh fake org for each test. */
@Timeout(60)
abstract class OnAcme {

    static final String CALLBACK = "https://host.example/salesforce/callback";

    final FakeOrg org = FakeOrg.create("acme");
    final FakeApp app = org.app("host-key")
            .secret("host-secret")
            .callback(CALLBACK)
            .requiresPkce()
            .rotatesRefreshTokens()
            .refreshTokensExpireUnused(Duration.ofDays(30));
    final TokenStore store = TokenStore.inMemory();
    final Salesforce salesforce = client();
    final CustomerLogins host = new CustomerLogins(salesforce);
    final Map<String, String> session = new HashMap<>();
    final SyncSettings settings = SyncSettings.standard()
            .leads(PushRule.updateExisting().createWhenNoMatch().map("company", "Company"));
    final Lead ada = Lead.of("ada@example.com").with("company", "Acme");

    /** A machine of the host: each has a client of its own, and all share the store. */
    final Salesforce client() {
        return Salesforce.over(org.transport())
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .withApp(WebApp.of("host-key", CALLBACK).secret("host-secret"))
                .withTokenStore(store);
    }

    /** The person allows the host's app. */
    URI allowed(URI url) {
        return org.logins().allow(url, org.user());
    }

    /** A person connects the org. */
    String connect() {
        return host.finish("acme", allowed(host.begin("acme", "acme.my.salesforce.com", session)), session);
    }

    /** The session ends, as it does after two hours without use. */
    void expire() {
        org.clock().advance(Duration.ofHours(3));
    }

    void revoke() {
        org.logins().grants().forEach(grant -> grant.revoke());
    }
}
