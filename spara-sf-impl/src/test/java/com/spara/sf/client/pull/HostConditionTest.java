package com.spara.sf.client.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fields a typed condition names, and what is none. */
class HostConditionTest {

    @ParameterizedTest
    @CsvSource({
        "AnnualRevenue > USD5000, AnnualRevenue",
        "AnnualRevenue > EUR50.5, AnnualRevenue",
        "Lead.Rating = 'Hot', Rating",
        "lead.Owner.Name = 'Rita', Owner.Name",
        "FISCAL_YEAR(CreatedDate) = 2026, CreatedDate",
        "'DISTANCE(Place__c, GEOLOCATION(37.7,-122.4), ''mi'') < 20', Place__c",
        "NOT (Fax = null), Fax",
        "made_up(Fax) = 1, made_up Fax"
    })
    void fieldsAreToldFromOtherWords(String condition, String fields) {
        HostCondition read = HostCondition.on("Lead", condition);
        assertEquals(Optional.empty(), read.problem());
        assertEquals(List.of(fields.split(" ")), read.fields());
    }

    @Test
    void aLongTextAndALongPathAreRead() {
        assertEquals(
                Optional.empty(),
                HostCondition.on("Lead", "Name = '" + "a".repeat(100_000) + "'").problem());
        assertEquals(
                Optional.empty(),
                HostCondition.on("Lead", "a" + ".b".repeat(100_000) + " = 1").problem());
    }

    @ParameterizedTest
    @CsvSource({"LIMIT 5, LIMIT", "ORDER BY Name, ORDER", "GROUP BY Name LIMIT 1, GROUP"})
    void aClauseIsNamed(String clause, String named) {
        String problem =
                HostCondition.on("Lead", "Fax = null " + clause).problem().orElseThrow();
        assertTrue(problem.startsWith("holds " + named), problem);
    }

    @Test
    void relativeDatesAreNoticed() {
        assertTrue(HostCondition.on("Lead", "CreatedDate > last_n_days:3").isRelative());
    }
}
