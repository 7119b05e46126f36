package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeOrg;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The samples of {@code docs/many-leads.md}. */
@Timeout(60)
class ManyLeadsTest {

    private final FakeOrg org = FakeOrg.create();
    private final SalesforceSync sync = over(org.transport());

    private SalesforceSync over(Transport transport) {
        return Salesforce.over(transport)
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(SyncSettings.standard()
                        .leads(PushRule.updateExisting()
                                .createWhenNoMatch()
                                .map("last_name", "LastName")
                                .map("conversation", "Description")));
    }

    private static Stream<Lead> leads(int count) {
        return IntStream.range(0, count).mapToObj(i -> Lead.of("p" + i + "@example.com"));
    }

    @Test
    void aBackfillSavesOneResultForEachLeadAndShowsHowFarItIs() {
        ManyLeads host = new ManyLeads();
        host.backfill(sync, leads(1_000), 5_000);
        assertEquals(1_000, host.saved().size());
        assertEquals(1_000, host.shown().get(host.shown().size() - 1).done());
        assertEquals(1_000, org.records("Lead").size());
    }

    @Test
    void aHostThatShutsDownHasAResultForTheRestToo() {
        ManyLeads host = new ManyLeads();
        host.shutDown();
        host.backfill(sync, leads(1_000), 0);
        assertEquals(
                1_000, host.saved().stream().filter(PushResult::isNeverSent).count());
        assertEquals(0, org.calls().count());
    }

    @Test
    void aBackfillByBulkUsesJobsAndSavesOneResultForEachLead() {
        ManyLeads host = new ManyLeads();
        host.backfillByBulk(sync, leads(500));
        assertEquals(500, host.saved().size());
        assertEquals(500, org.records("Lead").size());
        assertEquals("", host.handle());
    }

    @Test
    void aProcessThatStartsAgainSavesWhatTheJobsDidAndPushesTheRest() {
        List<String> handles = new ArrayList<>();
        sync.pushAll(leads(300).toList(), PushOptions.standard().byBulk().onBulkJobs(handles::add));
        ManyLeads restarted = new ManyLeads();
        restarted.has(leads(500).toList());
        restarted.keep(handles.get(0));
        restarted.goOn(sync);
        assertEquals(500, restarted.saved().size());
        assertEquals(500, org.records("Lead").size());
        assertEquals("", restarted.handle());
    }

    private static boolean isPoll(WireRequest wire) {
        return wire.method().equals("GET") && wire.uri().getPath().matches(".*/jobs/ingest/[^/]+");
    }

    /** The host is told to end while Salesforce works. */
    private WireResponse interrupting(WireRequest wire, Duration deadline) throws IOException {
        if (!isPoll(wire)) {
            return org.transport().send(wire, deadline);
        }
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("The thread was interrupted while it waited.");
    }

    @Test
    void aHostThatIsInterruptedKeepsTheHandleAndHasTheResultsLater() {
        ManyLeads host = new ManyLeads();
        host.has(leads(500).toList());
        host.backfillByBulk(over(this::interrupting), host.leadsWithoutResult().stream());
        assertTrue(Thread.interrupted());
        assertEquals(0, host.saved().size());
        assertNotEquals("", host.handle());
        host.goOn(sync);
        assertEquals(500, host.saved().size());
        assertTrue(host.saved().stream().allMatch(result -> result.has(Outcome.CREATED)));
        assertEquals(500, org.records("Lead").size());
    }

    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** The process dies while it waits for its second job. */
    private Transport dyingAtTheSecondJob() {
        Set<String> polled = new HashSet<>();
        return (wire, deadline) -> {
            if (isPoll(wire) && polled.add(wire.uri().getPath()) && polled.size() == 2) {
                throw new Died();
            }
            return org.transport().send(wire, deadline);
        };
    }

    @Test
    void whoDiesInTheSecondRoundHasSavedTheFirst() {
        ManyLeads host = new ManyLeads();
        host.has(leads(10_300).toList());
        Stream<Lead> leads = host.leadsWithoutResult().stream();
        assertThrows(Died.class, () -> host.backfillByBulk(over(dyingAtTheSecondJob()), leads));
        assertEquals(10_000, host.saved().size());
        host.goOn(sync);
        assertEquals(10_300, host.saved().size());
        assertEquals(10_300, org.records("Lead").size());
    }

    @Test
    void theCostOfTenThousandIsAHundredCalls() {
        assertEquals("100 API calls in 50 batches", ManyLeads.foreseen(sync, 10_000));
    }

    @Test
    void aHundredMessagesAreOnePushAndAnUnchangedLeadIsOneRead() {
        Conversations host = new Conversations();
        for (int i = 0; i < 100; i++) {
            host.changed("c1", Lead.of("ada@example.com").with("conversation", "Message " + i));
        }
        host.push(sync);
        assertEquals(2, org.calls().count());
        assertEquals("Message 99", org.only("Lead").text("Description"));
        org.calls().clear();
        host.changed("c1", Lead.of("ada@example.com").with("conversation", "Message 99"));
        host.push(sync);
        assertEquals(1, org.calls().count());
    }

    @Test
    void whatWasNotSentIsPushedTheNextTimeUnlessItChanged() {
        Conversations host = new Conversations();
        host.changed("c1", Lead.of("ada@example.com").with("conversation", "first"));
        host.changed("c2", Lead.of("bob@example.com").with("conversation", "hello"));
        org.next(Call.any()).isNeverSent().times(3);
        host.push(sync);
        host.changed("c1", Lead.of("ada@example.com").with("conversation", "second"));
        host.push(sync);
        assertTrue(org.records("Lead").stream()
                .map(record -> record.text("Description"))
                .toList()
                .containsAll(List.of("second", "hello")));
    }
}
