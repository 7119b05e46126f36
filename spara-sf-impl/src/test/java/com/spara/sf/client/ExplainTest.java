package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Conversation;
import com.spara.sf.Lead;
import com.spara.sf.Reason;
import com.spara.sf.client.json.JsonText;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Write;
import com.spara.sf.spi.WriteRule;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.DuplicateRule;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plans and results as text and as JSON: all that an admin asks, and no people's data when asked so. */
class ExplainTest extends OnFakeOrg {

    private static final String MARK = "canary";

    private final WriteRule quoting =
            WriteRule.named("quoting", field -> Write.leave("There is " + field.salesforceText() + " already."));
    private final SyncSettings settings = SyncSettings.standard()
            .leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map("last_name", "LastName")
                    .map("company", "Company")
                    .map("title", "Title")
                    .map(FieldMapping.of("phone", "Phone").onlyIfEmpty())
                    .map(FieldMapping.of("city", "City").by(quoting))
                    .map(FieldMapping.of("conversation", "Description"))
                    .map(FieldMapping.constant("canary constant", "LeadSource")));

    private final Lead person = Lead.of("canary@example.com")
            .with("last_name", "Canary-Name")
            .with("company", "Canary Inc")
            .with("phone", "+1 canary")
            .with("city", "Canaryville")
            .with("salesforce_account_name", "Canary of old")
            .with("conversation", Conversation.of(Conversation.Message.of(Instant.EPOCH, "Canary", "I am canary")))
            .with("birthday", LocalDate.of(1815, 12, 10));

    private void addMatch() {
        org.add(
                "Lead",
                "LastName",
                "Canary-Old",
                "Company",
                "Canary Ltd",
                "Email",
                "canary@example.com",
                "City",
                "Canary");
    }

    private static JsonView read(String json) throws Exception {
        return JsonView.of(JsonText.read(new StringReader(json)));
    }

    private static void assertNoMark(Stream<String> texts) {
        assertEquals(
                List.of(),
                texts.filter(text -> text.toLowerCase(Locale.ROOT).contains(MARK))
                        .toList());
    }

    private static Stream<String> withoutData(PushResult result) {
        return Stream.of(result.explainWithoutData(), ExplainJson.writeWithoutData(result));
    }

    @Test
    void theTextSaysWhichRecordEachFieldItsSourceItsRuleAndWhy() {
        addMatch();
        String text = sync(settings).push(person).explain();
        assertTrue(text.contains("Lead    updated 00Q"), text);
        assertTrue(text.contains("Matched by e-mail. Fields differ. [WRITTEN]"), text);
        assertTrue(text.contains("Company ← company"), text);
        assertTrue(text.contains("\"Canary Ltd\"  →  \"Canary Inc\""), text);
        assertTrue(text.contains("quoting: There is Canary already. [LEFT_BY_RULE]"), text);
        assertTrue(text.contains("left alone: Title ← title"), text);
        assertTrue(text.contains("What a [CODE] means: docs/reasons/CODE.md"), text);
        assertTrue(text.endsWith("2 API calls"), text);
    }

    @Test
    void whatWasToBeWrittenAndWasNotDoesNotLookAsIfItHadBeen() {
        org.next(Call.create("Lead")).refuses("A_NEW_CODE", "No.");
        String text = sync(settings).push(person).explain();
        assertTrue(text.contains("not written: \"\"  →  \"Canary Inc\""), text);
    }

    @Test
    void eachFieldInTheJsonSaysWhetherItWasWritten() throws Exception {
        assertEquals("yes", companyWritten(sync(settings).push(person)));
        org.next(Call.update("Lead")).refuses("A_NEW_CODE", "No.");
        assertEquals("no", companyWritten(sync(settings).push(person.with("company", "Canary Old"))));
    }

    @Test
    void aFieldThatWasNotWrittenBearsTheReasonOfItsRecord() throws Exception {
        org.next(Call.create("Lead")).refuses("A_NEW_CODE", "No.");
        PushResult result = sync(settings).push(person);
        JsonView lead = read(ExplainJson.write(result)).at("lead");
        List<String> codes = lead.at("fields").items().stream()
                .filter(field -> field.at("written").textOrEmpty().equals("no"))
                .map(field -> field.at("reason").at("code").textOrEmpty())
                .distinct()
                .toList();
        assertEquals(List.of(lead.at("reason").at("code").textOrEmpty()), codes);
        assertFalse(ExplainJson.write(result).contains("WRITTEN.md"));
        assertFalse(result.explain().contains("[WRITTEN]"), result.explain());
    }

    @Test
    void whatAHostsRuleSaidIsLeftAwayWithItsColon() {
        addMatch();
        String text = sync(settings).push(person).explainWithoutData();
        assertTrue(text.contains("quoting [LEFT_BY_RULE]"), text);
    }

    private static String companyWritten(PushResult result) throws Exception {
        return read(ExplainJson.write(result)).at("lead").at("fields").items().stream()
                .filter(field -> field.at("field").textOrEmpty().equals("Company"))
                .findFirst()
                .orElseThrow()
                .at("written")
                .textOrEmpty();
    }

    @Test
    void aFieldOfTheLeadThatNoMappingTakesIsNamedAndItsValueIsNot() throws Exception {
        PushPlan plan = sync(settings).plan(person.with("compnay", "Canary Inc"));
        PushResult result = sync(settings).push(plan);
        String line = "On the lead, and mapped nowhere: birthday, compnay" + System.lineSeparator();
        for (String text : List.of(plan.explain(), result.explain(), result.explainWithoutData())) {
            assertTrue(text.contains(line), text);
        }
        assertEquals(2, read(ExplainJson.write(result)).at("unmapped").items().size());
        assertEquals(List.of("birthday"), sync(settings).push(person).unmapped());
    }

    @Test
    void theDuplicateRuleIsNamedWithItsRecords() {
        String other = org.add("Lead", "LastName", "Canary-Name", "Company", "Canary Inc")
                .value();
        org.rules("Lead")
                .duplicates(DuplicateRule.block("Same name")
                        .matching((a, b) -> a.text("LastName").equals(b.text("LastName"))));
        String text = sync(settings).push(person).explain();
        assertTrue(text.contains("blocks, and names " + other), text);
    }

    @Test
    void severalCandidatesAreNamed() {
        String older = addLead("canary@example.com").value();
        later();
        String newer = addLead("canary@example.com").value();
        String text = sync(settings).push(person).explain();
        assertTrue(text.contains("2 candidates: "), text);
        assertTrue(text.contains("[MOST_RECENT_FIRST]: " + newer + ", " + older), text);
    }

    @Test
    void theJsonHasTheSame() throws Exception {
        addMatch();
        JsonView json = read(ExplainJson.write(sync(settings).push(person)));
        JsonView lead = json.at("lead");
        assertEquals("updated", lead.at("outcome").textOrEmpty());
        assertEquals("e-mail", lead.at("match").at("matcher").textOrEmpty());
        assertEquals("docs/reasons/WRITTEN.md", lead.at("reason").at("page").textOrEmpty());
        JsonView company = lead.at("fields").items().stream()
                .filter(field -> field.at("field").textOrEmpty().equals("Company"))
                .findFirst()
                .orElseThrow();
        assertEquals("Canary Ltd", company.at("before").textOrEmpty());
        assertEquals("Canary Inc", company.at("after").textOrEmpty());
        assertEquals("overwrite", company.at("rule").textOrEmpty());
        assertEquals(2, json.at("apiCalls").intOr(0));
    }

    @Test
    void thePlanInJsonSaysWhatWouldBeDone() throws Exception {
        JsonView json = read(ExplainJson.write(sync(settings).plan(person)));
        assertEquals("create", json.at("lead").at("action").textOrEmpty());
        assertEquals(1, json.at("apiCalls").intOr(0));
    }

    @Test
    void theDataIsThereUnlessItIsAskedToStayAway() {
        addMatch();
        PushPlan plan = sync(settings).plan(person);
        Stream.of(plan.explain(), ExplainJson.write(plan))
                .forEach(text -> assertTrue(text.contains("Canary Inc"), text));
    }

    @Test
    void noValueOfTheLeadOrTheRecordOccursInAPlanWithoutData() {
        addMatch();
        PushPlan plan = sync(settings).plan(person);
        assertNoMark(Stream.of(plan.explainWithoutData(), ExplainJson.writeWithoutData(plan)));
        assertTrue(plan.explainWithoutData().contains("text of 10  →  text of 10"), plan.explainWithoutData());
    }

    @Test
    void noneOccursInAResultWithoutDataHoweverItEnds() {
        assertNoMark(withoutData(sync(settings).push(person)));
        later();
        addMatch();
        assertNoMark(withoutData(sync(settings).push(person)));
    }

    @Test
    void salesforcesWordsStayAwayToo() {
        org.rules("Lead").validation(lead -> true, "canary@example.com is not welcome");
        PushResult result = sync(settings).push(person);
        assertTrue(result.explain().contains("is not welcome"));
        assertTrue(result.explainWithoutData().contains("(Salesforce's words left away)"));
        assertNoMark(withoutData(result));
    }

    @Test
    void anErrorOfOauthLeadsToThePageOnConnections() {
        assertEquals("docs/connect/states.md", Reason.of("invalid_grant", "").page());
        assertFalse(Reason.of("NOT_SENT", "").page().contains("connect"));
    }
}
