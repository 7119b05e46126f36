package com.spara.sf.testkit.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoqlFilterTest {
    private final TinyOrg org = new TinyOrg();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        text ignores case                 | Company = 'acme'                                 | Ada bob
        text is not trimmed               | Company = 'acme '                                |
        != is also true of null           | Email != 'ADA@example.com'                       | bob Cyd
        <> is !=                          | Email <> 'ADA@example.com'                       | bob Cyd
        null equals null only             | Email = null                                     | Cyd
        empty text is null                | Email = ''                                       | Cyd
        not null                          | Email != null                                    | Ada bob
        not empty text                    | Email != ''                                      | Ada bob
        NOT turns round                   | NOT Email = null                                 | Ada bob
        NOT binds tighter than AND        | NOT Email = null AND Company = 'Acme'            | Ada bob
        NOT of NOT                        | NOT NOT Email = null                             | Cyd
        case-sensitive field              | Code__c = 'ab'                                   | bob
        case-sensitive LIKE               | Code__c LIKE 'a_'                                | Ada bob
        case-sensitive LIKE exact         | Code__c LIKE '%B'                                | Ada
        IN ignores case                   | Email IN ('ADA@EXAMPLE.COM', 'x')                | Ada
        IN with null                      | Email IN ('ada@example.com', null)               | Ada Cyd
        NOT IN is also true of null       | Email NOT IN ('ada@example.com')                 | bob Cyd
        NOT IN with null                  | Email NOT IN ('ada@example.com', null)           | bob
        15-character id                   | Id = '00Q000000000001'                           | Ada
        18-character id                   | Id = '00Q000000000001EAA'                        | Ada
        ids of both lengths               | Id IN ('00Q000000000001', '00Q000000000002EAA')  | Ada bob
        id after id                       | Id > '00Q000000000001EAA'                        | bob Cyd
        checkbox                          | IsConverted = true                               | Ada
        checkbox differs from null        | IsConverted != null                              | Ada
        whole number                      | NumberOfEmployees >= 10                          | Ada bob
        null number never compares        | NumberOfEmployees < 100                          | Ada
        negative number                   | NumberOfEmployees > -1                           | Ada bob
        scale does not matter             | AnnualRevenue = 1000.5                           | Ada
        numbers in a list                 | AnnualRevenue IN (1, 1000.500)                   | Ada
        text order ignores case           | Name > 'ADA'                                     | Ada bob Cyd
        text order                        | Name < 'bob'                                     | Ada
        mixed with parentheses            | (Company = 'Acme' AND Email = null) OR Name LIKE 'c%' | Cyd
        OR of AND                         | Company = 'x' OR (Company = 'Acme' AND IsConverted = false) | bob
        own name before the field         | Lead.Company = 'Globex'                          | Cyd
        """)
    void comparisonFollowsSalesforce(String rule, String where, String names) {
        assertEquals(words(names), org.leads(where), rule);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        any length                | Name LIKE 'ada%'             | Ada
        ignores case              | Name LIKE 'ADA LOVELACE'     | Ada
        within                    | Name LIKE '%o%'              | Ada bob Cyd
        one character             | Name LIKE 'cyd__'            |
        one character each        | Name LIKE 'bob 100__sure'    | bob
        percent itself            | Name LIKE '%100\\%%'         | bob
        underscore itself         | Name LIKE '%\\_sure'         | bob
        escaped is not a wildcard | Name LIKE 'a\\%'             |
        quote                     | Name LIKE '%O\\'h%'          | Cyd
        never null                | Email LIKE '%'               | Ada bob
        not                       | NOT Email LIKE 'ada%'        | bob Cyd
        nothing is not everything | Name LIKE 'Ada'              |
        """)
    void likeFollowsSalesforce(String rule, String where, String names) {
        assertEquals(words(names), org.leads(where), rule);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        both of one            | Topics__c INCLUDES ('ai;crm')        | Ada
        one or the other       | Topics__c INCLUDES ('AI','CRM')      | Ada bob
        both or the other      | Topics__c INCLUDES ('AI;Sales','x')  | Ada
        none                   | Topics__c INCLUDES ('x')             |
        excludes, also null    | Topics__c EXCLUDES ('AI')            | bob Cyd
        the whole text         | Topics__c = 'CRM'                    | bob
        not the whole text     | Topics__c != 'CRM'                   | Ada Cyd
        """)
    void multiSelectFollowsSalesforce(String rule, String where, String names) {
        assertEquals(words(names), org.leads(where), rule);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        today in the user's zone       | CreatedDate = TODAY                         | Ada
        yesterday                      | CreatedDate = YESTERDAY                     | bob
        not today                      | CreatedDate != TODAY                        | bob Cyd
        before today                   | CreatedDate < TODAY                         | bob Cyd
        until today                    | CreatedDate <= TODAY                        | Ada bob Cyd
        since today                    | CreatedDate >= TODAY                        | Ada
        after today                    | CreatedDate > TODAY                         |
        last days with today           | CreatedDate = LAST_N_DAYS:1                 | Ada bob
        spelled small                  | CreatedDate = last_n_days:1                 | Ada bob
        in a list                      | CreatedDate IN (TODAY, 2025-02-28T12:00:00Z)| Ada Cyd
        last year                      | CreatedDate = LAST_FISCAL_YEAR              | Cyd
        exact                          | CreatedDate = 2026-11-23T08:00:00Z          | Ada
        other offset                   | CreatedDate = 2026-11-23T09:00:00+01:00     | Ada
        offset without colon           | CreatedDate = 2026-11-23T09:00:00.000+0100  | Ada
        after an instant               | CreatedDate > 2026-11-23T07:59:59Z          | Ada
        not after itself               | CreatedDate > 2026-11-23T08:00:00Z          |
        day                            | ConvertedDate = 2026-11-22                  | Ada
        named day                      | ConvertedDate = YESTERDAY                   | Ada
        week ends before its end        | ConvertedDate = LAST_WEEK                   |
        after the week                 | ConvertedDate > LAST_WEEK                   | Ada
        until the week                 | ConvertedDate <= LAST_WEEK                  |
        no day                         | ConvertedDate = null                        | bob Cyd
        part of a date, in UTC         | DAY_ONLY(CreatedDate) = 2026-11-23          | Ada bob
        part, in the user's zone       | DAY_ONLY(convertTimezone(CreatedDate)) = 2026-11-22 | bob
        hour                           | HOUR_IN_DAY(CreatedDate) = 4                | bob
        Sunday is the first day        | DAY_IN_WEEK(ConvertedDate) = 1              | Ada
        year                           | CALENDAR_YEAR(CreatedDate) < 2026           | Cyd
        week of the month              | WEEK_IN_MONTH(CreatedDate) = 4              | Ada bob Cyd
        """)
    void datesFollowSalesforce(String rule, String where, String names) {
        assertEquals(words(names), org.leads(where), rule);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        parent's field                   | ConvertedAccount.Name = 'acme'            | Ada
        no parent counts as null         | ConvertedAccount.Name = null              | bob Cyd
        no parent differs                | ConvertedAccount.Name != 'Globex'         | Ada bob Cyd
        parent of the parent             | ConvertedAccount.Owner.Name LIKE 'Grace%' | Ada
        three up                         | ConvertedAccount.Owner.Profile.Name = 'Sales' | Ada
        user                             | Owner.Type = 'User'                       | Ada
        queue                            | Owner.Type = 'Queue'                      | bob
        no owner                         | Owner.Type = null                         | Cyd
        queue is not active              | Owner.IsActive = false                    | bob Cyd
        active                           | Owner.IsActive = true                     | Ada
        profile of a polymorphic parent  | Owner.Profile.Name = 'Sales'              | Ada
        label                            | toLabel(Rating) = 'the Hot'               | bob
        """)
    void parentsFollowSalesforce(String rule, String where, String names) {
        assertEquals(words(names), org.leads(where), rule);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        semi-join                | Id IN (SELECT LeadId FROM CampaignMember)                          | Ada
        with its own condition   | Id IN (SELECT LeadId FROM CampaignMember WHERE Status = 'x')       |
        anti-join                | Id NOT IN (SELECT LeadId FROM CampaignMember)                      | bob Cyd
        on a reference           | ConvertedAccountId IN (SELECT AccountId FROM Contact WHERE Name = 'Ben') | Ada
        two of them              | Id IN (SELECT LeadId FROM CampaignMember) AND OwnerId IN (SELECT Id FROM User) | Ada
        anti-join, null is out   | OwnerId NOT IN (SELECT Id FROM User)                               | bob Cyd
        """)
    void semiJoinsFollowSalesforce(String rule, String where, String names) {
        assertEquals(words(names), org.leads(where), rule);
    }

    @ParameterizedTest
    @CsvSource({"=, 09:30:00Z, 1", "<, 09:30:00.001Z, 1", ">, 09:30:00Z, 0", "!=, 09:30:00Z, 1", "IN, (09:30:00Z), 1"})
    void timesCompare(String operator, String value, int count) {
        String soql = "SELECT COUNT() FROM Account WHERE OpensAt__c " + operator + " " + value;
        assertEquals(count, org.query(soql).totalSize());
    }

    @Test
    void deletedRowsAreSeenByQueryAllAlone() {
        String soql = "SELECT Name FROM Lead WHERE Id = '" + TinyOrg.GONE
                + "' OR (Email = 'ada@example.com' AND IsDeleted = false)";
        assertEquals(List.of("Ada"), TinyOrg.names(org.query(soql)));
        assertEquals(List.of("Ada", "Gone"), TinyOrg.names(org.engine().queryAll(soql)));
    }

    @Test
    void deletedParentsAreSeenByQueryAllAlone() {
        org.member.row(TinyOrg.id("00v000000000009"), "LeadId", TinyOrg.GONE);
        String soql = "SELECT COUNT() FROM CampaignMember WHERE Lead.Name = 'Gone'";
        assertEquals(0, org.query(soql).totalSize());
        assertEquals(1, org.engine().queryAll(soql).totalSize());
    }

    private static List<String> words(String names) {
        return names == null ? List.of() : Arrays.asList(names.split(" "));
    }
}
