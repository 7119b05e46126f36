package com.spara.sf.testkit.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoqlAggregateTest {
    private final TinyOrg org = new TinyOrg();

    @Test
    void countIsTheSizeOfAnAnswerWithoutRecords() {
        SoqlResult result = org.query("SELECT COUNT() FROM Lead WHERE Company = 'acme'");
        assertEquals(2, result.totalSize());
        assertEquals(List.of(), result.records());
    }

    @Test
    void countStopsAtItsLimit() {
        assertEquals(1, org.query("SELECT count() FROM Lead LIMIT 1").totalSize());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        COUNT(Id)                     | 3
        COUNT(Email)                  | 2
        COUNT_DISTINCT(Company)       | 2
        SUM(NumberOfEmployees)        | 210
        AVG(NumberOfEmployees)        | 105
        MIN(NumberOfEmployees)        | 10
        MAX(Name)                     | Cyd O'Hara
        MIN(CreatedDate)              | 2025-02-28T12:00:00Z
        MAX(ConvertedDate)            | 2026-11-22
        SUM(ConvertedAccount.AnnualRevenue) | 100
        FORMAT(MAX(NumberOfEmployees)) | 200
        """)
    void functionGoesOverAllRows(String function, String value) {
        assertEquals(value, org.value("SELECT " + function + " FROM Lead").toString());
    }

    @Test
    void functionsOverNoRowsStillGiveOneRecord() {
        SoqlResult result = org.query("SELECT COUNT(Id), SUM(AnnualRevenue) s, MIN(Name) FROM Lead WHERE Name = 'x'");
        assertEquals("[{expr0=0, s=null, expr1=null}]", fields(result));
    }

    @Test
    void recordIsAnAggregateWithoutId() {
        SoqlRecord record = org.query("SELECT COUNT(Id) FROM Lead").records().get(0);
        assertEquals("AggregateResult", record.type());
        assertEquals(Optional.empty(), record.id());
        assertEquals(Map.of("expr0", TinyOrg.number("3")), record.fields());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        groups ignore case | SELECT Company, COUNT(Id) FROM Lead GROUP BY Company | [{Company=Acme, expr0=2}, \
        {Company=Globex, expr0=1}]
        without a function | SELECT Company FROM Lead GROUP BY Company | [{Company=Acme}, {Company=Globex}]
        null is a group | SELECT Rating, COUNT(Id) n FROM Lead GROUP BY Rating ORDER BY Rating | [{Rating=null, n=1}, \
        {Rating=Hot, n=1}, {Rating=Warm, n=1}]
        by a parent's field | SELECT ConvertedAccount.Name, MAX(Id) m FROM Lead GROUP BY ConvertedAccount.Name HAVING \
        MAX(Id) = '00Q000000000001' | [{Name=Acme, m=00Q000000000001EAA}]
        by a part of a date | SELECT CALENDAR_YEAR(CreatedDate) y, COUNT(Id) n FROM Lead GROUP BY \
        calendar_year(createddate) | [{y=2026, n=2}, {y=2025, n=1}]
        having                   | SELECT Company FROM Lead GROUP BY Company HAVING COUNT(Id) > 1  | [{Company=Acme}]
        having a grouped field | SELECT Company FROM Lead GROUP BY Company HAVING Company LIKE 'g%' | [{Company=Globex}]
        having, both | SELECT Company FROM Lead GROUP BY Company HAVING Company LIKE 'g%' AND COUNT(Id) > 1 | []
        ordered by a function | SELECT Company FROM Lead GROUP BY Company ORDER BY COUNT(Id) | [{Company=Globex}, \
        {Company=Acme}]
        ordered by the second one | SELECT Company c, COUNT(Id) n, MAX(Name) m FROM Lead GROUP BY Company \
        ORDER BY MAX(Name) DESC LIMIT 1 | [{c=Globex, n=1, m=Cyd O'Hara}]
        limited | SELECT Company FROM Lead GROUP BY Company ORDER BY Company DESC LIMIT 1 | [{Company=Globex}]
        label | SELECT toLabel(Rating) l FROM Lead WHERE Rating = 'Hot' GROUP BY Rating | [{l=the Hot}]
        """)
    void groupsFollowSalesforce(String rule, String soql, String fields) {
        assertEquals(fields, fields(org.query(soql)), rule);
    }

    private static String fields(SoqlResult result) {
        return result.records().stream().map(SoqlRecord::fields).toList().toString();
    }
}
