package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.ConnectionState.Status;
import com.spara.sf.connect.WebApp;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeOrg;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer's way through a host: connected, expired, revoked, connected again, let go. */
class CustomerLoginsTest extends OnAcme {

    @Test
    void aCustomerConnectsLosesAccessConnectsAgainAndLeaves() {
        assertEquals("Connected.", connect());
        assertTrue(host.push("acme", settings, ada));
        expire();
        assertTrue(host.push("acme", settings, ada.with("company", "Acme Ltd")));
        assertEquals("", host.banner("acme"));
        revoke();
        assertFalse(host.push("acme", settings, ada));
        assertTrue(host.banner("acme").contains("Connect the org again"));
        assertEquals("Connected.", connect());
        assertTrue(host.push("acme", settings, ada.with("company", "Acme Inc")));
        assertEquals("Acme Inc", org.only("Lead").text("Company"));
        assertTrue(host.disconnect("acme").contains("let go"));
        assertFalse(org.logins().grants().get(1).isLive());
        assertFalse(host.push("acme", settings, ada));
        assertEquals("", host.banner("acme"));
    }

    @Test
    void whatAPersonPastesFromTheBrowserIsUnderstood() {
        URI url = host.begin("acme", "https://acme.lightning.force.com/lightning/setup/SetupOneHome/home", session);
        assertEquals("acme.my.salesforce.com", url.getHost());
    }

    @Test
    void anAddressThatIsNoOrgsIsRefusedWithWhatToUse() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> host.begin("acme", "acme.my.site.com", session));
        assertTrue(refused.getMessage().contains("https://acme.my.salesforce.com"), refused.getMessage());
    }

    @Test
    void theLoginIsFinishedOnAnotherMachine() {
        URI back = allowed(host.begin("acme", "acme.my.salesforce.com", session));
        assertEquals("Connected.", new CustomerLogins(client()).finish("acme", back, session));
        assertTrue(host.push("acme", settings, ada));
    }

    @Test
    void whoPressesDenyOrReloadsIsToldSo() {
        URI back = org.logins().deny(host.begin("acme", "acme.my.salesforce.com", session));
        assertTrue(host.finish("acme", back, session).contains("refused access"));
        assertTrue(host.finish("acme", back, session).contains("Begin again"));
    }

    @Test
    void theAppOfTheCustomersAdminConnectsTooAndIsNotNeededAfterwards() {
        org.app("their-key").secret("their-secret").callback(CALLBACK);
        WebApp theirs = WebApp.of("their-key", CALLBACK).secret("their-secret");
        URI back = allowed(host.begin("acme", "acme.my.salesforce.com", theirs, session));
        assertTrue(host.finish("acme", back, theirs, session).isConnected());
        expire();
        assertTrue(host.push("acme", settings, ada));
        assertEquals("their-key", org.logins().grants().get(0).app());
    }

    @Test
    void aGrantThatIsIdleForThirtyDaysEnds() {
        connect();
        org.clock().advance(Duration.ofDays(31));
        assertFalse(host.push("acme", settings, ada));
        assertTrue(host.banner("acme").contains("expired"));
    }

    @Test
    void whatTheAdminMendedIsTriedAgainWithoutALogin() {
        connect();
        expire();
        org.logins().ipIsRestricted(true);
        assertFalse(host.push("acme", settings, ada));
        assertTrue(host.tryAgain("acme").contains("network address"));
        org.logins().ipIsRestricted(false);
        assertEquals("The org is connected.", host.tryAgain("acme"));
        assertTrue(host.push("acme", settings, ada));
    }

    @Test
    void aGrantThatCouldNotBeRevokedIsSaidToTheAdmin() {
        connect();
        org.next(Call.revoke()).isNeverSent();
        assertTrue(host.disconnect("acme").startsWith("NOT_REVOKED"));
    }

    @Test
    void anotherOrgIsSaid() {
        connect();
        FakeOrg globex = FakeOrg.create("globex");
        globex.app("host-key").secret("host-secret").callback(CALLBACK);
        CustomerLogins there = new CustomerLogins(com.spara.sf.client.Salesforce.over(globex.transport())
                .withClock(globex.clock())
                .withApp(WebApp.of("host-key", CALLBACK).secret("host-secret"))
                .withTokenStore(store));
        URI url = there.begin("acme", "globex.my.salesforce.com", session);
        URI back = globex.logins().allow(url, globex.user());
        assertTrue(there.finish("acme", back, session).contains("ANOTHER_ORG"));
    }

    @Test
    void theSettingsPageNamesTheUserAndWhatIsMissing() {
        connect();
        org.rights().cannotCreate("Lead");
        String page = host.settingsPage("acme", settings);
        assertTrue(page.startsWith("admin@acme.example at https://acme.my.salesforce.com\n"), page);
        assertTrue(page.contains("create"), page);
    }

    @Test
    void operatorsHearOfEachChangeOnce() {
        Queue<String> alerts = new ConcurrentLinkedQueue<>();
        CustomerLogins heard = new CustomerLogins(Operators.listening(salesforce, alerts));
        heard.finish("acme", allowed(heard.begin("acme", "acme.my.salesforce.com", session)), session);
        revoke();
        heard.push("acme", settings, ada);
        heard.push("acme", settings, ada);
        assertEquals(
                List.of("acme is CONNECTED", "acme is RECONNECTION_REQUIRED"),
                alerts.stream().map(alert -> alert.replaceFirst(":.*", "")).toList());
    }

    @Test
    void oneTenantWithoutAccessDoesNotHarmAnother() {
        connect();
        List<Lead> again = new ArrayList<>();
        Tenant never = new Tenant("never connected", settings, List.of(ada, ada), again::add);
        Tenant acme = new Tenant("acme", settings, List.of(ada), again::add);
        Tenant.pushAll(salesforce, List.of(never, acme), Runnable::run);
        assertEquals(List.of(ada, ada), again);
        assertEquals("Acme", org.only("Lead").text("Company"));
    }

    @Test
    void theClientOfProductionIsMadeWithoutACall(@TempDir Path folder) {
        ConnectionState state = CustomerLogins.client("key", "secret", folder)
                .connection("acme")
                .state();
        assertEquals(Status.NEVER_CONNECTED, state.status());
    }
}
