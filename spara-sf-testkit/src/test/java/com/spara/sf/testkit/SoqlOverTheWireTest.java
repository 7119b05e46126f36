package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.soql.SoqlTexts;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queries as clients send them, against the objects of a standard org. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SoqlOverTheWireTest {
    private static final long SEED = 20261125;
    private static final int MANY = 5_000;

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    @BeforeEach
    void fill() {
        org.addField("Lead", FakeField.text("Code__c", 20));
        org.addField("Lead", FakeField.multiPicklist("Topics__c", "a", "b", "c"));
        RecordId acme = org.account("Acme");
        org.contact("bob@example.com", "AccountId", acme);
        RecordId campaign = org.add("Campaign", "Name", "Launch");
        for (int i = 0; i < 5; i++) {
            RecordId lead = org.lead("lead" + i + "@example.com", "Topics__c", i % 2 == 0 ? "a;b" : "c");
            org.add("CampaignMember", "CampaignId", campaign, "LeadId", lead);
        }
    }

    @Test
    void validTextIsAnswered() {
        SoqlTexts texts = new SoqlTexts(SEED);
        for (int i = 0; i < MANY; i++) {
            String soql = texts.valid();
            Wire.Reply reply = wire.query(soql);
            assertEquals(200, reply.status(), () -> soql + " " + reply.body());
        }
    }

    @Test
    void brokenTextIsAnsweredOrRefusedInSalesforcesForm() {
        SoqlTexts texts = new SoqlTexts(SEED);
        TreeMap<Integer, Integer> seen = new TreeMap<>();
        for (int i = 0; i < MANY; i++) {
            String soql = texts.broken();
            Wire.Reply reply = wire.query(soql);
            seen.merge(reply.status(), 1, Integer::sum);
            assertTrue(reply.status() == 200 || !reply.errorCode().isEmpty(), soql);
        }
        assertTrue(Set.of(200, 400, 501).containsAll(seen.keySet()), seen.toString());
        assertTrue(seen.get(400) > MANY / 2, seen.toString());
    }

    @Test
    void partsOfDatesCanBeGroupedByThoughDateTimesCannot() {
        Wire.Reply years = wire.query(
                "SELECT CALENDAR_YEAR(CreatedDate) y, COUNT(Id) n FROM Lead GROUP BY CALENDAR_YEAR(CreatedDate)");
        assertEquals(List.of("2026", "5"), List.of(years.text("/records/0/y"), years.text("/records/0/n")));
        assertEquals(
                "INVALID_FIELD",
                wire.query("SELECT CreatedDate FROM Lead GROUP BY CreatedDate").errorCode());
    }

    @Test
    void groupsComeInOneAnswerOrNotAtAll() {
        org.pageSize(2);
        String soql = "SELECT Email, COUNT(Id) FROM Lead GROUP BY Email";
        assertEquals(
                List.of("5", "true"),
                List.of(wire.query(soql).text("/totalSize"), wire.query(soql).text("/done")));
        IntStream.range(5, 2_001).forEach(i -> org.lead("lead" + i + "@example.com"));
        assertEquals("EXCEEDED_ID_LIMIT", wire.query(soql).errorCode());
        assertEquals("2000", wire.query(soql + " LIMIT 2000").text("/totalSize"));
    }
}
