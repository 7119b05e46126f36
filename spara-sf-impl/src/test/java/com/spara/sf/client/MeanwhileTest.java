package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.FAILED;
import static com.spara.sf.sync.Outcome.SKIPPED;
import static com.spara.sf.sync.Outcome.UNCHANGED;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Transport;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.sync.SalesforceSync;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What somebody else does in the org between the read and the write. */
class MeanwhileTest extends OnFakeOrg {

    private final RecordId id = addLead(ADA);
    private final SyncSettings onlyIfEmpty = both.contacts(PushRule.off())
            .leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map(FieldMapping.of("phone", "Phone").onlyIfEmpty()));

    /** A sync in whose every even call, the writes, somebody is quicker. */
    private SalesforceSync whileSomebody(SyncSettings settings, int times, Runnable acts) {
        sync(settings).push(ada);
        AtomicInteger calls = new AtomicInteger();
        Transport transport = (request, deadline) -> {
            int call = calls.incrementAndGet();
            if (call % 2 == 0 && call / 2 <= times) {
                later();
                acts.run();
            }
            return org.transport().send(request, deadline);
        };
        return Salesforce.over(transport)
                .withClock(org.clock())
                .withDeadline(Duration.ofHours(1))
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(settings);
    }

    @Test
    void theGuardSeesThatTheRecordWasChangedAndPlansAgain() {
        SalesforceSync sync = whileSomebody(onlyIfEmpty, 1, () -> org.update(id, "Phone", "somebody's"));
        org.calls().clear();
        RecordResult lead = sync.push(ada.with("phone", "ours")).lead();
        assertEquals(UNCHANGED, lead.outcome());
        assertEquals("somebody's", org.record(id).text("Phone"));
        assertEquals(3, org.calls().count());
    }

    @Test
    void aRecordThatIsChangedAgainAndAgainIsGivenUp() {
        AtomicInteger changes = new AtomicInteger();
        SalesforceSync sync =
                whileSomebody(onlyIfEmpty, 9, () -> org.update(id, "City", "Paris " + changes.incrementAndGet()));
        RecordResult lead = sync.push(ada.with("phone", "ours")).lead();
        assertEquals(FAILED, lead.outcome());
        assertEquals(ReasonCode.CHANGED_MEANWHILE, lead.reason().code());
        assertEquals(3, changes.get());
        assertEquals(null, org.record(id).text("Phone"));
    }

    @Test
    void anOverwritingRuleNeedsNoGuard() {
        SalesforceSync sync = whileSomebody(both, 1, () -> org.update(id, "City", "Paris"));
        RecordResult lead = sync.push(ada.with("phone", "ours")).lead();
        assertEquals(UPDATED, lead.outcome());
        assertFalse(lead.fieldsWritten().get(0).isGuarded());
    }

    @Test
    void aLeadConvertedMeanwhileIsNeitherWrittenNorMadeAnew() {
        SalesforceSync sync = whileSomebody(both, 1, () -> org.convert(id));
        PushResult result = sync.push(ada.with("phone", "ours"));
        assertEquals(SKIPPED, result.lead().outcome());
        assertEquals(ReasonCode.CONVERTED_LEAD, result.lead().reason().code());
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void aLeadDeletedMeanwhileIsMatchedAnew() {
        RecordId[] other = new RecordId[1];
        SalesforceSync sync = whileSomebody(both, 1, () -> {
            org.delete(id);
            other[0] = addLead(ADA);
        });
        PushResult result = sync.push(ada.with("phone", "ours"));
        assertEquals(Optional.of(other[0]), result.lead().id());
        assertEquals("ours", org.record(other[0]).text("Phone"));
    }

    @Test
    void aLeadThatIsDeletedMeanwhileAndNothingElseIsThereIsMadeAnew() {
        SalesforceSync sync = whileSomebody(both, 1, () -> org.delete(id));
        RecordResult lead = sync.push(ada.with("phone", "ours")).lead();
        assertEquals(CREATED, lead.outcome());
        assertEquals(lead.id(), Optional.of(org.only("Lead").id()));
    }
}
