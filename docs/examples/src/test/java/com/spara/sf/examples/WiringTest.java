package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.ReasonCode;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.client.Plugins;
import com.spara.sf.client.Salesforce;
import com.spara.sf.client.SettingsJson;
import com.spara.sf.connect.ApiUsage;
import com.spara.sf.connect.ClientCredentials;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.connect.WebApp;
import com.spara.sf.sync.PushBatch;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The samples of {@code docs/wiring.md} and {@code docs/many-tenants.md}. */
@Isolated("counts threads")
class WiringTest extends OnAcme {

    @Test
    void theClientThatIsMadeKnowsItsStore() {
        connect();
        ConnectionState state = Wiring.salesforce(
                        WebApp.of("host-key", CALLBACK).secret("host-secret"), store, new SalesforceListener() {})
                .connection("acme")
                .state();
        assertEquals(ConnectionState.Status.CONNECTED, state.status());
    }

    @Test
    void theOnlyThreadsOfAClientAreDaemonsOfTheJdk() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Salesforce client = Wiring.salesforce(WebApp.of("host-key", CALLBACK), store, new SalesforceListener() {});
        Set<Thread> made = new HashSet<>(Thread.getAllStackTraces().keySet());
        made.removeAll(before);
        assertTrue(made.stream()
                .allMatch(thread -> thread.isDaemon() && thread.getName().startsWith("HttpClient-")));
        assertFalse(made.isEmpty(), client::toString);
    }

    @Test
    void whatIsInjectedPushesByTheTenantsSettings() {
        connect();
        new Wiring.LeadSync(salesforce, tenant -> settings).push("acme", ada);
        assertEquals("Acme", org.only("Lead").text("Company"));
    }

    @Test
    void anOrgByCredentialsIsPushedIntoByItsConnectionAndByNoName() {
        org.app("server-key").secret("server-secret").runsAs(org.user());
        Connection own = salesforce.connect(org.url(), ClientCredentials.of("server-key", "server-secret"));
        new Wiring.OwnOrgSync(own, settings).push(ada);
        assertEquals("Acme", org.only("Lead").text("Company"));
        Wiring.LeadSync byName = new Wiring.LeadSync(salesforce, tenant -> settings);
        ReconnectionRequiredException never =
                assertThrows(ReconnectionRequiredException.class, () -> byName.push(org.url(), ada));
        assertEquals(ReasonCode.NEVER_CONNECTED, never.reason().code());
    }

    @Test
    void whoConnectsAgainWithTheSameCredentialsHasTheSameConnection() {
        org.app("server-key").secret("server-secret").runsAs(org.user());
        for (int i = 0; i < 3; i++) {
            Connection own = salesforce.connect(org.url(), ClientCredentials.of("server-key", "server-secret"));
            new Wiring.OwnOrgSync(own, settings).push(ada);
        }
        assertEquals(
                1,
                org.calls().all().stream()
                        .filter(call -> call.resource().equals("oauth2/token"))
                        .count());
    }

    @Test
    void makingAConnectionByCredentialsAsksNobody() {
        Connection own = Wiring.ownOrg("https://acme.my.salesforce.com", ClientCredentials.of("key", "secret"));
        assertEquals(ConnectionState.Status.NEVER_CONNECTED, own.state().status());
    }

    @Test
    void aTenantsSettingsAreItsOwnText() {
        connect();
        Map<String, String> kept = Map.of("acme", SettingsJson.write(settings));
        new Tenants(salesforce, Plugins.none(), kept).sync("acme").push(ada);
        org.expect().records("Lead", 1);
    }

    @Test
    void aTenantWithoutSettingsHasTheStandardOnesWhichMakeNothing() {
        connect();
        new Tenants(salesforce, Plugins.none(), Map.of()).sync("acme").push(ada);
        org.expect().records("Lead", 0);
    }

    @Test
    void aTenthOfTheCallsIsLeftToOthers() {
        connect();
        Tenants tenants = new Tenants(salesforce, Plugins.none(), Map.of("acme", SettingsJson.write(settings)));
        assertEquals(0, tenants.sparing("acme").reserve());
        PushBatch batch = tenants.sync("acme").pushAll(List.of(ada), tenants.sparing("acme"));
        ApiUsage usage = salesforce.connection("acme").usage().orElseThrow();
        assertEquals(usage.allowed() / 10, tenants.sparing("acme").reserve());
        assertEquals(2, batch.apiCalls());
    }
}
