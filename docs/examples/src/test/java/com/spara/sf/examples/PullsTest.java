package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeOrg;
import java.time.Duration;
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
        host.pullAsStream(sync, KnownLeads.none());
        assertEquals(2, host.leads().size());
        org.delete(ada);
        host.pull(sync);
        assertEquals(1, host.leads().size());
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
