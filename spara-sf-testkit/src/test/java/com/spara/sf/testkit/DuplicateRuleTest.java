package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Duplicate rules: what they find, what the header lets pass, and the exact body. */
class DuplicateRuleTest {
    private static final String HEADER = "Sforce-Duplicate-Rule-Header";
    private static final String ADA = "{'LastName':'L','Company':'C','Email':'Ada@Example.com'}";
    private static final DuplicateRule ALERT =
            DuplicateRule.alert("Standard_Lead_Duplicate_Rule").matchingEmail();

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);
    private final RecordId ada = org.add("Lead", "LastName", "L", "Company", "C", "Email", "ada@example.com");

    @Test
    void alertNamesTheRecordThatIsThere() {
        org.rules("Lead").duplicates(ALERT);
        Wire.Reply reply = wire.post("sobjects/Lead", ADA);
        assertEquals(400, reply.status());
        assertEquals(
                "[{\"duplicateResut\":{\"allowSave\":true,\"duplicateRule\":\"Standard_Lead_Duplicate_Rule\","
                        + "\"duplicateRuleEntityType\":\"Lead\",\"errorMessage\":\"Use one of these records?\","
                        + "\"matchResults\":[{\"entityType\":\"Lead\",\"errors\":[],"
                        + "\"matchEngine\":\"FuzzyMatchEngine\",\"matchRecords\":[{\"additionalInformation\":[],"
                        + "\"fieldDiffs\":[],\"matchConfidence\":100.0,\"record\":{\"attributes\":{\"type\":\"Lead\","
                        + "\"url\":\"/services/data/v66.0/sobjects/Lead/" + ada + "\"},\"Id\":\"" + ada + "\"}}],"
                        + "\"rule\":\"Standard_Lead_Match_Rule_v1_0\",\"size\":1,\"success\":true}]},"
                        + "\"message\":\"Use one of these records?\",\"errorCode\":\"DUPLICATES_DETECTED\"}]",
                reply.body());
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void memberIsSpelledAsSettled() {
        org.rules("Lead").duplicates(ALERT);
        org.settle(Unsettled.DUPLICATE_RESULT_IS_MISSPELT, false);
        assertEquals("true", wire.post("sobjects/Lead", ADA).text("/0/duplicateResult/allowSave"));
    }

    @ParameterizedTest(name = "{0}, {1} -> {2}")
    @CsvSource({
        "alert, allowSave=true, 201",
        "alert, 'allowSave = TRUE, runAsCurrentUser=true', 201",
        "alert, allowSave=false, 400",
        "block, allowSave=true, 400",
    })
    void headerLetsOnlyAlertsPass(String action, String header, int status) {
        org.rules("Lead")
                .duplicates(
                        (action.equals("alert") ? DuplicateRule.alert("R") : DuplicateRule.block("R")).matchingEmail());
        assertEquals(
                status, wire.with(HEADER, header).post("sobjects/Lead", ADA).status());
    }

    @Test
    void detailsComeWhenTheyAreAskedFor() {
        org.rules("Lead").duplicates(ALERT);
        Wire.Reply reply = wire.with(HEADER, "includeRecordDetails=true").post("sobjects/Lead", ADA);
        assertEquals("ada@example.com", reply.text("/0/duplicateResut/matchResults/0/matchRecords/0/record/Email"));
    }

    @Test
    void leadRuleFindsContactsWhenTold() {
        RecordId contact = org.add("Contact", "LastName", "X", "Email", "bob@example.com");
        org.rules("Lead").duplicates(DuplicateRule.block("R").matchingEmail("Contact"));
        Wire.Reply reply = wire.post("sobjects/Lead", "{'LastName':'L','Company':'C','Email':'bob@example.com'}");
        assertEquals("false", reply.text("/0/duplicateResut/allowSave"));
        assertEquals("Contact", reply.text("/0/duplicateResut/matchResults/0/entityType"));
        assertEquals(contact.value(), reply.text("/0/duplicateResut/matchResults/0/matchRecords/0/record/Id"));
        assertEquals(201, wire.post("sobjects/Lead", ADA).status());
    }

    @Test
    void anyTestCanDecide() {
        org.rules("Lead")
                .duplicates(DuplicateRule.alert("R")
                        .matching((incoming, existing) ->
                                existing.text("LastName").equals(incoming.text("LastName")))
                        .saying("Look first."));
        Wire.Reply reply = wire.post("sobjects/Lead", "{'LastName':'L','Company':'Other'}");
        assertEquals("Look first.", reply.message());
        assertEquals(
                201,
                wire.post("sobjects/Lead", "{'LastName':'M','Company':'C'}").status());
    }

    @Test
    void collectionSaysOnlyThatThereAreDuplicates() {
        org.rules("Lead").duplicates(ALERT);
        Wire.Reply reply = wire.post("composite/sobjects", "{'records':[" + typed(ADA) + "," + typed(other()) + "]}");
        assertEquals(
                "{\"success\":false,\"errors\":[{\"statusCode\":\"DUPLICATES_DETECTED\","
                        + "\"message\":\"Use one of these records?\",\"fields\":[]}]}",
                reply.at("/0").toString());
        assertEquals("true", reply.text("/1/success"));
    }

    @Test
    void collectionNamesThemWhenSettledSo() {
        org.rules("Lead").duplicates(ALERT);
        org.settle(Unsettled.COLLECTIONS_NAME_DUPLICATES, true);
        Wire.Reply reply = wire.post("composite/sobjects", "{'records':[" + typed(ADA) + "]}");
        assertEquals(ada.value(), reply.text("/0/errors/0/duplicateResut/matchResults/0/matchRecords/0/record/Id"));
    }

    @Test
    void rowsOfOneCollectionAreDuplicatesOfEachOther() {
        org.rules("Lead").duplicates(ALERT);
        Wire.Reply reply =
                wire.post("composite/sobjects", "{'records':[" + typed(other()) + "," + typed(other()) + "]}");
        assertEquals("DUPLICATES_DETECTED", reply.text("/1/errors/0/statusCode"));
    }

    @Test
    void updatesAreCheckedOnlyWhenTheRuleSaysSo() {
        RecordId bob = org.add("Lead", "LastName", "B", "Company", "C");
        org.rules("Lead").duplicates(ALERT);
        assertEquals(
                204,
                wire.patch("sobjects/Lead/" + bob, "{'Email':'ada@example.com'}")
                        .status());
        org.rules("Lead").duplicates(DuplicateRule.block("Edit").matchingEmail().onEdit());
        assertEquals(
                "DUPLICATES_DETECTED",
                wire.patch("sobjects/Lead/" + bob, "{'Phone':'1'}").errorCode());
    }

    @Test
    void recordIsNoDuplicateOfItself() {
        org.rules("Lead").duplicates(ALERT.onEdit());
        assertEquals(204, wire.patch("sobjects/Lead/" + ada, "{'Phone':'1'}").status());
    }

    @Test
    void deletedAndConvertedRecordsAreNotFound() {
        org.rules("Lead").duplicates(ALERT);
        org.convert(ada);
        assertEquals(201, wire.post("sobjects/Lead", ADA).status());
        org.delete(org.records("Lead").get(1).id());
        assertEquals(201, wire.post("sobjects/Lead", ADA).status());
    }

    @Test
    void recordsThatTheUserMayNotSeeAreCountedAndNotNamed() {
        org.rules("Lead").duplicates(ALERT);
        org.rights().seesOnly("Lead", lead -> false);
        Wire.Reply reply = wire.post("sobjects/Lead", ADA);
        assertEquals("1", reply.text("/0/duplicateResut/matchResults/0/size"));
        assertTrue(reply.at("/0/duplicateResut/matchResults/0/matchRecords")
                .asJsonArray()
                .isEmpty());
        assertFalse(reply.body().contains(ada.value()));
    }

    private static String other() {
        return "{'LastName':'O','Company':'C','Email':'other@example.com'}";
    }

    private static String typed(String lead) {
        return "{'attributes':{'type':'Lead'}," + lead.substring(1);
    }
}
