package com.spara.sf.testkit.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id FROM Lead",
                "select id from lead",
                "\n\tSELECT\rId,Name\nFROM\tLead\n",
                "SELECT Id FROM Group",
                "SELECT Id FROM Order LIMIT 1",
                "SELECT Id,(SELECT Id FROM Contacts) FROM Account",
                "SELECT Id FROM Lead l WHERE l.Name='a'AND(l.Id!=null)",
                "SELECT Id FROM Lead WHERE NOT(Name='a')AND NOT Name='b'",
                "SELECT Id FROM Lead WHERE ((Name = 'a' OR Name = 'b') AND (Name = 'c'))",
                "SELECT Id FROM Lead WHERE A <> 1 AND B <= -1.5 AND C >= +2 AND D NOT IN (1,2)",
                "SELECT Id FROM Lead WHERE A INCLUDES ('a;b','c') AND B excludes ('d')",
                "SELECT Id FROM Lead WHERE A > 2026-11-23T10:00:00Z AND B < 2026-11-23T10:00:00.123+01:00 AND C ="
                        + " 2026-11-23",
                "SELECT Id FROM Lead WHERE A = 10:00:00Z OR A = last_n_days:5 OR A = N_FISCAL_YEARS_AGO:1 OR A = TODAY",
                "SELECT Id FROM Lead WHERE Id NOT IN (SELECT LeadId FROM CampaignMember WHERE Status = 'x')",
                "SELECT Id FROM Lead WHERE Name = 'it\\'s \\\\ \\u00e9' AND Name LIKE '100\\%\\_'",
                "SELECT Id FROM Lead WHERE Name = 'line\nbreak'",
                "SELECT TYPEOF Owner WHEN User THEN Id, Name WHEN Group THEN Name ELSE Name END FROM Lead",
                "SELECT Typeof FROM Lead",
                "SELECT COUNT(Id) total, Company FROM Lead GROUP BY Company, Rating HAVING COUNT(Id) > 1 AND MAX(Name)"
                        + " LIKE 'a%'",
                "SELECT CALENDAR_YEAR(convertTimezone(CreatedDate)) FROM Lead GROUP BY"
                        + " CALENDAR_YEAR(convertTimezone(CreatedDate))",
                "SELECT FIELDS(ALL) FROM Lead LIMIT 200",
                "SELECT Id FROM Lead USING SCOPE everything ORDER BY Name ASC NULLS FIRST, Id DESC NULLS LAST, Email"
                        + " LIMIT 1 OFFSET 2 FOR VIEW",
                "SELECT COUNT() FROM Contact c, c.Account a WHERE a.Name = 'x'",
            })
    void validTextIsTaken(String soql) {
        assertNotNull(SoqlParser.parse(new SoqlText(soql)));
    }

    @Test
    void placesAreKept() {
        Query query = parse("SELECT Id,\n Owner.Name FROM Lead");
        SelectItem.Value owner =
                assertInstanceOf(SelectItem.Value.class, query.select().get(1));
        assertEquals(new Expression.Path(List.of(new Name("Owner", 12), new Name("Name", 18))), owner.expression());
    }

    @Test
    void notBindsTighterThanAnd() {
        Condition.All all = assertInstanceOf(Condition.All.class, where("NOT A = 1 AND B = 2 AND C = 3"));
        assertEquals(3, all.parts().size());
        assertInstanceOf(Condition.Not.class, all.parts().get(0));
    }

    @Test
    void valuesKeepTheirKind() {
        Condition.Comparison comparison =
                assertInstanceOf(Condition.Comparison.class, where("A IN ('a', 1, TRUE, null, 2026-11-23, TODAY)"));
        List<Literal.Kind> kinds = assertInstanceOf(Condition.Values.class, comparison.right()).literals().stream()
                .map(Literal::kind)
                .toList();
        assertEquals(
                List.of(
                        Literal.Kind.STRING,
                        Literal.Kind.NUMBER,
                        Literal.Kind.BOOLEAN,
                        Literal.Kind.NULL,
                        Literal.Kind.DATE,
                        Literal.Kind.NAMED_DATE),
                kinds);
    }

    private static Condition where(String condition) {
        Condition where = parse("SELECT Id FROM Lead WHERE " + condition).where();
        assertNotNull(where);
        return where;
    }

    private static Query parse(String soql) {
        return SoqlParser.parse(new SoqlText(soql));
    }
}
