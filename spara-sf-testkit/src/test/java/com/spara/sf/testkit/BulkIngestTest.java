package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs that load a CSV. */
class BulkIngestTest {
    private static final String JOBS = "jobs/ingest";

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private String create(String operation, String more) {
        Wire.Reply reply = wire.post(JOBS, "{'object':'lead','operation':'" + operation + "'" + more + "}");
        assertEquals(200, reply.status(), reply.body());
        return JOBS + "/" + reply.text("/id");
    }

    private Wire.Reply upload(String job, String csv) {
        return new Wire(org)
                .with("Content-Type", "text/csv; charset=UTF-8")
                .exchange("PUT", "/services/data/v66.0/" + job + "/batches/", csv.getBytes(StandardCharsets.UTF_8));
    }

    private Wire.Reply close(String job) {
        return wire.patch(job, "{'state':'UploadComplete'}");
    }

    /** Does a whole job; returns its path. */
    private String run(String operation, String more, String csv) {
        String job = create(operation, more);
        assertEquals(201, upload(job, csv).status());
        assertEquals(200, close(job).status());
        wire.get(job);
        wire.get(job);
        return job;
    }

    private String csv(String job, String results) {
        return wire.get(job + "/" + results).body();
    }

    @Test
    void newJobIsOpenAndSaysWhereItsDataGoes() {
        Wire.Reply reply = wire.post(JOBS, "{'object':'lead','operation':'insert','contentType':'CSV'}");
        String id = reply.text("/id");
        assertTrue(id.startsWith("750"));
        assertEquals(
                "{\"id\":\"" + id + "\",\"operation\":\"insert\",\"object\":\"Lead\",\"createdById\":\"" + org.user()
                        + "\",\"createdDate\":\"2026-11-23T09:00:00.000+0000\","
                        + "\"systemModstamp\":\"2026-11-23T09:00:00.000+0000\",\"state\":\"Open\","
                        + "\"concurrencyMode\":\"Parallel\",\"contentType\":\"CSV\",\"apiVersion\":66.0,"
                        + "\"contentUrl\":\"services/data/v66.0/jobs/ingest/" + id
                        + "/batches\",\"lineEnding\":\"LF\",\"columnDelimiter\":\"COMMA\"}",
                reply.body());
    }

    @Test
    void closedJobIsDoneInTwoPolls() {
        String job = create("insert", "");
        assertEquals("", upload(job, "LastName,Company\nL,C\n").body());
        Wire.Reply closed = close(job);
        assertEquals("UploadComplete", closed.text("/state"));
        assertFalse(closed.body().contains("contentUrl"));
        assertFalse(closed.body().contains("lineEnding"));
        assertEquals("InProgress", wire.get(job).text("/state"));
        Wire.Reply done = wire.get(job);
        assertEquals("JobComplete", done.text("/state"));
        assertEquals("V2Ingest", done.text("/jobType"));
        assertEquals("1", done.text("/numberRecordsProcessed"));
        assertEquals("L", org.only("Lead").text("LastName"));
    }

    @Test
    void jobIsAlsoDoneWhenTimePasses() {
        String job = create("insert", "");
        upload(job, "LastName,Company\nL,C\n");
        close(job);
        assertTrue(org.records("Lead").isEmpty());
        org.clock().advance(Duration.ofSeconds(30));
        assertEquals(1, org.records("Lead").size());
        assertEquals("JobComplete", wire.get(job).text("/state"));
    }

    @Test
    void resultsHaveTheRecordedShapes() {
        String job = run("insert", "", "LastName,Company\nL,\"C, \"\"Inc\"\"\"\n,D\n");
        assertEquals(
                "\"sf__Id\",\"sf__Created\",LastName,Company\n\""
                        + org.only("Lead").id() + "\",\"true\",\"L\",\"C, \"\"Inc\"\"\"\n",
                csv(job, "successfulResults/"));
        assertEquals(
                "\"sf__Id\",\"sf__Error\",LastName,Company\n\"\",\"REQUIRED_FIELD_MISSING:Required fields are missing:"
                        + " [LastName]:LastName --\",\"\",\"D\"\n",
                csv(job, "failedResults"));
        assertEquals("LastName,Company\n", csv(job, "unprocessedrecords"));
        assertEquals("text/csv", wire.get(job + "/failedResults").headers().get("Content-Type"));
        assertEquals("1", wire.get(job).text("/numberRecordsFailed"));
    }

    @Test
    void resultsNeedNotComeInOrder() {
        String csv = "LastName,Company\nA,C\nB,C\nC,C\n";
        String job = run("insert", "", csv);
        assertTrue(csv(job, "successfulResults").indexOf("\"B\"")
                < csv(job, "successfulResults").indexOf("\"A\""));
        org.settle(Unsettled.BULK_RESULTS_KEEP_ORDER, true);
        assertTrue(csv(job, "successfulResults").indexOf("\"A\"")
                < csv(job, "successfulResults").indexOf("\"B\""));
    }

    @Test
    void emptyCellLeavesAloneAndNotAvailableClears() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C", "Phone", "1", "Email", "l@example.com");
        run("update", "", "Id,Phone,Email,Title\n" + id + ",,#N/A,\"  \"\n");
        assertEquals("1", org.record(id).text("Phone"));
        assertNull(org.record(id).value("Email"));
        assertNull(org.record(id).value("Title"));
    }

    @Test
    void failedUpdateNamesItsRecordFromVersion53On() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C");
        String job = run("update", "", "Id,LastName\n" + id + ",#N/A\n,M\nnonsense,M\n");
        String failed = csv(job, "failedResults");
        assertTrue(failed.contains("\"" + id + "\",\"REQUIRED_FIELD_MISSING"), failed);
        assertTrue(failed.contains("\"MISSING_ARGUMENT:Id not specified:Id --\""), failed);
        assertTrue(failed.contains("\"MALFORMED_ID:Lead ID: id value of incorrect type: nonsense:Id --\""), failed);
    }

    @Test
    void upsertFindsByItsKeyAndSaysWhatIsNew() {
        org.addField("Lead", FakeField.text("Ext__c", 20).externalId());
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C", "Ext__c", "a");
        String job = run(
                "upsert",
                ",'externalIdFieldName':'Ext__c'",
                "Ext__c,LastName,Company\na,M,C\nb,N,C\nx,O,C\nX,P,C\n,Q,C\n");
        assertEquals("M", org.record(id).text("LastName"));
        assertTrue(csv(job, "successfulResults").contains("\"" + id + "\",\"false\",\"a\""));
        assertTrue(csv(job, "successfulResults").contains("\"true\",\"b\""));
        assertEquals("3", wire.get(job).text("/numberRecordsFailed"));
        assertTrue(csv(job, "failedResults").contains("DUPLICATE_VALUE:Duplicate external id specified: x:Ext__c --"));
    }

    @Test
    void parentIsNamedByItsOwnKey() {
        org.addField("Account", FakeField.text("Ext__c", 20).externalId());
        RecordId account = org.add("Account", "Name", "A", "Ext__c", "7");
        String job = JOBS + "/"
                + wire.post(JOBS, "{'object':'Contact','operation':'insert'}").text("/id");
        upload(job, "LastName,Account.Ext__c\nL,7\nM,8\n");
        close(job);
        org.clock().advance(Duration.ofMinutes(1));
        assertEquals(account.value(), org.only("Contact").text("AccountId"));
        assertTrue(csv(job, "failedResults").contains("INVALID_FIELD:Foreign key external ID: 8 not found"));
    }

    @Test
    void parentOfSeveralObjectsIsNamedWithItsObject() {
        RecordId contact = org.add("Contact", "LastName", "L", "Email", "same@example.com");
        RecordId lead = org.add("Lead", "LastName", "L", "Company", "C", "Email", "same@example.com");
        String job = JOBS + "/"
                + wire.post(JOBS, "{'object':'Task','operation':'insert'}").text("/id");
        upload(job, "Subject,Lead:Who.Email\nS,same@example.com\n");
        close(job);
        org.clock().advance(Duration.ofMinutes(1));
        assertEquals(lead.value(), org.only("Task").text("WhoId"));
        wire.post(
                "sobjects/Task", "{'Subject':'T','Who':{'attributes':{'type':'Contact'},'Email':'same@example.com'}}");
        assertEquals(contact.value(), org.records("Task").get(1).text("WhoId"));
    }

    @Test
    void checkboxIsOneOrZeroTrueOrFalse() {
        org.addField("Lead", FakeField.checkbox("Flag__c"));
        String job = run("insert", "", "LastName,Company,Flag__c\nA,C,1\nB,C,FALSE\nD,C,maybe\n");
        assertEquals(true, org.records("Lead").get(0).value("Flag__c"));
        assertEquals(false, org.records("Lead").get(1).value("Flag__c"));
        assertTrue(csv(job, "failedResults").contains("INVALID_TYPE_ON_FIELD_IN_RECORD:value not of required type:"));
    }

    @Test
    void markAtTheBeginningAndBlankLinesDoNotCount() {
        run("insert", "", "\uFEFFLastName,Company\n\n\"L\nM\",C\n\nN,C");
        assertEquals("L\nM", org.records("Lead").get(0).text("LastName"));
        assertEquals("N", org.records("Lead").get(1).text("LastName"));
    }

    @Test
    void upsertByIdCreatesWhereThereIsNone() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C");
        run("upsert", ",'externalIdFieldName':'Id'", "Id,LastName,Company\n" + id + ",M,C\n,N,C\n");
        assertEquals("M", org.record(id).text("LastName"));
        assertEquals(2, org.records("Lead").size());
    }

    @Test
    void plannedRefusalMeetsARowOfAJob() {
        org.next(Call.create("Lead")).refuses("UNABLE_TO_LOCK_ROW", "busy");
        String job = run("insert", "", "LastName,Company\nL,C\nM,C\n");
        assertTrue(csv(job, "failedResults").contains("\"UNABLE_TO_LOCK_ROW:busy:--\""));
        assertEquals("M", org.only("Lead").text("LastName"));
    }

    @Test
    void deletedRecordsGoIntoTheBinAndHardDeletedOnesDoNot() {
        RecordId first = org.add("Lead", "LastName", "L", "Company", "C");
        run("delete", "", "Id\n" + first + "\n");
        assertTrue(org.record(first).isDeleted());
        RecordId second = org.add("Lead", "LastName", "L", "Company", "C");
        String job = run("hardDelete", "", "Id\n" + second + "\n" + first + "\n");
        assertEquals("1", wire.queryAll("SELECT Id FROM Lead").text("/totalSize"));
        assertTrue(csv(job, "failedResults").contains("ENTITY_IS_DELETED:entity is deleted:--"));
    }

    @Test
    void noRuleChoosesTheOwnerUnlessItIsNamed() {
        RecordId grace = org.user("Grace Hopper", "grace@acme.example");
        RecordId rule = org.assignmentRule("Lead", lead -> grace);
        run("insert", "", "LastName,Company\nL,C\n");
        assertEquals(org.user().value(), org.only("Lead").text("OwnerId"));
        run("insert", ",'assignmentRuleId':'" + rule + "'", "LastName,Company\nM,C\n");
        assertEquals(grace.value(), org.records("Lead").get(1).text("OwnerId"));
    }

    @Test
    void rowsAreSavedInTransactionsOf200() {
        List<Integer> sizes = new ArrayList<>();
        org.rules("Lead").trigger("Sizes", Trigger.When.BEFORE_INSERT, rows -> sizes.add(rows.size()));
        org.rules("Lead").cpuBudget(200);
        String rows = IntStream.range(0, 450).mapToObj(i -> "L" + i + ",C").collect(Collectors.joining("\n"));
        String job = run("insert", "", "LastName,Company\n" + rows);
        assertEquals(List.of(200, 200, 50), sizes);
        assertEquals("0", wire.get(job).text("/numberRecordsFailed"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "LastName,Nonsense|InvalidBatch : Field name not found : Nonsense",
                "LastName,Owner.Nonsense|InvalidBatch : Field name not found : Owner.Nonsense",
                "LastName,Company;L|InvalidBatch : Failed to parse CSV: record 1 has 1 values, the header has 2",
                "LastName;\"L|InvalidBatch : Failed to parse CSV: a quotation mark is not closed",
                "LastName;\"L\"x|InvalidBatch : Failed to parse CSV: a closing quotation mark ends no value",
                "LastName:L|ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF",
                "''|InvalidBatch : The CSV has no header"
            })
    void whatCannotBeReadFailsAsAWhole(String csv, String message) {
        String job = run("insert", "", csv.replace(";", "\n").replace(":", "\r\n"));
        Wire.Reply reply = wire.get(job);
        assertEquals("Failed", reply.text("/state"));
        assertEquals(message, reply.text("/errorMessage"));
        assertEquals("0", reply.text("/numberRecordsProcessed"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"TAB,9", "PIPE,124", "SEMICOLON,59", "CARET,94", "BACKQUOTE,96"})
    void delimiterAndLineEndingCanBeChosen(String name, int sign) {
        String gap = Character.toString(sign);
        String job = run(
                "insert",
                ",'columnDelimiter':'" + name + "','lineEnding':'CRLF'",
                "LastName" + gap + "Company\r\n\"L" + gap + "\r\n\"" + gap + "C,\r\n");
        assertEquals("C,", org.only("Lead").text("Company"));
        assertTrue(csv(job, "successfulResults").startsWith("\"sf__Id\"" + gap + "\"sf__Created\"" + gap + "LastName"));
    }

    @Test
    void dataIsSentOnce() {
        String job = create("insert", "");
        upload(job, "LastName,Company\nL,C\n");
        Wire.Reply again = upload(job, "LastName,Company\nM,C\n");
        assertEquals(400, again.status());
        assertEquals("INVALIDJOBSTATE", again.errorCode());
        assertTrue(again.message().startsWith("Found multiple contents for job: <750"));
    }

    @Test
    void abortedJobSavesNothingAndGivesItsRowsBack() {
        String job = create("insert", "");
        upload(job, "LastName,Company\nL,\"C,\"\n");
        assertEquals("Aborted", wire.patch(job, "{'state':'Aborted'}").text("/state"));
        org.clock().advance(Duration.ofMinutes(1));
        assertTrue(org.records("Lead").isEmpty());
        assertEquals("LastName,Company\nL,\"C,\"\n", csv(job, "unprocessedrecords"));
        assertEquals("INVALIDJOBSTATE", close(job).errorCode());
    }

    @Test
    void anAbortedJobMayFinishTheChunkThatItIsAt() {
        org.settle(Unsettled.ABORTED_JOBS_FINISH_THEIR_CHUNK, true);
        String job = create("insert", "");
        upload(job, "LastName,Company\n" + "L,C\n".repeat(250));
        close(job);
        assertEquals("InProgress", wire.get(job).text("/state"));
        wire.patch(job, "{'state':'Aborted'}");
        assertEquals("0", wire.get(job).text("/numberRecordsProcessed"));
        org.clock().advance(Duration.ofSeconds(10));
        assertEquals("200", wire.get(job).text("/numberRecordsProcessed"));
        assertEquals("Aborted", wire.get(job).text("/state"));
        assertEquals(200, org.records("Lead").size());
        assertEquals(51, csv(job, "unprocessedrecords").lines().count());
    }

    @Test
    void jobIsDeletedUnlessItIsOpen() {
        String job = create("insert", "");
        assertEquals("INVALIDJOBSTATE", wire.delete(job).errorCode());
        wire.patch(job, "{'state':'Aborted'}");
        assertEquals(204, wire.delete(job).status());
        assertEquals(404, wire.get(job).status());
    }

    @Test
    void resultsAreKeptForSevenDaysAndOpenJobsForOne() {
        String done = run("insert", "", "LastName,Company\nL,C\n");
        String open = create("insert", "");
        upload(open, "LastName,Company\nM,C\n");
        org.clock().advance(Duration.ofHours(24));
        assertEquals("UploadComplete", wire.get(JOBS).text("/records/1/state"));
        org.clock().advance(Duration.ofDays(6));
        assertEquals(404, wire.get(done).status());
        assertEquals(404, wire.get(done + "/successfulResults").status());
    }

    @Test
    void jobsAreListed() {
        create("insert", "");
        Wire.Reply reply = wire.get(JOBS);
        assertEquals("true", reply.text("/done"));
        assertEquals("null", reply.text("/nextRecordsUrl"));
        assertEquals("Open", reply.text("/records/0/state"));
    }

    @Test
    void smallJobTravelsAsOneMultipartRequest() {
        String body = "--B\r\nContent-Type: application/json\r\nContent-Disposition: form-data; name=\"job\"\r\n\r\n"
                + "{\"object\":\"Lead\",\"operation\":\"insert\"}\r\n--B\r\nContent-Type: text/csv\r\n"
                + "Content-Disposition: form-data; name=\"content\"; filename=\"content\"\r\n\r\n"
                + "LastName,Company\nÄ,C\n\r\n--B--\r\n";
        Wire.Reply reply = new Wire(org)
                .with("Content-Type", "multipart/form-data; boundary=B")
                .exchange("POST", "/services/data/v66.0/jobs/ingest", body.getBytes(StandardCharsets.UTF_8));
        assertEquals("UploadComplete", reply.text("/state"), reply.body());
        org.clock().advance(Duration.ofMinutes(1));
        assertEquals("Ä", org.only("Lead").text("LastName"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'object':'Nothing','operation':'insert'}|INVALIDJOB",
                "{'object':'Lead','operation':'upsert'}|INVALIDJOB",
                "{'object':'Lead','operation':'upsert','externalIdFieldName':'Phone'}|INVALIDJOB",
                "{'object':'Lead','operation':'insert','externalIdFieldName':'Email'}|INVALIDJOB",
                "{'object':'Lead','operation':'wish'}|JSON_PARSER_ERROR",
                "{'object':'Lead','operation':'insert','contentType':'XML'}|JSON_PARSER_ERROR",
                "{'object':'Lead','operation':'insert','columnDelimiter':'DOT'}|JSON_PARSER_ERROR",
                "{'object':'Lead','operation':'insert','assignmentRuleId':'x'}|MALFORMED_ID",
                "[]|JSON_PARSER_ERROR"
            })
    void jobThatCouldNeverWorkIsRefused(String body, String code) {
        Wire.Reply reply = wire.post(JOBS, body);
        assertEquals(400, reply.status());
        assertEquals(code, reply.errorCode());
    }

    @Test
    void otherRequestsAreRefused() {
        String job = create("insert", "");
        assertEquals("INVALIDJOBSTATE", wire.get(job + "/successfulResults").errorCode());
        assertEquals(415, wire.send("PUT", job + "/batches", "{}").status());
        assertEquals(404, wire.get(job + "/nothing").status());
        assertEquals(404, wire.get(JOBS + "/750000000000000").status());
        assertEquals(404, wire.get("jobs/nothing").status());
        assertEquals(405, wire.delete(JOBS).status());
        assertEquals("JSON_PARSER_ERROR", wire.patch(job, "{'state':'Done'}").errorCode());
    }

    @Test
    void rightsOfTheUserApply() {
        org.rights().hides("Lead", "Phone");
        String job = run("insert", "", "LastName,Company,Phone\nL,C,1\n");
        assertEquals(
                "InvalidBatch : Field name not found : Phone", wire.get(job).text("/errorMessage"));
    }
}
