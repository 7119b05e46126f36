package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One record over the wire: create, read, update, delete, by Id and by a key of its own. */
class RowsTest {
    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private RecordId ada() {
        return org.add(
                "Lead", "FirstName", "Ada", "LastName", "Lovelace", "Company", "Acme", "Email", "ada@example.com");
    }

    @Test
    void createAnswersWithTheIdAndItsLocation() {
        Wire.Reply reply = wire.post("sobjects/Lead", "{'LastName':'Lovelace','Company':'Acme'}");
        assertEquals(201, reply.status());
        String id = org.only("Lead").id().value();
        assertEquals("{\"id\":\"" + id + "\",\"success\":true,\"errors\":[]}", reply.body());
        assertEquals("/services/data/v66.0/sobjects/Lead/" + id, reply.headers().get("Location"));
    }

    @Test
    void idsHaveThePrefixOfTheirObjectAndAscend() {
        RecordId first = ada();
        RecordId second = ada();
        assertEquals("00Q", first.keyPrefix());
        assertTrue(first.value().compareTo(second.value()) < 0);
    }

    @Test
    void attributesOfTheRecordMayBeSent() {
        assertEquals(
                201,
                wire.post("sobjects/lead", "{'attributes':{'type':'Lead'},'lastname':'L','COMPANY':'A'}")
                        .status());
        assertEquals("A", org.only("Lead").text("Company"));
    }

    @Test
    void readGivesTheFieldsAskedForAndTheId() {
        RecordId id = ada();
        Wire.Reply reply = wire.get("sobjects/Lead/" + id.value().substring(0, 15) + "?fields=email,Phone,CreatedDate");
        assertEquals(
                "{\"attributes\":{\"type\":\"Lead\",\"url\":\"/services/data/v66.0/sobjects/Lead/" + id
                        + "\"},\"Email\":\"ada@example.com\",\"Phone\":null,"
                        + "\"CreatedDate\":\"2026-11-23T09:00:00.000+0000\","
                        + "\"Id\":\"" + id + "\"}",
                reply.body());
    }

    @Test
    void readWithoutFieldsGivesAllOfThem() {
        Wire.Reply reply = wire.get("sobjects/Lead/" + ada());
        assertEquals("Ada Lovelace", reply.text("/Name"));
        assertEquals("Open - Not Contacted", reply.text("/Status"));
        assertEquals("false", reply.text("/IsConverted"));
        assertEquals("null", reply.text("/Address"));
    }

    @Test
    void compoundAddressIsPutTogetherFromItsParts() {
        RecordId id = org.add("Contact", "LastName", "L", "MailingCity", "London", "MailingCountry", "UK");
        Wire.Reply reply = wire.get("sobjects/Contact/" + id + "?fields=MailingAddress");
        assertEquals("London", reply.text("/MailingAddress/city"));
        assertEquals("null", reply.text("/MailingAddress/postalCode"));
    }

    @Test
    void numbersAreWrittenAsSalesforceWritesThem() {
        RecordId id = org.add("Account", "Name", "Acme", "AnnualRevenue", 10_000_000, "NumberOfEmployees", 12);
        Wire.Reply reply = wire.get("sobjects/Account/" + id + "?fields=AnnualRevenue,NumberOfEmployees");
        assertTrue(reply.body().contains("\"AnnualRevenue\":1.0E7,\"NumberOfEmployees\":12"), reply.body());
    }

    @Test
    void updateChangesOnlyWhatIsSent() {
        RecordId id = ada();
        org.clock().advance(Duration.ofMinutes(1));
        assertEquals(
                204,
                wire.patch("sobjects/Lead/" + id, "{'Phone':'1','Email':null}").status());
        FakeRecord lead = org.record(id);
        assertEquals("1", lead.text("Phone"));
        assertNull(lead.value("Email"));
        assertEquals("Acme", lead.text("Company"));
        assertEquals("2026-11-23T09:01:00Z", lead.text("SystemModstamp"));
        assertEquals("2026-11-23T09:00:00Z", lead.text("CreatedDate"));
    }

    @Test
    void aPostCanStandForAPatch() {
        RecordId id = ada();
        assertEquals(
                204,
                wire.post("sobjects/Lead/" + id + "?_HttpMethod=PATCH", "{'Phone':'1'}")
                        .status());
        assertEquals("1", org.record(id).text("Phone"));
    }

    @Test
    void deletedRecordsStayInTheBinAndAreNotFound() {
        RecordId id = ada();
        assertEquals(204, wire.delete("sobjects/Lead/" + id).status());
        assertTrue(org.record(id).isDeleted());
        assertTrue(org.records("Lead").isEmpty());
        Wire.Reply again = wire.delete("sobjects/Lead/" + id);
        assertEquals(404, again.status());
        assertEquals(
                "[{\"message\":\"entity is deleted\",\"errorCode\":\"ENTITY_IS_DELETED\",\"fields\":[]}]",
                again.body());
    }

    @ParameterizedTest(name = "{0} {1} answers {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET|sobjects/Lead/00QFk0000000zzz|404|NOT_FOUND",
                "DELETE|sobjects/Lead/00QFk0000000zzz|404|NOT_FOUND",
                "PATCH|sobjects/Lead/00QFk0000000zzz|404|INVALID_CROSS_REFERENCE_KEY",
                "GET|sobjects/Lead/003Fk0000000zzz|400|MALFORMED_ID",
                "GET|sobjects/Lead/nonsense|400|MALFORMED_ID",
                "GET|sobjects/Lead/00QFk0000000zzzAAB|400|MALFORMED_ID",
                "GET|sobjects/Nothing__c/00QFk0000000zzz|404|NOT_FOUND",
                "GET|sobjects/Nothing__c|404|NOT_FOUND",
                "PUT|sobjects/Lead/00QFk0000000zzz|405|METHOD_NOT_ALLOWED",
                "GET|sobjects/Account/001Fk0000000zzz/Contacts|404|NOT_FOUND",
                "GET|sobjects/Lead/listviews|501|NOT_IMPLEMENTED_BY_FAKE_ORG",
                "GET|tooling/query|501|NOT_IMPLEMENTED_BY_FAKE_ORG",
                "GET|nosuchresource|404|NOT_FOUND"
            })
    void whatIsNotThereIsSaidAsSalesforceSaysIt(String method, String path, int status, String code) {
        Wire.Reply reply = wire.send(method, path, "{}");
        assertEquals(status, reply.status());
        assertEquals(code, reply.errorCode());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Id':'00QFk0000000001AAA','Phone':'1'}|INVALID_FIELD",
                "{'Nonsense':'1'}|INVALID_FIELD",
                "{'IsDeleted':true}|INVALID_FIELD_FOR_INSERT_UPDATE",
                "{'IsConverted':true}|INVALID_FIELD_FOR_INSERT_UPDATE",
                "{'Name':'X'}|INVALID_FIELD_FOR_INSERT_UPDATE",
                "{'LastName':null}|REQUIRED_FIELD_MISSING",
                "{'LastName':'  '}|REQUIRED_FIELD_MISSING",
                "{'Phone'|JSON_PARSER_ERROR",
                "[]|JSON_PARSER_ERROR",
                "{} {}|JSON_PARSER_ERROR",
                "''|JSON_PARSER_ERROR"
            })
    void aBodyThatCannotBeTakenChangesNothing(String body, String code) {
        RecordId id = ada();
        Wire.Reply reply = wire.patch("sobjects/Lead/" + id, body);
        assertEquals(400, reply.status(), reply.body());
        assertEquals(code, reply.errorCode());
        assertEquals("Lovelace", org.record(id).text("LastName"));
    }

    @Test
    void unknownFieldOfAReadIsRefused() {
        assertEquals(
                "INVALID_FIELD",
                wire.get("sobjects/Lead/" + ada() + "?fields=Id,Nonsense").errorCode());
    }

    @Test
    void updateIsRefusedWhenTheRecordChangedSince() {
        RecordId id = ada();
        String read = "Mon, 23 Nov 2026 09:00:00 GMT";
        org.clock().advance(Duration.ofSeconds(1));
        org.update(id, "Phone", "1");
        Wire.Reply stale = wire.with("If-Unmodified-Since", read).patch("sobjects/Lead/" + id, "{'Phone':'2'}");
        assertEquals(412, stale.status());
        assertEquals("1", org.record(id).text("Phone"));
        Wire.Reply fresh = wire.with("If-Unmodified-Since", "Mon, 23 Nov 2026 09:00:01 GMT")
                .patch("sobjects/Lead/" + id, "{'Phone':'2'}");
        assertEquals(204, fresh.status());
    }

    @Test
    void unreadableConditionIsRefused() {
        Wire.Reply reply =
                wire.with("If-Unmodified-Since", "2026-11-23").patch("sobjects/Lead/" + ada(), "{'Phone':'2'}");
        assertEquals(400, reply.status());
    }

    @Test
    void unchangedRecordIsNotSentAgain() {
        RecordId id = ada();
        Wire.Reply reply =
                wire.with("If-Modified-Since", "Mon, 23 Nov 2026 09:00:00 GMT").get("sobjects/Lead/" + id);
        assertEquals(304, reply.status());
        assertEquals(0, reply.bytes().length);
    }

    @Test
    void upsertCreatesThenUpdates() {
        org.addField("Lead", FakeField.text("Key__c", 20).externalId().unique());
        Wire.Reply created = wire.patch("sobjects/Lead/Key__c/a%2Fb", "{'LastName':'L','Company':'A'}");
        assertEquals(201, created.status());
        assertEquals("true", created.text("/created"));
        Wire.Reply updated = wire.patch("sobjects/Lead/Key__c/A%2Fb", "{'LastName':'M'}");
        assertEquals(200, updated.status());
        assertEquals("false", updated.text("/created"));
        assertEquals("M", org.only("Lead").text("LastName"));
    }

    @Test
    void upsertAnswersAsItsVersionDid() {
        org.addField("Lead", FakeField.text("Key__c", 20).externalId());
        wire.version("v45.0");
        assertFalse(wire.patch("sobjects/Lead/Key__c/1", "{'LastName':'L','Company':'A'}")
                .body()
                .contains("created"));
        assertEquals(
                204, wire.patch("sobjects/Lead/Key__c/1", "{'LastName':'M'}").status());
    }

    @Test
    void severalMatchesOfAKeyAreListedAndNothingIsWritten() {
        RecordId first = ada();
        ada();
        Wire.Reply reply = wire.patch("sobjects/Lead/Email/ADA@example.com", "{'Phone':'1'}");
        assertEquals(300, reply.status());
        assertEquals("/services/data/v66.0/sobjects/Lead/" + first, reply.text("/0"));
        assertNull(org.record(first).value("Phone"));
    }

    @Test
    void recordIsReadByItsKey() {
        RecordId id = ada();
        assertEquals(
                id.value(),
                wire.get("sobjects/Lead/Email/ada@example.com?fields=Id").text("/Id"));
        assertEquals(404, wire.get("sobjects/Lead/Email/bob@example.com").status());
        assertEquals(404, wire.get("sobjects/Lead/Company/Acme").status());
    }
}
