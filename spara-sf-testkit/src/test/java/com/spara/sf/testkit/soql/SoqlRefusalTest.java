package com.spara.sf.testkit.soql;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlRefusalTest {
    private static final String WSDL = "Please reference your WSDL or the describe call for the appropriate names.";

    private final TinyOrg org = new TinyOrg();

    @ParameterizedTest(name = "column {1}: {0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        ``                                                          | 1  | unexpected token: '<EOF>'
        SELECT                                                      | 7  | unexpected token: '<EOF>'
        SELECT FROM Lead                                            | 8  | unexpected token: 'FROM'
        SELECT * FROM Lead                                          | 8  | unexpected token: '*'
        SELECT Id, FROM Lead                                        | 12 | unexpected token: 'FROM'
        SELECT Id FROM WHERE Name = 'x'                             | 16 | unexpected token: 'WHERE'
        SELECT Id FROM Lead WHERE AND Name = 'x'                    | 27 | unexpected token: 'AND'
        SELECT Id                                                   | 10 | unexpected token: '<EOF>'
        SELECT Id FROM                                              | 15 | unexpected token: '<EOF>'
        SELECT Id FROM Lead WHERE                                   | 26 | unexpected token: '<EOF>'
        SELECT Id FROM Lead WHERE Name                              | 31 | unexpected token: '<EOF>'
        SELECT Id FROM Lead WHERE Name =                            | 33 | unexpected token: '<EOF>'
        SELECT Id FROM Lead WHERE Name = Ada                        | 34 | unexpected token: 'Ada'
        SELECT Id FROM Lead WHERE Name == 'x'                       | 33 | unexpected token: '='
        SELECT Id FROM Lead WHERE Name IS NULL                      | 32 | unexpected token: 'IS'
        SELECT Id FROM Lead WHERE Name = :name                      | 34 | Bind variables only allowed in Apex code
        SELECT Id FROM Lead WHERE Id IN :ids                        | 33 | Bind variables only allowed in Apex code
        SELECT Id FROM Lead WHERE Id IN ()                          | 34 | unexpected token: ')'
        SELECT Id FROM Lead WHERE Name = 'x' AND                    | 41 | unexpected token: '<EOF>'
        SELECT Id FROM Lead WHERE Name='a' AND Name='b' OR Id='c'   | 49 | unexpected token: 'OR'
        SELECT Id FROM Lead WHERE Name='a' OR Name='b' AND Id='c'   | 48 | unexpected token: 'AND'
        SELECT Id FROM Lead WHERE (Name = 'a'                       | 38 | unexpected token: '<EOF>'
        SELECT Id FROM Lead WHERE Name = 'a')                       | 37 | unexpected token: ')'
        SELECT Id FROM Lead WHERE Name = 'it''s'                    | 38 | unexpected token: ''s''
        SELECT Id FROM Lead WHERE Name = 'open                      | 34 | mismatched character '<EOF>' expecting '''
        SELECT Id FROM Lead WHERE Name = 'open\\'                   | 34 | mismatched character '<EOF>' expecting '''
        SELECT Id FROM Lead WHERE Name = 'a\\d' | 34 | Invalid string literal 'a\\d'. Illegal character sequence \
        '\\d' in string literal.
        SELECT Id FROM Lead WHERE Name = 'a\\_' | 34 | Invalid string literal 'a\\_'. Illegal character sequence \
        '\\_' in string literal.
        SELECT Id FROM Lead WHERE Name = '\\u12' | 34 | Invalid string literal '\\u12'. Illegal character sequence \
        '\\u' in string literal.
        SELECT Id FROM Lead WHERE Name = "x"                        | 34 | unexpected token: '"'
        SELECT Id FROM Lead; DROP TABLE Lead                        | 20 | unexpected token: ';'
        SELECT Id FROM Lead LIMIT                                   | 26 | unexpected token: '<EOF>'
        SELECT Id FROM Lead LIMIT -1                                | 27 | unexpected token: '-1'
        SELECT Id FROM Lead LIMIT 1.5                               | 27 | unexpected token: '1.5'
        SELECT Id FROM Lead LIMIT 99999999999                       | 27 | numeric value out of range: 99999999999
        SELECT Id FROM Lead LIMIT 1 WHERE Name = 'x'                | 29 | unexpected token: 'WHERE'
        SELECT Id FROM Lead OFFSET 1 LIMIT 1                        | 30 | unexpected token: 'LIMIT'
        SELECT Id FROM Lead ORDER Name                              | 27 | unexpected token: 'Name'
        SELECT Id FROM Lead ORDER BY Name NULLS                     | 40 | unexpected token: '<EOF>'
        SELECT Id FROM Lead HAVING COUNT(Id) > 1                    | 21 | unexpected token: 'HAVING'
        SELECT Id FROM Lead ALL ROWS                                | 21 | ALL ROWS not allowed in this context
        SELECT Id FROM Lead WHERE CreatedDate = 2026-11-23T10:00:00 | 51 | unexpected token: 'T10'
        SELECT Id FROM Lead WHERE CreatedDate = 2026-11-23T10:00:00 01:00 | 51 | unexpected token: 'T10'
        SELECT Id FROM Lead WHERE ConvertedDate = 2026-02-30 | 43 | not a date of the years 1700 to 4000, or not a \
        time: 2026-02-30
        SELECT Id FROM Lead WHERE ConvertedDate = 1699-12-31 | 43 | not a date of the years 1700 to 4000, or not a \
        time: 1699-12-31
        SELECT Id FROM Lead WHERE ConvertedDate = LAST_N_DAYS       | 54 | unexpected token: '<EOF>'
        SELECT Id FROM Lead WHERE ConvertedDate = LAST_N_DAYS:-1    | 55 | unexpected token: '-1'
        SELECT toLabel(REVERSE(Name)) FROM Lead                     | 23 | unexpected token: '('
        SELECT FORMAT(DAY_ONLY(CreatedDate)) FROM Lead              | 23 | unexpected token: '('
        SELECT HOUR_IN_DAY(ConvertedDate) FROM Lead | 8 | field 'ConvertedDate' cannot be used with HOUR_IN_DAY
        SELECT REVERSE(Name) FROM Lead                              | 15 | unexpected token: '('
        SELECT Id FROM Lead WHERE COUNT(Id) > 1 | 27 | COUNT() can only stand in SELECT, HAVING and ORDER BY
        """)
    void brokenTextIsPointedAt(String soql, int column, String message) {
        SoqlException refusal = refused(soql);
        assertEquals("MALFORMED_QUERY", refusal.errorCode());
        assertTrue(
                refusal.wireMessage().endsWith("ERROR at Row:1:Column:" + column + "\n" + message),
                refusal.wireMessage());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        INVALID_QUERY_FILTER_OPERATOR | Id LIKE '00Q%'               | invalid operator on id field
        INVALID_QUERY_FILTER_OPERATOR | NumberOfEmployees LIKE '1%'  | invalid operator
        INVALID_QUERY_FILTER_OPERATOR | Name INCLUDES ('a')          | invalid operator
        INVALID_QUERY_FILTER_OPERATOR | Topics__c LIKE 'a'           | invalid operator
        INVALID_QUERY_FILTER_OPERATOR | Topics__c IN ('a')           | invalid operator
        INVALID_QUERY_FILTER_OPERATOR | IsConverted > false          | invalid operator on boolean field
        INVALID_QUERY_FILTER_OPERATOR | NumberOfEmployees > null     | invalid operator on null
        INVALID_QUERY_FILTER_OPERATOR | Id = 'Ada'                   | invalid ID field: Ada
        INVALID_QUERY_FILTER_OPERATOR | OwnerId = '00q000000000001EAA' | invalid ID field: 00q000000000001EAA
        INVALID_FIELD | Description = 'x'                  | field 'Description' can not be filtered in a query call
        INVALID_FIELD | Address = 'x'                      | field 'Address' can not be filtered in a query call
        INVALID_FIELD | Name = 5 | value of filter criterion for field 'Name' must be of type string and should be \
        enclosed in quotes
        INVALID_FIELD | Name LIKE 5 | value of filter criterion for field 'Name' must be of type string and should be \
        enclosed in quotes
        INVALID_FIELD | OwnerId = 5 | value of filter criterion for field 'OwnerId' must be of type id and should be \
        enclosed in quotes
        INVALID_FIELD | NumberOfEmployees = '5' | value of filter criterion for field 'NumberOfEmployees' must be of \
        type int and should not be enclosed in quotes
        INVALID_FIELD | NumberOfEmployees = 5.5 | value of filter criterion for field 'NumberOfEmployees' must be of \
        type int and should not be enclosed in quotes
        INVALID_FIELD | IsConverted = 'true' | value of filter criterion for field 'IsConverted' must be of type \
        boolean and should not be enclosed in quotes
        INVALID_FIELD | CreatedDate > '2026-11-23' | value of filter criterion for field 'CreatedDate' must be of \
        type dateTime and should not be enclosed in quotes
        INVALID_FIELD | CreatedDate > 2026-11-23 | value of filter criterion for field 'CreatedDate' must be of type \
        dateTime and should not be enclosed in quotes
        INVALID_FIELD | ConvertedDate > 2026-11-23T00:00:00Z | value of filter criterion for field 'ConvertedDate' \
        must be of type date and should not be enclosed in quotes
        """)
    void conditionThatDoesNotSuitTheFieldIsRefused(String code, String where, String message) {
        SoqlException refusal = refused("SELECT Id FROM Lead WHERE " + where);
        assertEquals(code, refusal.errorCode());
        assertTrue(refusal.wireMessage().endsWith("ERROR at Row:1:Column:27\n" + message), refusal.wireMessage());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        INVALID_FIELD   | SELECT Id, id FROM Lead                          | duplicate field selected: Id
        INVALID_FIELD   | SELECT Owner.Name, Name, owner.name FROM Lead    | duplicate field selected: Name
        INVALID_FIELD   | SELECT Id, FIELDS(STANDARD) FROM Lead            | duplicate field selected: Id
        INVALID_FIELD   | SELECT Rating, toLabel(Rating) FROM Lead         | duplicate field selected: Rating
        MALFORMED_QUERY | SELECT Id Name FROM Lead | only aggregate expressions use field aliasing
        MALFORMED_QUERY | SELECT FIELDS(ALL) FROM Lead | The SOQL FIELDS function must have a LIMIT of at most 200
        MALFORMED_QUERY | SELECT FIELDS(CUSTOM) FROM Lead LIMIT 201 | The SOQL FIELDS function must have a LIMIT of \
        at most 200
        MALFORMED_QUERY | SELECT Name, COUNT(Id) FROM Lead                 | Field must be grouped or aggregated: Name
        MALFORMED_QUERY | SELECT Name FROM Lead GROUP BY Company           | Field must be grouped or aggregated: Name
        MALFORMED_QUERY | SELECT Company FROM Lead GROUP BY Company ORDER BY Name | Field must be grouped or \
        aggregated: Name
        MALFORMED_QUERY | SELECT DAY_ONLY(CreatedDate) FROM Lead | Field must be grouped or aggregated: \
        DAY_ONLY(CreatedDate)
        MALFORMED_QUERY | SELECT SUM(Name) FROM Lead | field Name does not support aggregate operator SUM
        MALFORMED_QUERY | SELECT COUNT(Description) FROM Lead | field Description does not support aggregate operator \
        COUNT
        MALFORMED_QUERY | SELECT COUNT(Id) FROM Lead LIMIT 1 | Non-grouped query that uses overall aggregate \
        functions cannot also use LIMIT
        MALFORMED_QUERY | SELECT FIELDS(STANDARD), COUNT(Id) FROM Lead GROUP BY Id | Field must be grouped or \
        aggregated: FIELDS()
        MALFORMED_QUERY | SELECT COUNT(Id) n, MAX(Name) n FROM Lead        | duplicate alias: n
        MALFORMED_QUERY | SELECT COUNT(), Id FROM Lead | COUNT() without a field must be the only element of the \
        SELECT list
        MALFORMED_QUERY | SELECT COUNT() FROM Lead ORDER BY Name | COUNT() without a field cannot be used with GROUP \
        BY or ORDER BY
        MALFORMED_QUERY | SELECT (SELECT COUNT(Id) FROM Contacts) FROM Account | only root queries support aggregate \
        expressions
        MALFORMED_QUERY | SELECT Id FROM Lead WHERE Id IN (SELECT LeadId FROM CampaignMember) OR Name = 'x' | Semi \
        join sub-selects are not allowed with the 'OR' operator
        MALFORMED_QUERY | SELECT Id FROM Lead WHERE Id IN (SELECT Name FROM User) | Semi join sub-selects can only \
        query id fields, cannot use: 'Name'
        MALFORMED_QUERY | SELECT Id FROM Lead WHERE Id IN (SELECT Id FROM Lead) | The inner and outer selects should \
        not be on the same object type
        MALFORMED_QUERY | SELECT Id FROM Lead WHERE Id IN (SELECT LeadId FROM CampaignMember WHERE ContactId IN \
        (SELECT Id FROM Contact)) | Nesting of semi join sub-selects is not supported
        MALFORMED_QUERY | SELECT Id FROM Lead WHERE Id IN (SELECT LeadId FROM CampaignMember) AND Id NOT IN (SELECT \
        LeadId FROM CampaignMember) AND Id IN (SELECT LeadId FROM CampaignMember) | Maximum 2 semi join sub-selects \
        are allowed
        NUMBER_OUTSIDE_VALID_RANGE | SELECT Id FROM Lead OFFSET 2001       | Maximum SOQL offset allowed is 2000
        """)
    void queryThatBreaksARuleIsRefused(String code, String soql, String message) {
        SoqlException refusal = refused(soql);
        assertEquals(code, refusal.errorCode());
        assertTrue(("\n" + refusal.wireMessage()).endsWith("\n" + message), refusal.wireMessage());
    }

    @ParameterizedTest(name = "column {0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        11 | SELECT Id Name FROM Lead
        8  | SELECT Name, COUNT(Id) FROM Lead
        52 | SELECT Company FROM Lead GROUP BY Company ORDER BY Name
        8  | SELECT SUM(Name) FROM Lead
        31 | SELECT COUNT(Id) n, MAX(Name) n FROM Lead
        8  | SELECT DAY_ONLY(CreatedDate) FROM Lead
        27 | SELECT Id FROM Lead WHERE Id IN (SELECT LeadId FROM CampaignMember) OR Name = 'x'
        41 | SELECT Id FROM Lead WHERE Id IN (SELECT Name FROM User)
        49 | SELECT Id FROM Lead WHERE Id IN (SELECT Id FROM Lead)
        """)
    void ruleThatIsBrokenInOnePlaceIsPointedAt(int column, String soql) {
        String message = refused(soql).wireMessage();
        assertTrue(message.contains("^\nERROR at Row:1:Column:" + column + "\n"), message);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        ROLLUP()            | SELECT Company FROM Lead GROUP BY ROLLUP(Company)
        cube()              | SELECT Company FROM Lead GROUP BY cube(Company)
        GROUPING()          | SELECT Company, GROUPING(Company) FROM Lead GROUP BY Company
        DISTANCE()          | SELECT Id FROM Lead WHERE DISTANCE(Address, GEOLOCATION(1,2), 'mi') < 20
        convertCurrency()   | SELECT convertCurrency(AnnualRevenue) FROM Lead
        an amount with its currency | SELECT Id FROM Lead WHERE AnnualRevenue > USD5000
        USING SCOPE mine    | SELECT Id FROM Lead USING SCOPE mine
        WITH DATA CATEGORY  | SELECT Id FROM Lead WITH DATA CATEGORY Geography__c AT asia__c
        WITH SECURITY_ENFORCED | SELECT Id FROM Lead WITH SECURITY_ENFORCED
        FOR UPDATE          | SELECT Id FROM Lead FOR UPDATE
        UPDATE TRACKING     | SELECT Id FROM Lead UPDATE TRACKING
        """)
    void whatTheFakeOrgCannotDoIsRefusedByName(String feature, String soql) {
        SoqlException refusal = refused(soql);
        assertTrue(refusal.isUnsupported());
        assertTrue(refusal.wireMessage().startsWith("the fake org does not support " + feature + " in SOQL"));
    }

    @Test
    void unknownColumnIsNamedWithItsPlace() {
        assertEquals(
                "\n"
                        + "SELECT Foo FROM Lead\n"
                        + "       ^\n"
                        + "ERROR at Row:1:Column:8\n"
                        + "No such column 'Foo' on entity 'Lead'. If you are attempting to use a custom field, be sure to"
                        + " append the '__c' after the custom field name. " + WSDL,
                refused("SELECT Foo FROM Lead").wireMessage());
    }

    @Test
    void unknownColumnOfAPolymorphicParentIsOneOfName() {
        String message = refused("SELECT Owner.FederationIdentifier FROM Lead").wireMessage();
        assertTrue(message.contains("No such column 'FederationIdentifier' on entity 'Name'."), message);
    }

    @Test
    void unknownRelationshipIsNamedWithItsPlace() {
        SoqlException refusal = refused("SELECT COUNT() FROM Contact WHERE RecordType.Name = 'Volunteer'");
        assertEquals("INVALID_FIELD", refusal.errorCode());
        assertTrue(refusal.wireMessage()
                .endsWith("ERROR at Row:1:Column:35\n"
                        + "Didn't understand relationship 'RecordType' in field path. If you are attempting to use"
                        + " a custom relationship, be sure to append the '__r' after the custom relationship name."
                        + " "
                        + WSDL));
    }

    @Test
    void unknownObjectIsNamedWithItsPlace() {
        SoqlException refusal = refused("SELECT Id FROM Nope__c");
        assertEquals("INVALID_TYPE", refusal.errorCode());
        assertTrue(refusal.wireMessage()
                .startsWith("\nSELECT Id FROM Nope__c\n               ^\nERROR at Row:1:Column:16\n"
                        + "sObject type 'Nope__c' is not supported."));
    }

    @Test
    void unknownChildRelationshipIsNamedWithItsPlace() {
        SoqlException refusal = refused("SELECT Id, (SELECT Id FROM Contact) FROM Account");
        assertEquals("INVALID_TYPE", refusal.errorCode());
        assertTrue(refusal.wireMessage()
                .contains("ERROR at Row:1:Column:28\n"
                        + "Didn't understand relationship 'Contact' in FROM part of query call."));
    }

    @Test
    void placeInALaterLineIsCountedFromThatLine() {
        SoqlException refusal = refused("SELECT Id\nFROM Lead\nWHERE Foo = 1");
        assertTrue(refusal.wireMessage().startsWith("\nWHERE Foo = 1\n      ^\nERROR at Row:3:Column:7\n"));
    }

    @Test
    void longTextIsEchoedOnlyAroundThePlace() {
        String names = IntStream.range(0, 50).mapToObj(i -> "Company = 'x'").collect(Collectors.joining(" OR "));
        String message = refused(
                        "SELECT Id FROM Lead WHERE " + names + " OR Foo = 1 OR Name = 'more than forty characters on'")
                .wireMessage();
        assertTrue(
                message.startsWith("\nOR Company = 'x' OR Company = 'x' OR Foo = 1 OR Name = 'more than forty chara\n"),
                message);
        assertEquals(message.split("\n")[1].indexOf("Foo"), message.split("\n")[2].indexOf('^'));
    }

    @Test
    void exceptionItselfHoldsNothingOfTheQuery() {
        SoqlException refusal = refused("SELECT Id FROM Lead WHERE Email = 'ada@example.com' x");
        assertAll(
                () -> assertFalse(refusal.getMessage().contains("ada@example.com")),
                () -> assertFalse(refusal.toString().contains("ada@example.com")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "NOT ", "Id IN (SELECT Id FROM User WHERE "})
    void deepNestingIsRefusedAndNeverExhaustsTheStack(String opening) {
        String soql = "SELECT Id FROM Lead WHERE " + opening.repeat(90_000 / opening.length());
        assertTrue(refused(soql).wireMessage().endsWith("expressions nested more than 200 levels deep"));
    }

    @Test
    void deepFunctionsAndSubqueriesAreRefusedToo() {
        assertTrue(refused("SELECT " + "FORMAT(".repeat(14_000) + "Id FROM Lead")
                .wireMessage()
                .contains("200 levels deep"));
        assertTrue(refused("SELECT (".repeat(11_000)).wireMessage().contains("200 levels deep"));
    }

    @Test
    void statementIsAtMostOneHundredThousandCharacters() {
        String soql = "SELECT Id FROM Lead";
        assertEquals(3, org.query(soql + " ".repeat(100_000 - soql.length())).totalSize());
        assertTrue(refused(soql + " ".repeat(100_001 - soql.length()))
                .wireMessage()
                .contains("100000"));
    }

    @Test
    void literalIsAtMostFourThousandCharacters() {
        String where = "SELECT Id FROM Lead WHERE Name = '";
        assertEquals(0, org.query(where + "x".repeat(4_000) + "'").totalSize());
        assertTrue(refused(where + "x".repeat(4_001) + "'").wireMessage().contains("4000"));
        assertTrue(refused("SELECT Id FROM Lead WHERE Name LIKE '" + "%".repeat(4_001) + "'")
                .wireMessage()
                .contains("4000"));
    }

    @Test
    void relationshipsGoFiveLevelsUp() {
        String five = "ReportsTo.".repeat(5);
        assertEquals(3, org.query("SELECT " + five + "Name FROM Contact").totalSize());
        assertTrue(refused("SELECT ReportsTo." + five + "Name FROM Contact")
                .wireMessage()
                .contains("more than 5 levels"));
    }

    @Test
    void relationshipsAreAtMostFiftyFive() {
        IntStream.range(0, 56).forEach(i -> org.contact.parent("Rel" + i, "Rel" + i + "Id", org.account));
        assertEquals(
                3, org.query("SELECT " + relationships(55) + " FROM Contact").totalSize());
        assertTrue(refused("SELECT " + relationships(56) + " FROM Contact")
                .wireMessage()
                .contains("more than 55"));
    }

    private static String relationships(int count) {
        return IntStream.range(0, count).mapToObj(i -> "Rel" + i + ".Name").collect(Collectors.joining(","));
    }

    @Test
    void offsetInASubqueryNeedsOneRecordAround() {
        String soql = "SELECT (SELECT Id FROM Contacts OFFSET 1) FROM Account LIMIT ";
        assertEquals(1, org.query(soql + 1).totalSize());
        assertTrue(refused(soql + 2).wireMessage().startsWith("OFFSET in a subquery needs LIMIT 1"));
    }

    @Test
    void subqueriesAreAtMostTwenty() {
        IntStream.range(0, 21).forEach(i -> org.account.child("Contacts" + i, org.contact, "AccountId"));
        assertEquals(2, org.query("SELECT " + subqueries(20) + " FROM Account").totalSize());
        assertTrue(refused("SELECT " + subqueries(21) + " FROM Account")
                .wireMessage()
                .contains("more than 20 subqueries"));
    }

    private static String subqueries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "(SELECT Id FROM Contacts" + i + ")")
                .collect(Collectors.joining(","));
    }

    @Test
    void subqueriesGoFiveLevelsDown() {
        org.contact.child("Reports", org.contact, "ReportsToId");
        assertEquals(2, org.query("SELECT " + nested("Id", 3) + " FROM Account").totalSize());
        assertTrue(refused("SELECT " + nested("Id", 4) + " FROM Account")
                .wireMessage()
                .contains("more than 5 levels"));
    }

    private static String nested(String innermost, int reports) {
        String select = innermost;
        for (int i = 0; i < reports; i++) {
            select = "(SELECT " + select + " FROM Reports)";
        }
        return "(SELECT " + select + " FROM Contacts)";
    }

    private SoqlException refused(String soql) {
        return assertThrows(SoqlException.class, () -> org.query(soql).records().forEach(SoqlRecord::fields));
    }
}
