package com.spara.sf.testkit.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoqlOrderTest {
    private final TinyOrg org = new TinyOrg();

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        ignores case                  | Name                                  | Ada bob Cyd
        descending                    | Name DESC                             | Cyd bob Ada
        nulls come first              | Email                                 | Cyd Ada bob
        nulls come first, descending  | Email DESC                            | Cyd bob Ada
        nulls last                    | Email ASC NULLS LAST                  | Ada bob Cyd
        nulls last, descending        | Email DESC NULLS LAST                 | bob Ada Cyd
        nulls first                   | Email NULLS FIRST                     | Cyd Ada bob
        second field                  | Company DESC, Name DESC               | Cyd bob Ada
        number                        | NumberOfEmployees NULLS LAST          | Ada bob Cyd
        picklist as it was arranged   | Rating NULLS LAST                     | bob Ada Cyd
        parent's field                | ConvertedAccount.Name DESC NULLS LAST, Name DESC | Ada Cyd bob
        date                          | CreatedDate                           | Cyd bob Ada
        limit                         | Name LIMIT 2                          | Ada bob
        no rows                       | Name LIMIT 0                          |
        offset                        | Name LIMIT 2 OFFSET 1                 | bob Cyd
        """)
    void orderFollowsSalesforce(String rule, String orderBy, String names) {
        List<String> expected = names == null ? List.of() : List.of(names.split(" "));
        assertEquals(expected, TinyOrg.names(org.query("SELECT Name FROM Lead ORDER BY " + orderBy)), rule);
    }

    @ParameterizedTest
    @CsvSource({"Description", "Topics__c", "Address"})
    void fieldThatCannotBeSortedIsRefused(String field) {
        SoqlException refusal =
                assertThrows(SoqlException.class, () -> org.query("SELECT Id FROM Lead ORDER BY " + field));
        assertEquals(
                "\nSELECT Id FROM Lead ORDER BY " + field + "\n" + " ".repeat(29)
                        + "^\nERROR at Row:1:Column:30\nfield '" + field + "' can not be sorted in a query call",
                refusal.wireMessage());
    }
}
