package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.spara.sf.RecordId;
import com.spara.sf.settings.DuplicateHandling;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.FieldShape;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Answer;
import com.spara.sf.spi.Enricher;
import com.spara.sf.spi.Matcher;
import com.spara.sf.spi.Write;
import com.spara.sf.spi.WriteRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsJsonTest {

    private final Matcher byNumber = Matcher.byField("customer_number", "Customer_No__c");
    private final WriteRule append = WriteRule.named("append", field -> Write.value(field.hostText()));
    private final Enricher deals = Enricher.named(
            "deals", (lead, found) -> Optional.empty(), (lead, answer) -> lead.with("n", answer.count()));
    private final Plugins plugins = Plugins.none().with(byNumber).with(append).with(deals);

    static SyncSettings everything() {
        return new SettingsJsonTest().everything;
    }

    private final SyncSettings everything = SyncSettings.standard()
            .leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .placeholder("unknown")
                    .unlessOtherObjectMatched()
                    .withoutAssignmentRules()
                    .onDuplicate(DuplicateHandling.USE_EXISTING)
                    .map("first_name", "FirstName")
                    .map(FieldMapping.of("phone", "Phone").onlyIfEmpty().cutToFit())
                    .map("host_id", "Host_Id__c")
                    .keyedBy("Host_Id__c")
                    .map(FieldMapping.of("note", "Description").by(append))
                    .map(FieldMapping.constant("Chat", "LeadSource").onCreateOnly())
                    .map(FieldMapping.constant(true, "Vip__c").madeFor(FieldShape.of("boolean", 0)))
                    .map(FieldMapping.of("size", "Size__c")
                            .madeFor(FieldShape.of("picklist", 255).restricted())
                            .cutToFit())
                    .map(FieldMapping.constant(1.5, "Score__c"))
                    .map(FieldMapping.constant(LocalDate.of(2026, 1, 2), "Date__c"))
                    .map(FieldMapping.constant(Instant.parse("2026-01-02T03:04:05Z"), "Time__c"))
                    .map(FieldMapping.constant(List.of("a", "b"), "Topics__c")))
            .contacts(PushRule.off().map("phone", "Phone"))
            .matching(Matching.standard().before(Matcher.EMAIL, byNumber))
            .enrich(deals)
            .pulling(PullRule.leads("everyone"))
            .pulling(PullRule.contacts("some")
                    .where(Filter.is("Rating", "Hot")
                            .and(Filter.in("Size__c", 1, 2.5)
                                    .or(Filter.is("Vip__c", true).not()))
                            .and(Filter.since("CreatedDate", LocalDate.of(2026, 1, 2)))
                            .and(Filter.before("Time__c", Instant.parse("2026-01-02T03:04:05Z")))
                            .and(Filter.empty("Fax"))
                            .and(Filter.inCampaign(RecordId.of("701000000000001")))
                            .and(Filter.soql("Name LIKE 'A%'")))
                    .map("FirstName", "first_name")
                    .lookingBack(Duration.ofDays(90))
                    .overlapping(Duration.ofHours(1))
                    .inBulkFrom(Long.MAX_VALUE))
            .newLeadForReturningPerson();

    @Test
    void everythingComesBackWithoutLoss() {
        assertEquals(everything, SettingsJson.read(SettingsJson.write(everything), plugins));
    }

    @Test
    void theStandardSettingsComeBack() {
        assertEquals(SyncSettings.standard(), SettingsJson.read(SettingsJson.write(SyncSettings.standard())));
        assertEquals(SyncSettings.standard(), SettingsJson.read("{\"version\": 1}"));
    }

    @Test
    void theTextHasAVersionAndReadsWell() {
        String json = SettingsJson.write(everything);
        assertTrue(json.contains("\"version\": 1") && json.contains("\"rule\": \"only if empty\""), json);
        assertEquals(0, Answer.nothing().count());
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("{", "line 1"),
                arguments("", "not JSON"),
                arguments("[]", "at the top: An object is expected"),
                arguments("{}", "'version' is missing"),
                arguments("{'version':1,'leads':{},'leads':{}}", "'leads' stands twice"),
                arguments("{'version':2}", "at version: The settings were written by a newer version of the library"),
                arguments("{'version':2,'new':1}", "it reads up to 1. Upgrade the library on every host"),
                arguments("{'version':0}", "at version: Forms are counted from 1"),
                arguments("{'version':1.5}", "at version: A whole number"),
                arguments("{'version':'1'}", "at version: A whole number"),
                arguments("{'version':1,'lead':{}}", "'lead' is not known here"),
                arguments("{'version':1,'leads':{'mapping':[]}}", "at leads: 'mapping' is not known here"),
                arguments("{'version':1,'leads':{'mappings':[{'to':'Phone'}]}}", "at leads.mappings[0]: Either"),
                arguments("{'version':1,'leads':{'mappings':[{'from':'a'}]}}", "'to' is missing"),
                arguments(
                        "{'version':1,'leads':{'mappings':[{'from':'a','to':'No Name'}]}}", "mappings[0].to: Not the"),
                arguments(
                        "{'version':1,'leads':{'mappings':[{'from':'a','to':'B','rule':'nope'}]}}",
                        "mappings[0].rule: No write rule is named 'nope'"),
                arguments(
                        "{'version':1,'leads':{'mappings':[{'from':'a','to':'B'},{'from':'c','to':'B'}]}}",
                        "mappings[1]: Two mappings write the Salesforce field B: from a and from c"),
                arguments("{'version':1,'leads':{'mappings':[{'constant':{'date':'x'},'to':'B'}]}}", "Dates are like"),
                arguments("{'version':1,'leads':{'placeholder':'x'}}", "'createWhenNoMatch' is off"),
                arguments(
                        "{'version':1,'leads':{'createWhenNoMatch':true,'onDuplicate':'merge'}}",
                        "leads.onDuplicate: 'report', 'use existing'"),
                arguments("{'version':1,'leads':{'updateExisting':'yes'}}", "leads.updateExisting: true or false"),
                arguments("{'version':1,'matching':['phone']}", "at matching[0]: No matcher is named 'phone'"),
                arguments("{'version':1,'matching':[]}", "at matching: Matching needs"),
                arguments("{'version':1,'matching':['e-mail','e-mail']}", "Two matchers have the same name"),
                arguments("{'version':1,'enrichers':['deals']}", "at enrichers[0]: No enricher is named"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatIsBrokenIsRefusedWithItsPlace(String json, String message) {
        String said = assertThrows(IllegalArgumentException.class, () -> SettingsJson.read(json.replace('\'', '"')))
                .getMessage();
        assertTrue(said.contains(message), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'field':'Fax','empty':false}",
                "{'and':[{'soql':'Fax = null'}],'not':{'soql':'Fax = null'}}",
                "{'campaign':'701000000000001','soql':'Fax = null'}",
                "{'field':'Fax','in':['1'],'empty':true}",
                "{'field':'Fax','in':['1'],'soql':'Fax = null'}",
                "{'field':'Date__c','since':{'date':'2026-01-01'},'before':{'date':'2026-02-01'}}",
                "{'field':'Fax'}",
                "{'in':['1']}",
                "{'field':'Fax','soql':'Fax = null'}",
                "{}"
            })
    void aConditionThatSaysTwoThingsOrNoneIsRefused(String where) {
        String json = "{'version':1,'pulls':[{'name':'p','object':'Lead','where':" + where + "}]}";
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> SettingsJson.read(json.replace('\'', '"')));
        assertTrue(refused.getMessage().contains("where"), refused.getMessage());
    }

    @Test
    void halfASurrogatePairIsKept() {
        SyncSettings settings = SyncSettings.standard()
                .leads(PushRule.updateExisting().createWhenNoMatch().placeholder("\uD83D"));
        assertEquals(settings, SettingsJson.read(SettingsJson.write(settings)));
    }
}
