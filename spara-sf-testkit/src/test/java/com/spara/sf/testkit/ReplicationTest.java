package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed and what was deleted in a span of time; the recycle bin; commits that come late. */
class ReplicationTest {
    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private RecordId lead() {
        return org.add("Lead", "LastName", "L", "Company", "C");
    }

    private Wire.Reply ask(String what, String start, String end) {
        return wire.get("sobjects/Lead/" + what + "/?start=" + Wire.encoded(start) + "&end=" + Wire.encoded(end));
    }

    @Test
    void updatedNamesWhatWasMadeOrChangedAndIsThere() {
        RecordId id = lead();
        org.delete(lead());
        org.clock().advance(Duration.ofHours(1));
        assertEquals(
                "{\"ids\":[\"" + id + "\"],\"latestDateCovered\":\"2026-11-23T09:30:00.000+0000\"}",
                ask("updated", "2026-11-23T09:00:59+00:00", "2026-11-23T10:30:42+01:00")
                        .body());
    }

    @Test
    void endDoesNotBelongToTheSpanAndTheFutureIsNotCovered() {
        lead();
        assertEquals(
                "[]",
                ask("updated", "2026-11-23T08:00:00Z", "2026-11-23T09:00:00Z").text("/ids"));
        assertEquals(
                "2026-11-23T09:00:00.000+0000",
                ask("updated", "2026-11-23T08:00:00Z", "2026-11-23T12:00:00Z").text("/latestDateCovered"));
    }

    @Test
    void deletedNamesWhatIsInTheBinAndWhen() {
        RecordId id = lead();
        org.clock().advance(Duration.ofMinutes(5));
        org.delete(id);
        org.clock().advance(Duration.ofHours(1));
        assertEquals(
                "{\"deletedRecords\":[{\"deletedDate\":\"2026-11-23T09:05:00.000+0000\",\"id\":\"" + id
                        + "\"}],\"earliestDateAvailable\":\"2026-11-23T09:00:00.000+0000\","
                        + "\"latestDateCovered\":\"2026-11-23T10:00:00.000+0000\"}",
                ask("deleted", "2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z").body());
    }

    @Test
    void losersOfAMergeAreDeleted() {
        RecordId winner = lead();
        RecordId loser = lead();
        org.merge(winner, loser);
        org.clock().advance(Duration.ofHours(1));
        Wire.Reply reply = ask("deleted", "2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z");
        assertEquals(loser.value(), reply.text("/deletedRecords/0/id"));
    }

    @ParameterizedTest(name = "{0} to {1} is {2}")
    @CsvSource({
        "2026-11-23T09:00:00Z,2026-11-23T09:00:59Z,INVALID_REPLICATION_DATE",
        "2026-11-23T09:05:00Z,2026-11-23T09:00:00Z,INVALID_REPLICATION_DATE",
        "2026-10-01T09:00:00Z,2026-11-23T09:00:00Z,INVALID_REPLICATION_DATE",
        "yesterday,2026-11-23T09:00:00Z,INVALID_REPLICATION_DATE"
    })
    void spanMustBeAMinuteAndOfTheLastThirtyDays(String start, String end, String code) {
        assertEquals(code, ask("updated", start, end).errorCode());
        assertEquals(400, ask("deleted", start, end).status());
    }

    @Test
    void bothMomentsAreNeeded() {
        assertEquals("MISSING_ARGUMENT", wire.get("sobjects/Lead/updated").errorCode());
        assertEquals(405, wire.post("sobjects/Lead/updated", "{}").status());
    }

    @Test
    void rowsThatTheUserMayNotReadAreNotNamed() {
        lead();
        org.rights().seesOnly("Lead", record -> false);
        org.clock().advance(Duration.ofHours(1));
        assertEquals(
                "[]",
                ask("updated", "2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z").text("/ids"));
    }

    @Test
    void binIsEmptiedAfterFifteenDays() {
        RecordId id = lead();
        org.delete(id);
        org.clock().advance(Duration.ofDays(15).minusSeconds(1));
        assertEquals("1", wire.queryAll("SELECT Id FROM Lead").text("/totalSize"));
        org.clock().advance(Duration.ofSeconds(1));
        assertEquals("0", wire.queryAll("SELECT Id FROM Lead").text("/totalSize"));
        assertEquals("NOT_FOUND", wire.get("sobjects/Lead/" + id).errorCode());
        assertEquals(
                "INVALID_CROSS_REFERENCE_KEY",
                wire.patch("sobjects/Lead/" + id, "{'Phone':'1'}").errorCode());
        assertThrows(IllegalArgumentException.class, () -> org.undelete(id));
    }

    @Test
    void whatCameBackFromTheBinStays() {
        RecordId id = lead();
        org.delete(id);
        org.clock().advance(Duration.ofDays(10));
        org.undelete(id);
        org.clock().advance(Duration.ofDays(10));
        assertEquals(id, org.only("Lead").id());
        org.delete(id);
        org.clock().advance(Duration.ofDays(10));
        assertTrue(org.record(id).isDeleted());
    }

    @Test
    void lateRecordIsDatedBeforeItIsSeen() {
        RecordId id = org.lateAdd(Duration.ofMinutes(10), "Lead", "LastName", "L", "Company", "C");
        org.clock().advance(Duration.ofMinutes(9));
        assertEquals("0", wire.query("SELECT Id FROM Lead").text("/totalSize"));
        assertEquals(404, wire.get("sobjects/Lead/" + id).status());
        org.clock().advance(Duration.ofMinutes(1));
        assertEquals("2026-11-23T09:00:00Z", org.record(id).text("SystemModstamp"));
        assertEquals("1", wire.query("SELECT Id FROM Lead").text("/totalSize"));
    }

    @Test
    void lateChangeKeepsTheOldValuesAndLocksTheRecord() {
        RecordId id = lead();
        org.lateCommit(Duration.ofMinutes(10), () -> org.update(id, "Phone", "1"));
        assertEquals("null", wire.get("sobjects/Lead/" + id).text("/Phone"));
        assertEquals(
                "UNABLE_TO_LOCK_ROW",
                wire.patch("sobjects/Lead/" + id, "{'Phone':'2'}").errorCode());
        org.clock().advance(Duration.ofMinutes(10));
        assertEquals("1", wire.get("sobjects/Lead/" + id).text("/Phone"));
        assertEquals(204, wire.patch("sobjects/Lead/" + id, "{'Phone':'2'}").status());
    }

    @Test
    void lateRequestIsAnsweredAtOnceAndSeenLater() {
        org.lateCommit(
                Duration.ofMinutes(1),
                () -> assertEquals(
                        201,
                        wire.post("sobjects/Lead", "{'LastName':'L','Company':'C'}")
                                .status()));
        assertTrue(org.records("Lead").isEmpty());
        org.clock().advance(Duration.ofMinutes(1));
        assertEquals("L", org.only("Lead").text("LastName"));
    }

    @Test
    void whatIsPendingIsNotCovered() {
        org.clock().advance(Duration.ofMinutes(10));
        org.lateAdd(Duration.ofMinutes(10), "Lead", "LastName", "L", "Company", "C");
        org.clock().advance(Duration.ofMinutes(5));
        assertEquals(
                "2026-11-23T09:10:00.000+0000",
                ask("updated", "2026-11-23T09:00:00Z", "2026-11-23T09:14:00Z").text("/latestDateCovered"));
    }

    @Test
    void commitComesLaterNotAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> org.lateCommit(Duration.ZERO, () -> {}));
    }
}
