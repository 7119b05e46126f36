package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import org.junit.jupiter.api.Test;

/** Records that cannot be written for a while, and an org that is full. */
class RowLockTest {
    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);
    private final RecordId ada = org.add("Lead", "LastName", "A", "Company", "C");

    private Wire.Reply patch() {
        return wire.patch("sobjects/Lead/" + ada, "{'Phone':'1'}");
    }

    @Test
    void heldRecordCannotBeWrittenUntilItIsReleased() {
        try (RowLock lock = org.locks(ada)) {
            Wire.Reply reply = patch();
            assertEquals(400, reply.status());
            assertEquals(
                    "[{\"message\":\"unable to obtain exclusive access to this record or 1 records: " + ada
                            + "\",\"errorCode\":\"UNABLE_TO_LOCK_ROW\",\"fields\":[]}]",
                    reply.body());
            assertEquals(
                    "UNABLE_TO_LOCK_ROW", wire.delete("sobjects/Lead/" + ada).errorCode());
            assertTrue(lock.isHeld());
        }
        assertEquals(204, patch().status());
    }

    @Test
    void lockLetsGoByItselfAfterSomeWrites() {
        RowLock lock = org.locks(ada).forNextWrites(2);
        assertEquals(400, patch().status());
        assertEquals(400, patch().status());
        assertFalse(lock.isHeld());
        assertEquals(204, patch().status());
        assertThrows(IllegalArgumentException.class, () -> lock.forNextWrites(0));
    }

    @Test
    void whatTheOrgItselfDoesUsesNoLockUp() {
        RecordId bob = org.add("Lead", "LastName", "B", "Company", "C");
        RowLock lock = org.locks(ada).forNextWrites(1);
        org.merge(ada, bob);
        org.delete(ada);
        org.undelete(ada);
        assertTrue(lock.isHeld());
        assertEquals(400, patch().status());
        assertEquals(204, patch().status());
    }

    @Test
    void oneLockedRowDoesNotHarmTheOthers() {
        RecordId bob = org.add("Lead", "LastName", "B", "Company", "C");
        org.locks(ada).forNextWrites(1);
        Wire.Reply reply = wire.patch(
                "composite/sobjects",
                "{'records':[{'attributes':{'type':'Lead'},'id':'" + ada + "','Phone':'1'},"
                        + "{'attributes':{'type':'Lead'},'id':'" + bob + "','Phone':'1'}]}");
        assertEquals("UNABLE_TO_LOCK_ROW", reply.text("/0/errors/0/statusCode"));
        assertEquals("1", org.record(bob).text("Phone"));
    }

    @Test
    void contactIsWrittenUnderTheLockOfItsAccount() {
        RecordId acme = org.add("Account", "Name", "Acme");
        RecordId bob = org.add("Contact", "LastName", "B", "AccountId", acme.value());
        org.locks(acme).forNextWrites(1);
        Wire.Reply reply = wire.patch("sobjects/Contact/" + bob, "{'Phone':'1'}");
        assertTrue(reply.message().endsWith(acme.value()));
        assertEquals(204, wire.patch("sobjects/Contact/" + bob, "{'Phone':'1'}").status());
    }

    @Test
    void recordInApprovalIsLocked() {
        org.lockForApproval(ada);
        assertEquals("ENTITY_IS_LOCKED", patch().errorCode());
        org.approve(ada);
        assertEquals(204, patch().status());
    }

    @Test
    void fullOrgTakesNoNewRecords() {
        org.storageIsFull(true);
        assertEquals(
                "STORAGE_LIMIT_EXCEEDED",
                wire.post("sobjects/Lead", "{'LastName':'L','Company':'C'}").errorCode());
        assertEquals(204, patch().status());
        org.storageIsFull(false);
        assertEquals(
                201,
                wire.post("sobjects/Lead", "{'LastName':'L','Company':'C'}").status());
    }
}
