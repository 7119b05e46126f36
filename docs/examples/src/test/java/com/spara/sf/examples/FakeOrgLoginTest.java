package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.WebApp;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeApp;
import com.spara.sf.testkit.FakeOrg;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The samples of {@code docs/fake-org-oauth.md}. */
@Timeout(60)
class FakeOrgLoginTest {

    // region a fake org with an app
    private static final String CALLBACK = "https://host.example/callback";

    private final FakeOrg org = FakeOrg.create("acme");
    private final FakeApp app =
            org.app("consumer-key").secret("consumer-secret").callback(CALLBACK).requiresPkce();

    private final Connection acme = Salesforce.over(org.transport())
            .withClock(org.clock())
            .withSleeper(time -> org.clock().advance(time))
            .withApp(WebApp.of("consumer-key", CALLBACK).secret("consumer-secret"))
            .connection("acme");
    // endregion

    // region a login in a test
    @Test
    void aPersonConnectsAndAnExpiredTokenIsRenewed() {
        WebLogin login = acme.beginLogin("acme.my.salesforce.com");
        URI back = org.logins().allow(login.url(), org.user()); // where the browser is sent after Allow
        acme.finishLogin(login, back);

        org.clock().advance(Duration.ofHours(3)); // the access token expired
        org.next(Call.token("refresh_token")).losesItsAnswerAfterCommit();
        acme.whoAmI(SyncSettings.standard());
        assertTrue(acme.state().isConnected());
    }
    // endregion

    @Test
    void aRefreshTokenIsThereWithoutABrowser() {
        assertFalse(app.refreshToken(org.user()).isBlank());
        assertTrue(org.logins().grants().get(0).isLive());
    }
}
