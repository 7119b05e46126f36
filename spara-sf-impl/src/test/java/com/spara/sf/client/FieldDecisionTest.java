package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.FAILED;
import static com.spara.sf.sync.Outcome.UNCHANGED;
import static com.spara.sf.sync.Outcome.UNKNOWN;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Matcher;
import com.spara.sf.spi.WriteRule;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.sync.RecordPlan;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeField;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is decided about a record and its fields, and how it is said, where the usual case does not show it. */
class FieldDecisionTest extends OnFakeOrg {

    private static List<String> decided(RecordPlan plan, String field) {
        return plan.fields().stream()
                .filter(decision -> decision.field().equals(field))
                .map(decision -> decision.action() + " " + decision.reason().code())
                .toList();
    }

    private RecordPlan plan(Lead lead) {
        return sync(both).plan(lead).lead();
    }

    private SyncSettings leads(FieldMapping mapping) {
        return SyncSettings.standard()
                .leads(PushRule.updateExisting().createWhenNoMatch().map(mapping));
    }

    @Test
    void aPlaceholderTakesThePlaceOfAMissingValueAndOfNothingElse() {
        RecordPlan plan = plan(Lead.of(ADA));
        assertEquals(List.of("WRITE PLACEHOLDER"), decided(plan, "LastName"));
        assertEquals(List.of("KEEP NO_VALUE"), decided(plan, "Phone"));
    }

    @Test
    void besideAPlaceholderItStaysSaidWhyTheValueIsLeftOut() {
        assertEquals(
                List.of("LEAVE_OUT TOO_LONG", "WRITE PLACEHOLDER"),
                decided(plan(ada.with("last_name", "x".repeat(81))), "LastName"));
    }

    @Test
    void whoMapsTheEmailHasItWrittenOnceByTheMapping() {
        SyncSettings settings = leads(FieldMapping.of("work_email", "email"));
        RecordPlan plan =
                sync(settings).plan(ada.with("work_email", "work@example.com")).lead();
        assertEquals(List.of("WRITE WRITTEN"), decided(plan, "Email"));
        assertEquals(1, decided(plan, "LastName").size());
        assertEquals("work@example.com", plan.fieldsToWrite().get(0).after().orElseThrow());
    }

    @Test
    void clearingOnANewRecordIsNothingToWrite() {
        assertEquals(List.of("KEEP ALREADY_THERE"), decided(plan(ada.clearing("phone")), "Phone"));
    }

    @Test
    void clearingWhatIsEmptyIsNothingToWrite() {
        addLead(ADA);
        assertEquals(List.of("KEEP ALREADY_THERE"), decided(plan(ada.clearing("phone")), "Phone"));
    }

    @Test
    void whatTheUserMayNotWriteIsNotCleared() {
        org.add("Lead", "LastName", "L", "Company", "C", "Email", ADA, "Phone", "1");
        org.rights().readOnly("Lead", "Phone");
        assertEquals(List.of("LEAVE_OUT FIELD_READ_ONLY"), decided(plan(ada.clearing("phone")), "Phone"));
    }

    @Test
    void aCheckboxIsNotCleared() {
        org.addField("Lead", FakeField.checkbox("Vip__c"));
        org.add("Lead", "LastName", "L", "Company", "C", "Email", ADA, "Vip__c", true);
        RecordPlan plan = sync(leads(FieldMapping.of("vip", "Vip__c")))
                .plan(ada.clearing("vip"))
                .lead();
        assertEquals(List.of("LEAVE_OUT NOT_CLEARABLE"), decided(plan, "Vip__c"));
    }

    @Test
    void withoutADescribeAFieldIsClearedAsAsked() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C", "Email", ADA, "Phone", "1");
        org.rights().cannotDescribe("Lead");
        assertEquals(UPDATED, push(ada.clearing("phone")).lead().outcome());
        assertEquals(null, org.record(id).text("Phone"));
    }

    @Test
    void aListIsBlankOnlyIfAllItsChoicesAre() {
        org.addField("Lead", FakeField.multiPicklist("Colours__c", "red", "blue"));
        SalesforceSync sync = sync(leads(FieldMapping.of("colours", "Colours__c")));
        assertEquals(
                List.of("WRITE WRITTEN"),
                decided(sync.plan(ada.with("colours", List.of("red", "blue"))).lead(), "Colours__c"));
        assertEquals(
                List.of("KEEP NO_VALUE"),
                decided(sync.plan(ada.with("colours", List.of(" ", ""))).lead(), "Colours__c"));
    }

    @Test
    void aWriteRuleIsNotAskedWhereThereIsNoValue() {
        WriteRule asked = WriteRule.named("asked", field -> {
            throw new IllegalStateException("asked");
        });
        SalesforceSync sync = sync(leads(FieldMapping.of("phone", "Phone").by(asked)));
        assertEquals(
                List.of("KEEP NO_VALUE"),
                decided(sync.plan(ada.with("phone", " ")).lead(), "Phone"));
        assertEquals(
                List.of("LEAVE_OUT RULE_FAILED"),
                decided(sync.plan(ada.with("phone", "1")).lead(), "Phone"));
    }

    @Test
    void whyNothingIsCreatedIsSaidAsFarAsItIsKnown() {
        Matcher broken = Matcher.named("broken", (lead, object) -> {
            throw new IllegalStateException();
        });
        SyncSettings updates = SyncSettings.standard();
        assertEquals(
                "Nothing matched, and creating is off for Leads.",
                sync(updates).plan(ada).lead().reason().text());
        assertEquals(
                "There is nothing to match by, and creating is off for Leads.",
                sync(updates).plan(Lead.empty()).lead().reason().text());
        assertEquals(
                "Nothing matched, as far as could be looked, and creating is off for Leads.",
                sync(updates.matching(Matching.standard().last(broken)))
                        .plan(ada)
                        .lead()
                        .reason()
                        .text());
    }

    @Test
    void anAddressThatSalesforceCannotStoreIsToldFromNone() {
        String none = plan(Lead.empty()).reason().text();
        String unfit = plan(Lead.of("no address")).reason().text();
        assertTrue(none.startsWith("The lead has no e-mail address"), none);
        assertTrue(unfit.startsWith("The e-mail address is not one that Salesforce can store"), unfit);
    }

    @Test
    void anUpdateWhoseOnlyFieldIsRefusedLeavesTheRecordUnchanged() {
        addLead(ADA);
        org.next(Call.update("Lead")).refuses("INVALID_FIELD_FOR_INSERT_UPDATE", "no", "Phone");
        RecordResult lead = sync(leads(FieldMapping.of("phone", "Phone")))
                .push(Lead.of(ADA).with("phone", "1"))
                .lead();
        assertEquals(UNCHANGED, lead.outcome());
        assertEquals(ReasonCode.NO_CHANGE, lead.reason().code());
        assertEquals(2, org.calls().count(), "an empty record is not sent");
    }

    @Test
    void aFieldCountsAsGuardedOnlyWhereTheWriteWas() {
        SalesforceSync sync = sync(leads(FieldMapping.of("phone", "Phone").onlyIfEmpty()));
        List<Lead> many = IntStream.range(0, 25)
                .mapToObj(i -> Lead.of("p" + i + "@example.com").with("phone", "1"))
                .toList();
        many.forEach(lead -> addLead(lead.email().orElseThrow()));
        addLead(ADA);
        RecordResult one = sync.push(ada.with("phone", "1")).lead();
        assertTrue(one.fieldsWritten().stream().allMatch(FieldDecision::isGuarded));
        assertTrue(sync.pushAll(many).results().stream()
                .flatMap(result -> result.lead().fieldsWritten().stream())
                .noneMatch(FieldDecision::isGuarded));
    }

    @Test
    void aFaultThatNobodyForesawIsUnknownOnceSomethingWasWrittenAndElseNotSent() {
        SalesforceSync sync = Salesforce.over(org.transport())
                .withClock(org.clock())
                .withSleeper(time -> {
                    throw new IllegalStateException("secret");
                })
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(both);
        org.next(Call.read()).answers(503, "text/html", "");
        RecordResult unsent = sync.pushAll(List.of(ada)).results().get(0).lead();
        assertEquals(FAILED, unsent.outcome());
        assertEquals(ReasonCode.NOT_SENT, unsent.reason().code());
        org.next(Call.create("Lead")).refuses("UNABLE_TO_LOCK_ROW", "locked");
        RecordResult sent = sync.pushAll(List.of(ada)).results().get(0).lead();
        assertEquals(UNKNOWN, sent.outcome());
        assertEquals(ReasonCode.UNEXPECTED, sent.reason().code());
        assertEquals(
                "The push ended in a java.lang.IllegalStateException; it is not known what was written.",
                sent.reason().text());
    }
}
