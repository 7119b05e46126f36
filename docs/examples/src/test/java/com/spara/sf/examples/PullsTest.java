package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeOrg;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The samples of {@code docs/pull.md}. */
@Timeout(60)
class PullsTest {

    private final FakeOrg org = FakeOrg.create();
    private final SalesforceSync sync = Salesforce.over(org.transport())
            .withClock(org.clock())
            .connect(org.url(), AccessToken.of(org.token()))
            .sync(SyncSettings.standard());
    private final Pulls host = new Pulls();
    private final RecordId ada = org.lead("ada@example.com", "LastName", "Lovelace", "Rating", "Hot");

    @Test
    void aLoopAndAStreamKeepWhatIsHot() {
        host.pull(sync);
        org.clock().advance(Duration.ofMinutes(1));
        org.lead("bob@example.com", "LastName", "Babbage", "Rating", "Hot");
        host.pullAsStream(sync, host::known);
        assertEquals(2, host.leads().size());
        org.delete(ada);
        host.pull(sync);
        assertEquals(1, host.leads().size());
    }

    @Test
    void whoIsKnownByAddressAloneStaysOneLeadWithWhatTheHostKnows() {
        host.has(Lead.of("Ada@Example.com").with("plan", "gold"));
        host.pull(sync);
        Lead kept = host.leads().get(0);
        assertEquals(1, host.leads().size());
        assertEquals(
                List.of("gold", "Lovelace", ada.value()),
                Stream.of("plan", "last_name", "salesforce_lead_id")
                        .map(key -> kept.text(key).orElse(""))
                        .toList());
    }

    @Test
    void whoTookAnotherAddressIsKnownByTheId() {
        host.pull(sync);
        org.clock().advance(Duration.ofMinutes(1));
        org.update(ada, "Email", "countess@example.com");
        host.pull(sync);
        assertEquals(
                List.of("countess@example.com"),
                host.leads().stream().map(lead -> lead.email().orElse("")).toList());
    }

    @Test
    void aLeadIsFoundByTheIdOfItsContactToo() {
        RecordId contact = RecordId.of("003000000000001");
        Lead bob = Lead.of("bob@example.com").with("salesforce_contact_id", contact);
        host.has(bob);
        assertEquals(List.of(bob), host.known(List.of(contact), List.of()));
        assertEquals(List.of(bob), host.known(List.of(), List.of("bob@example.com")));
        assertEquals(List.of(), host.known(List.of(ada), List.of("ada@example.com")));
    }

    @Test
    void whoIsAContactAsWellStaysWithoutTheIdOfTheLeadThatIsGone() {
        RecordId contact = RecordId.of("003000000000001");
        host.has(Lead.of("ada@example.com").with("salesforce_contact_id", contact));
        host.pull(sync);
        assertEquals(ada, host.leads().get(0).id("salesforce_lead_id").orElseThrow());
        org.clock().advance(Duration.ofMinutes(1));
        org.delete(ada);
        host.pull(sync);
        Lead kept = host.leads().get(0);
        assertEquals(
                List.of(contact),
                Stream.of("salesforce_lead_id", "salesforce_contact_id")
                        .flatMap(key -> kept.id(key).stream())
                        .toList());
    }

    @Test
    void aFullLookFindsWhatLeftTheBin() {
        host.pull(sync);
        org.delete(ada);
        org.clock().advance(Duration.ofDays(20));
        host.pull(sync);
        assertEquals(1, host.leads().size());
        host.lookAtEverything(sync);
        assertEquals(0, host.leads().size());
    }

    @Test
    void aRuleCanBeTried() {
        assertTrue(Pulls.tried(sync).startsWith("1 records"));
    }
}
