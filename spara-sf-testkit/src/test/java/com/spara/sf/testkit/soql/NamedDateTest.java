package com.spara.sf.testkit.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedDateTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest(name = "{0} is from {1} until before {2}")
    @CsvSource(textBlock = """
        TODAY,                      2026-11-23, 2026-11-24
        yesterday,                  2026-11-22, 2026-11-23
        TOMORROW,                   2026-11-24, 2026-11-25
        THIS_WEEK,                  2026-11-22, 2026-11-29
        LAST_WEEK,                  2026-11-15, 2026-11-22
        NEXT_WEEK,                  2026-11-29, 2026-12-06
        THIS_MONTH,                 2026-11-01, 2026-12-01
        LAST_MONTH,                 2026-10-01, 2026-11-01
        NEXT_MONTH,                 2026-12-01, 2027-01-01
        LAST_90_DAYS,               2026-08-25, 2026-11-24
        NEXT_90_DAYS,               2026-11-24, 2027-02-22
        LAST_N_DAYS:0,              2026-11-23, 2026-11-24
        LAST_N_DAYS:7,              2026-11-16, 2026-11-24
        NEXT_N_DAYS:7,              2026-11-24, 2026-12-01
        N_DAYS_AGO:7,               2026-11-16, 2026-11-17
        LAST_N_WEEKS:2,             2026-11-08, 2026-11-22
        NEXT_N_WEEKS:2,             2026-11-29, 2026-12-13
        N_WEEKS_AGO:2,              2026-11-08, 2026-11-15
        LAST_N_MONTHS:2,            2026-09-01, 2026-11-01
        NEXT_N_MONTHS:2,            2026-12-01, 2027-02-01
        N_MONTHS_AGO:12,            2025-11-01, 2025-12-01
        THIS_QUARTER,               2026-10-01, 2027-01-01
        LAST_QUARTER,               2026-07-01, 2026-10-01
        NEXT_QUARTER,               2027-01-01, 2027-04-01
        LAST_N_QUARTERS:2,          2026-04-01, 2026-10-01
        NEXT_N_QUARTERS:1,          2027-01-01, 2027-04-01
        N_QUARTERS_AGO:4,           2025-10-01, 2026-01-01
        THIS_YEAR,                  2026-01-01, 2027-01-01
        LAST_YEAR,                  2025-01-01, 2026-01-01
        NEXT_YEAR,                  2027-01-01, 2028-01-01
        LAST_N_YEARS:3,             2023-01-01, 2026-01-01
        NEXT_N_YEARS:1,             2027-01-01, 2028-01-01
        N_YEARS_AGO:1,              2025-01-01, 2026-01-01
        THIS_FISCAL_QUARTER,        2026-10-01, 2027-01-01
        LAST_FISCAL_YEAR,           2025-01-01, 2026-01-01
        LAST_N_FISCAL_QUARTERS:1,   2026-07-01, 2026-10-01
        NEXT_N_FISCAL_YEARS:2,      2027-01-01, 2029-01-01
        N_FISCAL_YEARS_AGO:1,       2025-01-01, 2026-01-01
        """)
    void literalStandsForDays(String literal, LocalDate from, LocalDate before) {
        assertEquals(new NamedDate(from, before), NamedDate.of(literal, TODAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LAST_N_DAYS", "N_FISCAL_QUARTERS_AGO", "next_n_months"})
    void countIsAskedForWhereItIsNeeded(String name) {
        assertTrue(NamedDate.isName(name));
        assertTrue(NamedDate.takesCount(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"THIS_DAY", "LAST_FISCAL_WEEK", "LAST_N_FISCAL_DAYS", "NOW", "THIS_N_DAYS", "TODAY_"})
    void otherNamesAreNotDates(String name) {
        assertFalse(NamedDate.isName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LAST_N_YEARS:99999999999999999999", "NEXT_N_YEARS:2147483647", "N_DAYS_AGO:4000000"})
    void farAwayStaysInsideTheCalendar(String literal) {
        NamedDate days = NamedDate.of(literal, TODAY);
        assertTrue(days.from().isBefore(days.before()));
    }
}
