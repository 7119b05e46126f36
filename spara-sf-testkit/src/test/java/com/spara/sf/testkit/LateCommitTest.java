package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.spi.RequestNotSentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work that is seen only later, when somebody may have looked already. */
class LateCommitTest {
    private static final String LEADS = "/services/data/v66.0/sobjects/Lead";
    private static final String LEAD = "{'LastName':'L','Company':'C','Email':'l@acme.example'}";

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private IOException fails(String method, String target, String json) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return assertThrows(IOException.class, () -> wire.tryExchange(method, target, body));
    }

    private String found() {
        return wire.query("SELECT Id FROM Lead WHERE Email = 'l@acme.example'").text("/totalSize");
    }

    @Test
    void whoLooksTooEarlyDoesNotSeeIt() {
        org.next(Call.create("Lead")).commitsLate(Duration.ofSeconds(5));
        assertTrue(!(fails("POST", LEADS, LEAD) instanceof RequestNotSentException));
        assertEquals("0", found());
        org.clock().advance(Duration.ofSeconds(4));
        assertEquals("0", found());
        org.clock().advance(Duration.ofSeconds(1));
        assertEquals("1", found());
        assertEquals("L", org.only("Lead").text("LastName"));
    }

    @Test
    void itIsDatedWhenItArrivedAsARunningTransactionIs() {
        Instant arrived = org.clock().instant();
        org.next(Call.create("Lead")).commitsLate(Duration.ofSeconds(5));
        fails("POST", LEADS, LEAD);
        org.clock().advance(Duration.ofHours(1));
        assertEquals(arrived, org.only("Lead").value("CreatedDate"));
        assertEquals(arrived, org.only("Lead").value("SystemModstamp"));
        org.add("Lead", "LastName", "Later", "Company", "C");
        assertEquals(org.clock().instant(), org.records("Lead").get(1).value("CreatedDate"));
    }

    @Test
    void itsDateIsNotCoveredBeforeItIsSeen() {
        org.next(Call.create("Lead")).commitsLate(Duration.ofMinutes(10));
        fails("POST", LEADS, LEAD);
        org.clock().advance(Duration.ofMinutes(9));
        String span = "start=2026-11-23T08:00:00Z&end=2026-11-23T09:05:00Z";
        assertEquals(
                "2026-11-23T09:00:00.000+0000",
                wire.get("sobjects/Lead/updated/?" + span).text("/latestDateCovered"));
    }

    @Test
    void itCountsAsACallWithoutAnAnswerOnce() {
        org.next(Call.create("Lead")).commitsLate(Duration.ofSeconds(5));
        fails("POST", LEADS, LEAD);
        org.clock().advance(Duration.ofSeconds(5));
        assertEquals(1, org.calls().count());
        assertEquals("POST sobjects/Lead → no answer", org.calls().all().get(0).toString());
        assertEquals(1, org.limits().callsUsed());
    }

    @Test
    void wholeCompositeOfAPartIsLate() {
        org.next(Call.create("Lead")).commitsLate(Duration.ofSeconds(5));
        fails(
                "POST",
                "/services/data/v66.0/composite",
                "{'compositeRequest':[{'method':'POST','referenceId':'a','url':'/services/data/v66.0/sobjects/Contact',"
                        + "'body':{'LastName':'K'}},{'method':'POST','referenceId':'b','url':'" + LEADS + "','body':"
                        + LEAD + "}]}");
        assertTrue(org.records("Contact").isEmpty());
        org.clock().advance(Duration.ofSeconds(5));
        assertEquals(1, org.records("Contact").size());
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void otherTroubleWaitsForTheNextRealCall() {
        org.next(Call.create("Lead")).commitsLate(Duration.ofSeconds(5));
        fails("POST", LEADS, LEAD);
        org.next(Call.create("Lead")).refuses("UNABLE_TO_LOCK_ROW", "busy");
        org.clock().advance(Duration.ofSeconds(5));
        assertEquals(1, org.records("Lead").size());
        assertEquals("UNABLE_TO_LOCK_ROW", wire.post("sobjects/Lead", LEAD).errorCode());
    }

    @Test
    void uniqueKeyRefusesTheLateOneWhenAnotherCameFirst() {
        org.addField("Lead", FakeField.text("Key__c", 20).externalId().unique());
        org.next(Call.create("Lead")).commitsLate(Duration.ofSeconds(5));
        fails("POST", LEADS, "{'LastName':'late','Company':'C','Key__c':'1'}");
        wire.post("sobjects/Lead", "{'LastName':'first','Company':'C','Key__c':'1'}");
        org.clock().advance(Duration.ofSeconds(5));
        assertEquals("first", org.only("Lead").text("LastName"));
    }

    @Test
    void lateCallsAreDoneInTheOrderInWhichTheyAreDue() {
        org.next(Call.create("Lead")).commitsLate(Duration.ofSeconds(9));
        org.next(Call.create("Lead")).commitsLate(Duration.ofSeconds(3));
        fails("POST", LEADS, "{'LastName':'nine','Company':'C'}");
        fails("POST", LEADS, "{'LastName':'three','Company':'C'}");
        org.clock().set(org.clock().instant().plusSeconds(60));
        assertEquals(
                List.of("three", "nine"),
                org.records("Lead").stream().map(lead -> lead.text("LastName")).toList());
    }

    @Test
    void expiredTokenDoesNotUndoWhatArrived() {
        org.next(Call.create("Lead")).commitsLate(Duration.ofSeconds(5));
        fails("POST", LEADS, LEAD);
        org.revokeTokens();
        org.clock().advance(Duration.ofSeconds(5));
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void slowCallLetsTheLateOneCommit() {
        org.next(Call.create("Lead")).commitsLate(Duration.ofSeconds(5));
        fails("POST", LEADS, LEAD);
        org.next(Call.query()).isSlow(Duration.ofSeconds(6));
        assertEquals("0", found());
        assertEquals("1", found());
    }

    @Test
    void nobodyUndoesItByWhatTheyDoBeforeItIsSeen() {
        RecordId ada = org.add("Lead", "LastName", "A", "Company", "C");
        RecordId bob = org.add("Lead", "LastName", "B", "Company", "C");
        org.lateCommit(Duration.ofSeconds(5), () -> org.update(ada, "LastName", "late"));
        assertThrows(IllegalArgumentException.class, () -> org.update(ada, "Phone", "1"));
        assertThrows(IllegalArgumentException.class, () -> org.convert(ada));
        assertThrows(IllegalArgumentException.class, () -> org.delete(ada));
        assertThrows(IllegalArgumentException.class, () -> org.merge(bob, ada));
        assertThrows(IllegalArgumentException.class, () -> org.merge(ada, bob));
        org.clock().advance(Duration.ofSeconds(5));
        assertEquals("late", org.record(ada).text("LastName"));
        assertTrue(org.convert(ada).contactId().value().startsWith("003"));
    }

    @Test
    void nobodyConvertsIntoAContactThatIsChangedAndNotSeenYet() {
        RecordId ada = org.add("Lead", "LastName", "A", "Company", "C", "Email", "ada@example.com");
        RecordId account = org.account("C");
        RecordId contact = org.add("Contact", "LastName", "A", "AccountId", account);
        org.lateCommit(Duration.ofSeconds(5), () -> org.update(contact, "Phone", "1"));
        assertThrows(IllegalArgumentException.class, () -> org.convert(ada, account, contact));
        assertTrue(org.records("Opportunity").isEmpty());
        org.clock().advance(Duration.ofSeconds(5));
        org.convert(ada, account, contact);
        assertEquals("1", org.record(contact).text("Phone"));
        assertEquals("ada@example.com", org.record(contact).text("Email"));
    }

    @Test
    void nobodyDeletesOrMergesWhatItBelongsTo() {
        RecordId account = org.account("C");
        RecordId other = org.account("D");
        RecordId contact = org.add("Contact", "LastName", "A", "AccountId", account);
        org.lateCommit(Duration.ofSeconds(5), () -> org.update(contact, "Phone", "1"));
        assertThrows(IllegalArgumentException.class, () -> org.delete(account));
        assertThrows(IllegalArgumentException.class, () -> org.merge(other, account));
        assertFalse(org.record(account).isDeleted());
        org.clock().advance(Duration.ofSeconds(5));
        org.merge(other, account);
        assertEquals(other.value(), org.record(contact).text("AccountId"));
        assertEquals("1", org.record(contact).text("Phone"));
    }

    @Test
    void whatIsTakenOutOfTheRecycleBinLaterIsNotTakenOutBefore() {
        RecordId ada = org.add("Lead", "LastName", "A", "Company", "C");
        org.delete(ada);
        org.lateCommit(Duration.ofSeconds(5), () -> org.undelete(ada));
        assertThrows(IllegalArgumentException.class, () -> org.undelete(ada));
    }
}
