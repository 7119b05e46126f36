package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rows by relationship, entity tags of accounts, limits and counts. */
class RelationshipTest {
    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);
    private final RecordId account = org.add("Account", "Name", "Acme");

    private RecordId contact() {
        return org.add("Contact", "LastName", "L", "AccountId", account);
    }

    @Test
    void childrenComeAsAQueryDoes() {
        RecordId contact = contact();
        Wire.Reply reply = wire.get("sobjects/Account/" + account + "/contacts?fields=LastName");
        assertEquals(
                "{\"totalSize\":1,\"done\":true,\"records\":[{\"attributes\":{\"type\":\"Contact\",\"url\":"
                        + "\"/services/data/v66.0/sobjects/Contact/" + contact + "\"},\"LastName\":\"L\"}]}",
                reply.body());
    }

    @Test
    void manyChildrenComeInPages() {
        contact();
        contact();
        org.pageSize(1);
        Wire.Reply reply = wire.get("sobjects/Account/" + account + "/Contacts");
        assertEquals("false", reply.text("/done"));
        assertEquals("true", wire.get(reply.text("/nextRecordsUrl")).text("/done"));
    }

    @Test
    void noChildrenAreAnEmptyListAndNoParentIsNotFound() {
        assertEquals("0", wire.get("sobjects/Account/" + account + "/Contacts").text("/totalSize"));
        assertEquals(
                "Acme", wire.get("sobjects/Contact/" + contact() + "/Account").text("/Name"));
        RecordId alone = org.add("Contact", "LastName", "L");
        assertEquals(404, wire.get("sobjects/Contact/" + alone + "/Account").status());
        assertEquals(404, wire.get("sobjects/Contact/" + alone + "/Nothing").status());
    }

    @Test
    void relationshipOfARecordThatIsNotThereIsNotFound() {
        org.delete(account);
        assertEquals(404, wire.get("sobjects/Account/" + account + "/Contacts").status());
        assertEquals(404, wire.get("sobjects/Account/Nope__c/x").status(), "a key that is none");
        assertEquals(
                501,
                wire.patch("sobjects/Contact/" + contactAlone() + "/Account", "{}")
                        .status());
    }

    private RecordId contactAlone() {
        return org.add("Contact", "LastName", "L");
    }

    @Test
    void tagOfAnAccountSaysWhetherItChanged() {
        String tag = wire.get("sobjects/Account/" + account).headers().get("ETag");
        Wire.Reply same = new Wire(org).with("If-None-Match", tag).get("sobjects/Account/" + account);
        assertEquals(304, same.status());
        assertEquals(tag, same.headers().get("ETag"));
        org.clock().advance(Duration.ofSeconds(1));
        org.update(account, "Phone", "1");
        assertEquals(
                200,
                new Wire(org)
                        .with("If-None-Match", tag)
                        .get("sobjects/Account/" + account)
                        .status());
    }

    @Test
    void writeWithTheTagOfAnEarlierStateIsRefused() {
        String tag = wire.get("sobjects/Account/" + account).headers().get("ETag");
        Wire guarded = new Wire(org).with("If-Match", tag);
        assertEquals(
                204,
                guarded.patch("sobjects/Account/" + account, "{'Phone':'1'}").status());
        org.clock().advance(Duration.ofSeconds(1));
        org.update(account, "Phone", "2");
        Wire.Reply reply = guarded.patch("sobjects/Account/" + account, "{'Phone':'3'}");
        assertEquals(412, reply.status());
        assertEquals("PRECONDITION_FAILED", reply.errorCode());
        assertEquals("2", org.record(account).text("Phone"));
    }

    @Test
    void tagIsInQuotationMarks() {
        Wire odd = wire.with("If-Match", "abc");
        assertEquals(
                400, odd.patch("sobjects/Account/" + account, "{'Phone':'1'}").status());
        assertEquals(501, odd.get("sobjects/Contact/" + contact()).status());
        assertNull(new Wire(org).get("sobjects/Contact/" + contact()).headers().get("ETag"));
    }

    @Test
    void recordsAreCountedByObject() {
        contact();
        assertEquals(
                "{\"sObjects\":[{\"count\":1,\"name\":\"Account\"},{\"count\":0,\"name\":\"Lead\"}]}",
                wire.get("limits/recordCount?sObjects=Account,lead,Nothing").body());
        assertTrue(wire.get("limits/recordCount").body().contains("\"Contact\""));
    }

    @Test
    void limitsNameWhatIsLeft() {
        Wire.Reply reply = wire.get("limits");
        assertEquals("99999", reply.text("/DailyApiRequests/Remaining"));
        assertEquals("15000", reply.text("/DailyBulkApiBatches/Max"));
        assertEquals(404, wire.get("limits/nothing").status());
        assertEquals(405, wire.post("limits", "{}").status());
    }
}
