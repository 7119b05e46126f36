package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.LoginFailedException;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.sync.Outcome;
import com.spara.sf.testkit.FakeGrant;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The whole life of a connection over real sockets: the page, the code, the tokens, a refresh, the end. */
class LoginOverPortTest extends OnServedOrg {

    private final Connection acme = acme("https://host.example/salesforce/callback");
    private final PlainBrowser browser = new PlainBrowser();

    private void connect(String user) throws Exception {
        WebLogin login = acme.beginLogin(server.url());
        URI back = browser.press("Allow", user, login.url());
        acme.finishLogin(WebLogin.fromText(login.toText()), back);
    }

    private FakeGrant grant() {
        return org.logins().grants().get(0);
    }

    @Test
    void whoPressesAllowConnectsTheOrgAsTheUserTheyChose() throws Exception {
        var grace = org.user("Grace Hopper", "grace@acme.example");
        connect("Grace Hopper");
        assertTrue(acme.state().isConnected());
        assertEquals(URI.create(server.url()), acme.url());
        assertEquals(grace, grant().user());
        assertEquals(Outcome.CREATED, push(acme, "ada@example.com"));
    }

    @Test
    void whoPressesDenyConnectsNothing() throws Exception {
        WebLogin login = acme.beginLogin(server.url());
        URI back = browser.press("Deny", "", login.url());
        assertThrows(LoginFailedException.class, () -> acme.finishLogin(login, back));
        assertFalse(acme.state().isConnected());
    }

    @Test
    void aConnectionOutlivesItsSessionsUntilItIsLetGo() throws Exception {
        connect("");
        assertEquals(Outcome.CREATED, push(acme, "ada@example.com"));
        org.clock().advance(Duration.ofHours(3));
        assertEquals(Outcome.CREATED, push(acme, "grace@example.com"));
        assertEquals(1, grant().refreshes());
        acme.disconnect();
        assertFalse(grant().isLive());
        assertThrows(ReconnectionRequiredException.class, () -> push(acme, "alan@example.com"));
        assertEquals(2, org.records("Lead").size());
    }
}
