package com.spara.sf.testkit.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("has two seconds")
class IndexSearchTest {
    private final TinyOrg org = new TinyOrg();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Id = '00Q000000000001'",
                "Id IN ('00Q000000000001', '00Q000000000002')",
                "Email = 'ada@example.com'",
                "Email IN ('ADA@example.com') AND Name LIKE 'Ada%'",
                "Name LIKE 'Ada%' AND (Rating = 'Hot' OR Id = '00Q000000000001') AND Email = 'ada@example.com'",
                "Id IN ('00Q000000000001') OR (Email IN ('bob@example.com') AND IsDeleted = false)",
                "(Id = '00Q000000000001' OR Email = 'x') AND OwnerId = '005000000000001'",
                "Id IN (SELECT LeadId FROM CampaignMember)",
            })
    void indexedFieldsAreNeverScanned(String where) {
        assertEquals("Ada", org.leads(where).get(0));
        assertEquals(0, org.lead.scans());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name = 'Ada Lovelace'",
                "Email = 'ada@example.com' OR Name = 'x'",
                "NOT Email = 'bob@example.com'",
                "Email != 'bob@example.com'",
                "Email IN ('ada@example.com', null)",
                "Email = 'ada@example.com' OR Owner.Email = 'x'",
            })
    void otherConditionsAreAnsweredByOneScan(String where) {
        assertEquals("Ada", org.leads(where).get(0));
        assertEquals(1, org.lead.scans());
    }

    @Test
    void rowFoundTwiceIsInTheAnswerOnce() {
        assertEquals(List.of("Ada"), org.leads("Id = '00Q000000000001' OR Email = 'ada@example.com'"));
    }

    @Test
    void rowsFoundByAnIndexComeInTheOrderOfTheirIds() {
        assertEquals(List.of("Ada", "bob"), org.leads("Email = 'bob@example.com' OR Id = '00Q000000000001'"));
    }

    @Test
    void longListsAreHashed() {
        TinyTable wide = new TinyTable("Wide").column("Name", SoqlType.STRING);
        IntStream.range(0, 50_000).forEach(i -> wide.row(String.format("a00%012d", i), "Name", "n" + i));
        SoqlSchema schema = name -> Optional.of(wide);
        String names =
                IntStream.range(40_000, 50_000).mapToObj(i -> "'n" + i + "'").collect(Collectors.joining(","));
        String soql = "SELECT COUNT() FROM Wide WHERE Name IN (" + names + ")";
        SoqlEngine engine = new SoqlEngine(schema, Clock.fixed(TinyOrg.NOW, TinyOrg.ZONE), TinyOrg.ZONE);
        assertEquals(
                10_000,
                assertTimeoutPreemptively(
                        Duration.ofSeconds(2), () -> engine.query(soql).totalSize()));
    }
}
