package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The org as a test author meets it. */
@Timeout(60)
class FakeOrgTest {
    private final FakeOrg org = FakeOrg.create();

    @Test
    void onlyRecordIsGivenAndOthersAreShown() {
        assertThrows(AssertionError.class, () -> org.only("Lead"));
        org.add("Lead", "LastName", "Lovelace", "Company", "Acme");
        assertEquals("Lovelace", org.only("Lead").text("LastName"));
        org.add("Lead", "LastName", "Hopper", "Company", "Navy");
        AssertionError failure = assertThrows(AssertionError.class, () -> org.only("Lead"));
        assertTrue(failure.getMessage().contains("Hopper"), failure.getMessage());
        assertTrue(failure.getMessage().startsWith("expected one Lead but there are 2"));
    }

    @Test
    void tableShowsWhatAPersonWantsToSee() {
        RecordId id = org.add("Lead", "LastName", "Lovelace", "Company", "Acme", "Description", "x".repeat(100));
        List<String> lines = org.table("Lead").lines().toList();
        assertEquals("Lead (1)", lines.get(0));
        assertTrue(lines.get(1).matches(" +Id +LastName +Name +Company .*"), lines.get(1));
        assertTrue(lines.get(2).contains(id + "  Lovelace"), lines.get(2));
        assertTrue(lines.get(2).contains("x".repeat(39) + "…"), lines.get(2));
        assertTrue(!org.table("Lead").contains("SystemModstamp"));
    }

    @Test
    void clockDatesRecords() {
        org.clock().set(Instant.parse("2030-01-01T00:00:00.700Z"));
        org.add("Lead", "LastName", "L", "Company", "C");
        assertEquals(Instant.parse("2030-01-01T00:00:00Z"), org.only("Lead").value("CreatedDate"));
    }

    @Test
    void pastCanBeSetUp() {
        org.add("Lead", "LastName", "L", "Company", "C", "CreatedDate", Instant.parse("2020-01-01T00:00:00Z"));
        assertEquals("2020-01-01T00:00:00Z", org.only("Lead").text("CreatedDate"));
    }

    @Test
    void fieldsHoldOnlyWhatIsNotEmpty() {
        org.add("Lead", "LastName", "L", "Company", "C");
        FakeRecord lead = org.only("Lead");
        assertTrue(lead.fields().keySet().containsAll(List.of("Id", "LastName", "Company", "Status")));
        assertTrue(!lead.fields().containsKey("Phone"));
        assertThrows(IllegalArgumentException.class, () -> lead.value("Nonsense"));
    }

    @Test
    void mistakesOfTheTestAreExplained() {
        assertThrows(IllegalArgumentException.class, () -> org.add("Nonsense", "A", 1));
        assertThrows(IllegalArgumentException.class, () -> org.add("Lead", "LastName"));
        assertThrows(IllegalArgumentException.class, () -> org.record(RecordId.of("00QFk0000000zzz")));
        assertThrows(IllegalArgumentException.class, () -> org.pageSize(0));
        assertThrows(IllegalArgumentException.class, () -> org.addField("Lead", FakeField.text("email", 10)));
    }

    @Test
    void manyThreadsWriteAtOnceAndNothingIsLost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> written = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                String name = "T" + t;
                written.add(threads.submit(() -> writeTwentyFive(name)));
            }
            for (Future<Integer> future : written) {
                assertEquals(25, future.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(
                200,
                org.records("Lead").stream()
                        .map(FakeRecord::id)
                        .collect(Collectors.toCollection(HashSet::new))
                        .size());
        assertEquals(200, org.calls().count());
    }

    private int writeTwentyFive(String name) {
        Wire wire = new Wire(org);
        return (int) IntStream.range(0, 25)
                .mapToObj(i -> wire.post("sobjects/Lead", "{'LastName':'" + name + i + "','Company':'C'}"))
                .filter(reply -> reply.status() == 201)
                .count();
    }

    @Test
    void lookUpsByEmailDoNotScan() {
        for (int i = 0; i < 20_000; i++) {
            org.add("Lead", "LastName", "L" + i, "Company", "C", "Email", "l" + i + "@example.com");
        }
        String emails = IntStream.range(0, 200)
                .mapToObj(i -> "'L" + i * 100 + "@example.com'")
                .collect(Collectors.joining(","));
        String soql = "SELECT Id, Owner.Name FROM Lead WHERE Email IN (" + emails + ")";
        Wire wire = new Wire(org);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 100; i++) {
                assertEquals("200", wire.query(soql).text("/totalSize"));
            }
        });
    }

    @Test
    void freshOrgsAreCheap() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> IntStream.range(0, 1_000).forEach(i -> FakeOrg.create()));
    }

    @Test
    void aFieldThatIsNotThereIsNamedWithTheWayToAddIt() {
        FakeOrg org = FakeOrg.create();
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> org.add("Lead", "LastName", "L", "Company", "C", "Nope__c", 1))
                .getMessage();
        assertTrue(message.contains("Nope__c") && message.contains("addField(..)"), message);
    }

    @Test
    void troubleWithAnObjectThatIsNotThereIsRefusedWhenItIsPlanned() {
        FakeOrg org = FakeOrg.create();
        assertThrows(IllegalArgumentException.class, () -> org.next(Call.create("Leed")));
    }
}
