package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.ReasonCode;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions are held against the describe before anything is asked: those that cannot work, and those that surprise. */
class PullFilterTest extends OnFakeOrg {

    private final PullRule all = PullRule.leads("all").map("LastName", "last_name");
    private final SalesforceSync sync = connection.sync(SyncSettings.standard());

    private PullPage pull(Filter filter) {
        return sync.pull(all.where(filter), PullCursor.start());
    }

    private RequestRefusedException refused(Filter filter) {
        return assertThrows(RequestRefusedException.class, () -> pull(filter));
    }

    static Stream<Filter> incomparable() {
        return Stream.of(
                Filter.is("Description", "x"),
                Filter.empty("Description"),
                Filter.soql("Description LIKE 'x%'"),
                Filter.is("CreatedDate", LocalDate.of(2026, 1, 1)),
                Filter.is("NumberOfEmployees", "many"),
                Filter.is("Rating", 5),
                Filter.is("IsConverted", "true"),
                Filter.since("Rating", LocalDate.of(2026, 1, 1)));
    }

    @ParameterizedTest
    @MethodSource("incomparable")
    void whatSalesforceCannotCompareIsRefusedByOneCallAndFoundByTheCheck(Filter filter) {
        assertEquals(ReasonCode.FILTER_REFUSED, refused(filter).reason().code());
        assertEquals(1, org.calls().count());
        assertEquals(
                ReasonCode.FILTER_REFUSED,
                sync.check(SyncSettings.standard().pulling(all.where(filter)))
                        .get(0)
                        .reason()
                        .code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lead.Rating = 'Hot'",
                "CALENDAR_YEAR(CreatedDate) = 2026",
                "DAY_ONLY(CreatedDate) >= 2020-01-01",
                "AnnualRevenue < 5000 OR Rating = 'Hot'"
            })
    void whatSoqlTakesIsTaken(String condition) {
        org.add("Lead", "LastName", "ada", "Company", "A", "Rating", "Hot");
        assertEquals(1, pull(Filter.soql(condition)).leads().size());
    }

    @Test
    void aClauseIsNamed() {
        String text = refused(Filter.soql("Rating = 'Hot' LIMIT 5")).reason().text();
        assertTrue(text.contains("holds LIMIT"), text);
    }

    @Test
    void textThatLooksLikeAReferenceIsCompared() {
        org.add("Lead", "LastName", "@{x.id}", "Company", "A");
        assertEquals(1, pull(Filter.soql("LastName = '@{x.id}'")).leads().size());
    }

    @Test
    void aFilterIsAtMostFiftyLevelsDeep() {
        Filter deep = Filter.empty("Fax");
        for (int i = 0; i < 25; i++) {
            deep = deep.and(Filter.empty("Phone")).or(Filter.empty("Title"));
        }
        Filter deepest = deep;
        assertThrows(IllegalArgumentException.class, () -> deepest.and(Filter.empty("Phone")));
    }

    @Test
    void relativeDatesAreSaid() {
        Filter week = Filter.soql("CreatedDate = LAST_N_DAYS:7");
        assertEquals(ReasonCode.RELATIVE_DATES, pull(week).notes().get(0).code());
    }

    @Test
    void aQueryThatTookTooLongIsNotTakenForAStaleDescribe() {
        sync.tryOut(all);
        org.calls().clear();
        org.next(Call.query()).answersError(400, "QUERY_TIMEOUT", "too complex").always();
        RequestRefusedException refused =
                assertThrows(RequestRefusedException.class, () -> sync.pull(all, PullCursor.start()));
        assertEquals("QUERY_TIMEOUT", refused.reason().code());
        assertEquals(1, org.calls().count());
    }

    @Test
    void timesAreOfAHundredYearsAtTheMost() {
        Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
        assertThrows(IllegalArgumentException.class, () -> all.lookingBack(ages));
        assertThrows(IllegalArgumentException.class, () -> all.overlapping(ages));
    }
}
