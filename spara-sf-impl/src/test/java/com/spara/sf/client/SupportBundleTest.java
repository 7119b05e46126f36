package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.client.json.JsonText;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.testkit.Call;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is handed to whoever helps: all that matters, no secret and no people's data. */
class SupportBundleTest extends OnConnectedOrg {

    private static final Pattern TOKEN = Pattern.compile("(?:access_token|refresh_token)\":\"([^\"]{8,})");

    private final SyncSettings planted = SyncSettings.standard()
            .leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .placeholder("canary placeholder")
                    .map("last_name", "LastName")
                    .map("company", "Company")
                    .map("gone", "Gone__c")
                    .map(FieldMapping.constant("canary constant", "LeadSource")))
            .pulling(PullRule.leads("hot")
                    .where(Filter.is("Rating", "canary value").and(Filter.soql("Name = 'canary soql'"))));

    private final Lead person =
            Lead.of("canary@example.com").with("last_name", "Canary-Name").with("company", "Canary Inc");

    private static JsonView read(String json) throws Exception {
        return JsonView.of(JsonText.read(new StringReader(json)));
    }

    private void assertNothingSecretOrPersonal(String bundle) {
        assertFalse(bundle.toLowerCase(Locale.ROOT).contains("canary"), bundle);
        assertFalse(bundle.contains(SECRET), bundle);
        List<String> tokens = tokens();
        assertTrue(tokens.size() >= 2, tokens.toString());
        tokens.forEach(token -> assertFalse(bundle.contains(token), bundle));
    }

    /** Whatever the org gave out so far. */
    private List<String> tokens() {
        return org.calls().all().stream()
                .filter(call -> call.resource().startsWith("oauth2/token"))
                .flatMap(call -> TOKEN.matcher(call.responseBody()).results())
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void itSaysHowThingsStand() throws Exception {
        connect();
        acme.sync(planted).push(person);
        JsonView bundle = read(acme.supportBundle(planted));
        assertEquals("CONNECTED", bundle.at("connection").at("status").textOrEmpty());
        assertEquals(66, bundle.at("software").at("salesforceApi").intOr(0));
        assertTrue(bundle.at("usage").at("used").intOr(0) > 0);
        assertTrue(bundle.at("learned").at("batches side by side").intOr(0) > 0);
        assertTrue(bundle.at("lastCalls").items().get(0).textOrEmpty().contains("composite → 200"));
        assertTrue(bundle.at("check").items().stream()
                .anyMatch(problem -> problem.at("field").textOrEmpty().equals("Gone__c")
                        && problem.at("page").textOrEmpty().equals("docs/reasons/FIELD_UNKNOWN.md")));
        JsonView mappings = bundle.at("settings").at("leads").at("mappings");
        assertEquals("company", mappings.items().get(1).at("from").textOrEmpty());
    }

    @Test
    void itHoldsNoSecretAndNoPeoplesData() {
        connect();
        acme.sync(planted).push(person);
        org.next(Call.write()).answersError(400, "X", "canary@example.com is not welcome");
        assertThrows(
                RequestRefusedException.class, () -> acme.sync(planted).push(person.with("company", "Canary Ltd")));
        assertNothingSecretOrPersonal(acme.supportBundle(planted));
    }

    @Test
    void anOrgThatCannotBeUsedIsNoReasonToFail() throws Exception {
        connect();
        acme.sync(planted).push(person);
        org.logins().grants().forEach(grant -> grant.revoke());
        String text = acme.supportBundle(planted);
        assertNothingSecretOrPersonal(text);
        expire();
        JsonView bundle = read(acme.supportBundle(planted));
        assertEquals(
                "RECONNECTION_REQUIRED", bundle.at("connection").at("status").textOrEmpty());
        assertEquals(
                "docs/connect/states.md",
                bundle.at("connection").at("reason").at("page").textOrEmpty());
        assertTrue(bundle.at("check").at("failed").isObject());
    }

    @Test
    void nobodyHasToBeConnected() throws Exception {
        JsonView bundle = read(salesforce.connection("new").supportBundle(planted));
        assertEquals("NEVER_CONNECTED", bundle.at("connection").at("status").textOrEmpty());
        assertEquals(List.of(), bundle.at("lastCalls").items());
    }
}
