package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.LoginFailedException;
import com.spara.sf.SalesforceException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.OrgAddress;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.sync.SalesforceSync;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes from outside, valid samples changed at random: an answer or a refusal of the kind that is promised. */
@Timeout(7_200)
class FuzzTest extends OnConnectedOrg {

    private static final List<String> ADDRESSES = List.of(
            "https://acme.my.salesforce.com",
            "acme.my.salesforce.com",
            "https://acme--dev.sandbox.my.salesforce.com/",
            "acme.lightning.force.com/lightning/page/home",
            "https://acme.develop.my.salesforce-setup.com/x?y#z",
            "https://evil.example/.my.salesforce.com",
            "https://acme.my.salesforce.com@evil.example",
            "https://acme.my.salesforce.com.evil.example",
            "https://acme.my.salesforce.com:8443");

    @Test
    void addressesAreOrgsOrRefused() {
        Fuzzing.of("addresses", random -> {
            String text = Fuzzing.mutated(ADDRESSES, random);
            try {
                requireOrg(OrgAddress.of(text).url(), text);
            } catch (IllegalArgumentException refused) {
                assertTrue(!String.valueOf(refused.getMessage()).isEmpty());
            }
        });
    }

    private static void requireOrg(URI url, String text) {
        assertEquals("https", url.getScheme(), text);
        assertTrue(
                url.getHost().matches("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.salesforce\\.(com|mil)"), text + " became " + url);
        assertTrue(
                url.getUserInfo() == null && url.getPort() == -1 && url.getRawQuery() == null, text + " became " + url);
    }

    @Test
    void settingsAreReadOrRefusedWithTheirPlace() {
        String written = SettingsJson.write(settings.contacts(settings.leads()));
        List<String> samples = List.of(written, SettingsJson.write(SyncSettings.standard()));
        Fuzzing.of("settings", random -> {
            String text = Fuzzing.mutated(samples, random);
            try {
                SyncSettings read = SettingsJson.read(text);
                assertEquals(read, SettingsJson.read(SettingsJson.write(read)), text);
            } catch (IllegalArgumentException refused) {
                assertTrue(String.valueOf(refused.getMessage()).contains("ettings"), refused.getMessage());
            }
        });
    }

    @Test
    void onlyThePersonsOwnReturnFinishesALogin() {
        WebLogin login = acme.beginLogin("acme.my.salesforce.com");
        List<String> samples = List.of(
                CALLBACK + "?code=aPrx.none&state=" + login.revealAttempt().state(),
                CALLBACK + "?error=access_denied&error_description=end-user+denied&state="
                        + login.revealAttempt().state(),
                CALLBACK + "?code=aPrx.none&state=other");
        Fuzzing.of("returns", random -> {
            URI callback = uri(Fuzzing.mutated(samples, random));
            try {
                acme.finishLogin(login, callback);
                throw new AssertionError("A login was finished by " + callback);
            } catch (LoginFailedException refused) {
                assertEquals(
                        ConnectionState.Status.NEVER_CONNECTED, acme.state().status());
            }
        });
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException notOne) {
            return URI.create(CALLBACK);
        }
    }

    @Test
    void answersAreUnderstoodOrRefused() {
        org.add("Lead", "LastName", "Lovelace", "Company", "Old", "Email", "ada@example.com");
        sync().push(ada);
        org.calls().clear();
        sync().push(ada.with("company", "Globex"));
        List<String> samples = org.calls().all().stream()
                .map(call -> call.responseBody())
                .filter(body -> !body.isEmpty() && body.length() < 20_000)
                .toList();
        assertTrue(!samples.isEmpty());
        Fuzzing.of("answers", random -> {
            try {
                over(samples, random.nextLong()).push(Lead.of("ada@example.com"));
            } catch (SalesforceException asPromised) {
                assertTrue(asPromised.reason().code().length() > 0);
            }
        });
    }

    private SalesforceSync sync() {
        return Salesforce.over(org.transport())
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(settings);
    }

    private SalesforceSync over(List<String> samples, long seed) {
        var random = new java.util.SplittableRandom(seed);
        return Salesforce.over((request, deadline) -> WireResponse.of(
                        random.nextInt(8) == 0 ? random.nextInt(200, 600) : 200,
                        Map.of("Content-Type", "application/json"),
                        Fuzzing.mutated(samples, random).getBytes(StandardCharsets.UTF_8)))
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .connect(org.url(), AccessToken.of("fuzz"))
                .sync(settings);
    }
}
