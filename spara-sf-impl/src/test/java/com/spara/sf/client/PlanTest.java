package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.FAILED;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordPlan;
import com.spara.sf.sync.SalesforceSync;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan: same reads, same thinking, no write; then exactly that plan, once. */
class PlanTest extends OnFakeOrg {

    @Test
    void aPlanShowsWithoutWriting() {
        RecordId id = addLead(ADA);
        PushPlan plan = sync(both).plan(ada.with("phone", "1"));
        assertEquals(RecordPlan.Action.UPDATE, plan.lead().action());
        assertEquals(RecordPlan.Action.CREATE, plan.contact().action());
        assertEquals(null, org.record(id).text("Phone"));
        assertTrue(plan.explain().contains("\"\"  →  \"1\""), plan.explain());
        assertTrue(plan.explain().endsWith("1 more API call"));
    }

    @Test
    void pushingAPlanWritesWhatItShows() {
        addLead(ADA);
        SalesforceSync sync = sync(both);
        PushResult result = sync.push(sync.plan(ada.with("phone", "1")));
        assertEquals(UPDATED, result.lead().outcome());
        assertEquals(CREATED, result.contact().outcome());
        assertEquals("1", org.only("Lead").text("Phone"));
        assertEquals(
                org.only("Contact").id().value(),
                result.enrichedLead().text("salesforce_contact_id").orElseThrow());
    }

    @Test
    void ofTwoDecisionsAboutOneFieldTheLastIsSent() {
        List<String> bodies = new ArrayList<>();
        SalesforceSync sync = Salesforce.over((wire, deadline) -> {
                    bodies.add(new String(wire.openBody().readAllBytes(), StandardCharsets.UTF_8));
                    return org.transport().send(wire, deadline);
                })
                .withClock(org.clock())
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(both.contacts(PushRule.off()));
        PushPlan one = sync.plan(ada.with("phone", "1"));
        PushPlan two = sync.plan(ada.with("phone", "2"));
        List<FieldDecision> decisions = new ArrayList<>(one.lead().fields());
        decisions.addAll(two.lead().fields());
        sync.push(PushPlan.of(one.input(), one.enrichedLead(), one.lead().withFields(decisions), one.contact())
                .made(one.id(), one.madeAt()));
        assertEquals("2", org.only("Lead").text("Phone"));
        assertEquals(2, bodies.get(bodies.size() - 1).split("\"Phone\"", -1).length);
    }

    @Test
    void aRecordThatSomebodyChangedSinceIsNotWritten() {
        RecordId id = addLead(ADA);
        SalesforceSync sync = sync(both.contacts(PushRule.off()));
        PushPlan plan = sync.plan(ada.with("phone", "1"));
        later();
        org.update(id, "Phone", "somebody's");
        PushResult result = sync.push(plan);
        assertEquals(FAILED, result.lead().outcome());
        assertEquals(ReasonCode.CHANGED_MEANWHILE, result.lead().reason().code());
        assertEquals("somebody's", org.record(id).text("Phone"));
    }

    @Test
    void aPlanIsCarriedOutOnce() {
        SalesforceSync sync = sync(both);
        PushPlan plan = sync.plan(ada);
        sync.push(plan);
        PushResult again = sync.push(plan);
        assertEquals(ReasonCode.PLAN_ALREADY_PUSHED, again.lead().reason().code());
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void anOldPlanCreatesNothing() {
        SalesforceSync sync = sync(both);
        PushPlan plan = sync.plan(ada);
        org.clock().advance(Duration.ofMinutes(6));
        assertEquals(ReasonCode.PLAN_EXPIRED, sync.push(plan).lead().reason().code());
        assertTrue(org.records("Lead").isEmpty());
    }

    @Test
    void aGuardedRowThatWasChangedIsReadAndPlannedAgain() {
        RecordId id = addLead(ADA);
        SalesforceSync sync = sync(both.contacts(PushRule.off())
                .leads(PushRule.updateExisting()
                        .map(FieldMapping.of("phone", "Phone").onlyIfEmpty())));
        sync.push(ada);
        org.calls().clear();
        org.next(com.spara.sf.testkit.Call.update("Lead"))
                .answers(412, "application/json", "[{\"errorCode\":\"PRECONDITION_FAILED\",\"message\":\"\"}]");
        PushResult result = sync.push(ada.with("phone", "1"));
        assertEquals(UPDATED, result.lead().outcome());
        assertEquals("1", org.record(id).text("Phone"));
        assertEquals(4, org.calls().count());
        assertTrue(result.lead().fieldsWritten().get(0).isGuarded());
    }
}
