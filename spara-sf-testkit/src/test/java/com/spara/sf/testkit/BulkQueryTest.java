package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that read records into a CSV. */
class BulkQueryTest {
    private static final String JOBS = "jobs/query";

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private Wire.Reply create(String operation, String soql) {
        return wire.post(JOBS, "{'operation':'" + operation + "','query':'" + soql + "'}");
    }

    private String run(String operation, String soql) {
        Wire.Reply created = create(operation, soql);
        assertEquals(200, created.status(), created.body());
        org.clock().advance(Duration.ofSeconds(30));
        return JOBS + "/" + created.text("/id");
    }

    private RecordId contact(String lastName, Object account) {
        return org.add("Contact", "LastName", lastName, "AccountId", account);
    }

    @Test
    void jobBeginsAtOnceAndIsDoneInTwoPolls() {
        Wire.Reply created = create("query", "SELECT Id FROM Lead");
        assertEquals("UploadComplete", created.text("/state"));
        assertEquals("66.0", created.text("/apiVersion"));
        String job = JOBS + "/" + created.text("/id");
        assertEquals("InProgress", wire.get(job).text("/state"));
        assertEquals("JobComplete", wire.get(job).text("/state"));
        assertEquals("V2Query", wire.get(job).text("/jobType"));
        assertEquals("0", wire.get(job).text("/numberRecordsProcessed"));
    }

    @Test
    void resultsAreATable() {
        RecordId account = org.add("Account", "Name", "A, \"Inc\"", "NumberOfEmployees", 7);
        RecordId contact = contact("L", account);
        org.add("Contact", "LastName", "M");
        String job = run("query", "SELECT c.Id, c.account.Name, Account.NumberOfEmployees, CreatedDate FROM Contact c");
        assertEquals(
                "\"Id\",\"account.Name\",\"Account.NumberOfEmployees\",\"CreatedDate\"\n\"" + contact
                        + "\",\"A, \"\"Inc\"\"\",\"7\",\"2026-11-23T09:00:00.000Z\"\n\""
                        + org.records("Contact").get(1).id() + "\",\"\",\"\",\"2026-11-23T09:00:00.000Z\"\n",
                wire.get(job + "/results").body());
    }

    @Test
    void resultsComeInParts() {
        org.add("Lead", "LastName", "A", "Company", "C");
        org.add("Lead", "LastName", "B", "Company", "C");
        org.add("Lead", "LastName", "C", "Company", "C");
        String job = run("query", "SELECT LastName FROM Lead");
        Wire.Reply first = wire.get(job + "/results?maxRecords=2");
        assertEquals("\"LastName\"\n\"A\"\n\"B\"\n", first.body());
        assertEquals("2", first.headers().get("Sforce-NumberOfRecords"));
        Wire.Reply last = wire.get(
                job + "/results?maxRecords=2&locator=" + first.headers().get("Sforce-Locator"));
        assertEquals("\"LastName\"\n\"C\"\n", last.body());
        assertEquals("null", last.headers().get("Sforce-Locator"));
        assertEquals(
                "INVALID_QUERY_LOCATOR", wire.get(job + "/results?locator=MTA").errorCode());
        assertEquals(400, wire.get(job + "/results?maxRecords=0").status());
    }

    @Test
    void onlyQueryAllHasDeletedRecords() {
        org.delete(org.add("Lead", "LastName", "A", "Company", "C"));
        assertEquals(
                "\"LastName\"\n",
                wire.get(run("query", "SELECT LastName FROM Lead") + "/results").body());
        assertEquals(
                "\"LastName\"\n\"A\"\n",
                wire.get(run("queryAll", "SELECT LastName FROM Lead") + "/results")
                        .body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT COUNT(Id) FROM Lead",
                "SELECT LeadSource FROM Lead GROUP BY LeadSource",
                "SELECT Id FROM Lead LIMIT 1 OFFSET 1",
                "SELECT Id, (SELECT Id FROM Contacts) FROM Account",
                "SELECT TYPEOF Owner WHEN User THEN Id END FROM Lead",
                "SELECT FIELDS(ALL) FROM Lead LIMIT 1",
                "SELECT Address FROM Lead"
            })
    void whatAJobCannotAnswerIsRefused(String soql) {
        Wire.Reply reply = create("query", soql);
        assertEquals(400, reply.status());
        assertEquals("API_ERROR", reply.errorCode());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "query,SELECT,MALFORMED_QUERY",
        "query,SELECT Id FROM Nothing,INVALIDJOB",
        "wish,SELECT Id FROM Lead,JSON_PARSER_ERROR"
    })
    void jobThatCouldNeverWorkIsRefused(String operation, String soql, String code) {
        assertEquals(code, create(operation, soql).errorCode());
    }

    @Test
    void queryOfAnUnknownFieldFails() {
        Wire.Reply reply = wire.get(run("query", "SELECT Nonsense FROM Lead"));
        assertEquals("Failed", reply.text("/state"));
        assertTrue(reply.text("/errorMessage").contains("No such column"));
        assertTrue(reply.text("/errorMessage").contains("ERROR at Row:1:Column:8"));
    }

    @Test
    void jobAnswersInItsOwnVersionOnly() {
        String job = run("query", "SELECT Id FROM Lead");
        assertEquals(409, wire.version("v65.0").get(job).status());
        assertEquals(409, wire.get(job + "/results").status());
    }

    @Test
    void jobIsAbortedAndDeleted() {
        String job = JOBS + "/" + create("query", "SELECT Id FROM Lead").text("/id");
        assertEquals("INVALIDJOBSTATE", wire.get(job + "/results").errorCode());
        assertEquals("Aborted", wire.patch(job, "{'state':'Aborted'}").text("/state"));
        assertEquals("INVALIDJOBSTATE", wire.patch(job, "{'state':'Aborted'}").errorCode());
        assertEquals(
                "1", String.valueOf(wire.get(JOBS).at("/records").asJsonArray().size()));
        assertEquals(204, wire.delete(job).status());
        assertEquals(404, wire.get(job).status());
        assertEquals(404, wire.get(JOBS + "/x").status());
    }

    @Test
    void rowsThatTheUserMayNotReadAreNotThere() {
        org.add("Lead", "LastName", "A", "Company", "C");
        RecordId grace = org.user("Grace Hopper", "grace@acme.example");
        org.rights(grace).seesOnly("Lead", lead -> false);
        Wire hers = new Wire(org).with("Authorization", "Bearer " + org.token(grace));
        String job = JOBS + "/"
                + hers.post(JOBS, "{'operation':'query','query':'SELECT Id FROM Lead'}")
                        .text("/id");
        org.clock().advance(Duration.ofSeconds(30));
        assertEquals("0", hers.get(job).text("/numberRecordsProcessed"));
    }
}
