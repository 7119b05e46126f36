package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeOrg;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A cursor belongs to one org, whose Id is read with each page, and to one object. */
class PullOrgTest extends OnFakeOrg {

    private final PullRule all = PullRule.leads("all").map("LastName", "last_name");
    private final SalesforceSync sync = connection.sync(SyncSettings.standard());
    private final FakeOrg other = FakeOrg.create("other");
    private final SalesforceSync sameAddress = Salesforce.over(this::sentToTheOther)
            .withClock(other.clock())
            .connect(org.url(), AccessToken.of(other.token()))
            .sync(SyncSettings.standard());

    private WireResponse sentToTheOther(WireRequest request, Duration deadline) throws IOException {
        URI address = URI.create(other.url() + request.uri().getRawPath());
        WireRequest moved = WireRequest.of(request.method(), address)
                .withBody(request.openBody().readAllBytes());
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            moved = moved.withHeader(header.getKey(), header.getValue());
        }
        return other.transport().send(moved, deadline);
    }

    private String refusal(Runnable work) {
        return assertThrows(RequestRefusedException.class, work::run).reason().code();
    }

    @Test
    void theCursorHoldsTheOrgsIdWhateverItIsConnectedBy() {
        assertEquals(
                org.only("Organization").id().value(),
                sync.pull(all, PullCursor.start()).next().part("org").orElseThrow());
    }

    @Test
    void anotherOrgBehindTheSameAddressIsRefused() {
        addLead(ADA);
        PullCursor cursor = sync.pull(all, PullCursor.start()).next();
        assertEquals(ReasonCode.ANOTHER_ORG, refusal(() -> sameAddress.pull(all, cursor)));
    }

    @Test
    void anotherOrgIsRefusedInTheMiddleOfALook() {
        org.pageSize(1);
        addLead(ADA);
        addLead("bob@example.com");
        PullCursor cursor = sync.pull(all, PullCursor.start()).next();
        assertEquals(ReasonCode.ANOTHER_ORG, refusal(() -> sameAddress.pull(all, cursor)));
    }

    @Test
    void anotherOrgIsRefusedThoughTheCursorNamesAJob() {
        org.pageSize(1);
        addLead(ADA);
        addLead("bob@example.com");
        PullRule bulk = all.inBulkFrom(1);
        PullCursor cursor = sync.pull(bulk, PullCursor.start()).next();
        assertTrue(cursor.part("bulk").isPresent());
        assertEquals(ReasonCode.ANOTHER_ORG, refusal(() -> sameAddress.pull(bulk, cursor)));
    }

    @Test
    void nothingIsReconciledInAnotherOrg() {
        RecordId held = addLead(ADA);
        PullCursor cursor = sync.pull(all, PullCursor.start()).next();
        assertEquals(ReasonCode.ANOTHER_ORG, refusal(() -> sameAddress.reconcile(all, cursor, List.of(held))));
        assertEquals(List.of(), sync.reconcile(all, cursor, List.of(held)));
    }

    @Test
    void nothingIsReconciledBeforeAPullOrByAnotherRule() {
        RecordId held = addLead(ADA);
        PullCursor start = PullCursor.start();
        assertThrows(IllegalArgumentException.class, () -> sync.reconcile(all, start, List.of(held)));
        PullCursor cursor = sync.pull(all, start).next();
        PullRule changed = all.map("Phone", "phone");
        assertEquals(ReasonCode.PULL_RULE_CHANGED, refusal(() -> sync.reconcile(changed, cursor, List.of(held))));
    }

    @Test
    void aContactIsNoLeadThatIsGone() {
        RecordId contact = addContact(ADA);
        PullCursor cursor = sync.pull(all, PullCursor.start()).next();
        assertThrows(IllegalArgumentException.class, () -> sync.reconcile(all, cursor, List.of(contact)));
    }

    @Test
    void aChangedRuleDoesNotGoOnWithAnotherObject() {
        PullCursor cursor = sync.pull(all, PullCursor.start()).next().goingOnWithChangedRule();
        assertEquals(ReasonCode.PULL_RULE_CHANGED, refusal(() -> sync.pull(PullRule.contacts("people"), cursor)));
        assertEquals(
                List.of(),
                sync.pull(all.map("Phone", "phone"), cursor, KnownLeads.none()).leads());
    }

    @Test
    void theOrderOfMappingsMakesNoOtherRule() {
        PullRule one = PullRule.leads("a").map("LastName", "last_name").map("Phone", "phone");
        PullRule same = PullRule.leads("a").map("Phone", "phone").map("LastName", "last_name");
        PullCursor cursor = sync.pull(one, PullCursor.start()).next();
        assertEquals(List.of(), sync.pull(same, cursor).leads());
    }
}
