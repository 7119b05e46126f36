package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which a user lets an app in, and the way back from it. */
class ConsentTest {
    private final FakeOrg org = FakeOrg.create();
    private final FakeApp app = LoginWire.app(org);
    private final LoginWire wire = new LoginWire(org);

    private Wire.Reply page(String... pairs) {
        URI url = LoginWire.authorizationUrl(pairs);
        return wire.get(url.getRawPath() + "?" + url.getRawQuery());
    }

    /** The error that the browser brings back. */
    private static String error(Wire.Reply reply) {
        assertEquals(302, reply.status(), reply.body());
        return LoginWire.parameter(URI.create(reply.headers().get("Location")), "error");
    }

    @Test
    void pageShowsTheAppItsScopesAndActiveUsersOnly() {
        RecordId gone = org.user("Gone Away", "gone@acme.example");
        org.user("Grace Hopper", "grace@acme.example");
        org.deactivate(gone);
        Wire.Reply page = page("scope=api refresh_token", "login_hint=grace@acme.example");
        assertEquals(200, page.status());
        assertEquals("text/html;charset=UTF-8", page.headers().get("Content-Type"));
        assertTrue(page.body().contains("<strong>consumer-key</strong>"), page.body());
        assertTrue(page.body().contains("<li>refresh_token</li>"));
        assertTrue(page.body().contains(" selected>Grace Hopper (grace@acme.example)"));
        assertTrue(!page.body().contains("Gone Away"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'onclick='x", "&lt;b>"})
    void nothingThatWasSentBecomesHtml(String hostile) {
        org.user("Evil " + hostile, "evil@acme.example");
        String body = page("state=" + hostile, "nonce=" + hostile, "x" + "=" + hostile)
                .body();
        assertTrue(!body.contains(hostile), body);
        assertTrue(body.contains(hostile.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")));
    }

    @Test
    void errorPageIsEscapedToo() {
        Wire.Reply page = page("client_id=<script>", "redirect_uri=<script>");
        assertEquals(400, page.status());
        assertTrue(!page.body().contains("<script>"), page.body());
    }

    @Test
    void allowBringsACodeAndTheStateBack() {
        URI back = org.logins().allow(LoginWire.authorizationUrl(), org.user());
        assertTrue(back.toString().startsWith(LoginWire.CALLBACK + "?code="), back.toString());
        assertEquals("s%261", LoginWire.parameter(back, "state"));
    }

    @Test
    void denyBringsAccessDeniedBack() {
        assertEquals(
                LoginWire.CALLBACK + "?error=access_denied&error_description=end-user+denied+authorization&state=s%261",
                org.logins().deny(LoginWire.authorizationUrl()).toString());
    }

    @Test
    void callbackMayHaveAQueryOfItsOwn() {
        app.callback("https://host.example/cb?tenant=1");
        URI back = org.logins()
                .allow(LoginWire.authorizationUrl("redirect_uri=https://host.example/cb?tenant=1"), org.user());
        assertTrue(back.getRawQuery().startsWith("tenant=1&code="), back.toString());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "client_id=nobody,invalid_client_id",
        "client_id=,invalid_client_id",
        "redirect_uri=https://evil.example/callback,redirect_uri_mismatch",
        "redirect_uri=https://host.example/callback/,redirect_uri_mismatch",
        "redirect_uri=,redirect_uri_missing"
    })
    void whoMayBeSomebodyElseIsNotSentBack(String pair, String error) {
        Wire.Reply reply = page(pair);
        assertEquals(400, reply.status());
        assertTrue(reply.body().contains("error=" + error + "&amp;"), reply.body());
        assertTrue(!reply.headers().containsKey("Location"));
        URI url = LoginWire.authorizationUrl(pair);
        AssertionError shown =
                assertThrows(AssertionError.class, () -> org.logins().allow(url, org.user()));
        assertTrue(shown.getMessage().contains(error), shown.getMessage());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "response_type=token,unsupported_response_type",
        "response_type=,unsupported_response_type",
        "scope=api full,invalid_scope",
        "prompt=none,invalid_request",
        "code_challenge=short,invalid_request",
        "code_challenge_method=plain,invalid_request",
        "immediate=true,immediate_unsuccessful"
    })
    void mistakesOfTheAppAreToldToTheApp(String pair, String error) {
        assertEquals(error, error(page(pair)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"prompt=login consent", "scope=api offline_access", "display=popup", "scope="})
    void whatSalesforceKnowsIsTaken(String pair) {
        assertEquals(200, page(pair).status());
    }

    @Test
    void openIdIsRefusedByName() {
        app.scopes("api", "openid");
        Wire.Reply reply = page("scope=openid");
        assertEquals(501, reply.status());
        assertTrue(reply.text("/error_description").contains("openid"));
    }

    @Test
    void pkceIsDemandedOnlyOfAppsThatMustUseIt() {
        assertEquals(200, page().status());
        app.requiresPkce();
        assertEquals("invalid_request", error(page()));
        assertEquals(200, page("code_challenge=" + LoginWire.challenge()).status());
    }

    @Test
    void appThatIsNotInstalledIsUnknownToTheOrg() {
        app.installed(false);
        assertEquals("OAUTH_EC_APP_NOT_FOUND", error(page()));
        app.installed(true);
        assertEquals(200, page().status());
    }

    @Test
    void immediateNeedsAUserWhoIsSignedInAndApproved() {
        org.logins().signIn(org.user());
        assertEquals("immediate_unsuccessful", error(page("immediate=true")));
        app.refreshToken(org.user());
        assertEquals("none", error(page("immediate=true")));
        org.logins().signOut();
        assertEquals("immediate_unsuccessful", error(page("immediate=true")));
    }

    @Test
    void userWhoMayNotLogInIsSentBackWithTheReason() {
        app.adminApprovedOnly();
        URI back = org.logins().allow(LoginWire.authorizationUrl(), org.user());
        assertEquals("invalid_app_access", LoginWire.parameter(back, "error"));
        app.preAuthorise(org.user());
        back = org.logins().allow(LoginWire.authorizationUrl(), org.user());
        assertEquals("none", LoginWire.parameter(back, "error"));
    }
}
