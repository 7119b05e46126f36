package com.spara.sf.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebLoginTest {

    /** The example of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final WebApp app =
            WebApp.of("key&more", "https://host.example/cb?a=b").secret("canary-secret");
    private final WebLogin login = WebLogin.of(
            "acme/ü.x",
            OrgAddress.of("acme.lightning.force.com"),
            app,
            new WebLogin.Attempt("state-1", VERIFIER, Instant.parse("2026-11-23T09:00:00Z")));

    @Test
    void thePersonIsSentToTheOrgsOwnLoginPageWithPkce() {
        assertEquals(
                "https://acme.my.salesforce.com/services/oauth2/authorize?response_type=code&client_id=key%26more"
                        + "&redirect_uri=https%3A%2F%2Fhost.example%2Fcb%3Fa%3Db&scope=api%20refresh_token&state=state-1"
                        + "&code_challenge=" + CHALLENGE + "&code_challenge_method=S256",
                login.url().toString());
    }

    @Test
    void itTravelsAsTextWithoutLoss() {
        WebLogin back = WebLogin.fromText(login.toText());
        assertEquals(login.url(), back.url());
        assertEquals(login.connection(), back.connection());
        assertEquals(login.org(), back.org());
        assertEquals(login.revealAttempt(), back.revealAttempt());
    }

    @Test
    void theTextFitsIntoACookieAndHoldsNoAppSecret() {
        assertTrue(login.toText().matches("[A-Za-z0-9_.-]+"));
        WebApp kept = WebLogin.fromText(login.toText()).app();
        assertTrue(kept.revealSecret().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "login1", "login1.", "login1.!!!", "login1.YQ.YQ", "nonsense", "login2.YWNtZQ"})
    void whatIsNoLoginIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> WebLogin.fromText(text));
    }

    @Test
    void aLoginThatSomebodyTurnedToAnotherHostIsRefused() {
        String evil = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("https://evil.example".getBytes(StandardCharsets.UTF_8));
        String[] parts = login.toText().split("\\.");
        parts[2] = evil;
        assertThrows(IllegalArgumentException.class, () -> WebLogin.fromText(String.join(".", parts)));
    }

    @Test
    void nothingSecretIsShown() {
        String shown = login + " " + app + " " + login.revealAttempt() + " " + login.url();
        assertFalse(shown.contains(VERIFIER) || shown.contains("canary-secret"), shown);
    }
}
