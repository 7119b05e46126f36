package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.LeadField;
import com.spara.sf.RecordId;
import com.spara.sf.SalesforceException;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.PulledLead;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.ApiCall;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeField;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A big first pull goes by a bulk job: the same leads and the same promises, and fewer calls. */
class BulkPullTest extends OnFakeOrg {

    private static final String JOBS = "jobs/query";

    private static final Pattern ID = Pattern.compile("\"id\":\"(750\\w{15})\"");

    private final PullRule all = PullRule.leads("all").map("LastName", "last_name");
    private final PullRule bulk = all.inBulkFrom(20);
    private final SalesforceSync sync = connection.sync(SyncSettings.standard());

    private void fill(int count) {
        org.pageSize(10);
        for (int i = 0; i < count; i++) {
            org.add("Lead", "LastName", "n" + i, "Company", "A,\"B\"", "Email", "n" + i + "@example.com");
        }
    }

    private List<PullPage> pull(PullRule rule, PullCursor from) {
        return sync.pullAll(rule, from, KnownLeads.none()).toList();
    }

    private static List<String> names(List<PullPage> pages) {
        return pages.stream()
                .flatMap(page -> page.leads().stream())
                .map(pulled -> pulled.lead().text("last_name").orElseThrow())
                .sorted()
                .toList();
    }

    private static PullCursor stored(PullPage page) {
        return PullCursor.fromText(page.next().toText());
    }

    private long calls(String resource) {
        return org.calls().all().stream()
                .filter(call -> call.resource().equals(resource))
                .count();
    }

    private long polls() {
        return org.calls().all().stream()
                .map(ApiCall::resource)
                .filter(resource -> resource.matches("jobs/query/[^/]+"))
                .count();
    }

    @Test
    void callsAreTwoAndThePollsAndTheResultPages() {
        fill(45);
        List<PullPage> pages = pull(bulk, PullCursor.start());
        assertEquals(45, new TreeSet<>(names(pages)).size());
        assertEquals(5, pages.size());
        assertTrue(polls() >= 1 && polls() <= 20, "polls: " + polls());
        assertEquals(2 + polls() + pages.size(), org.calls().count());
        assertEquals(45, pages.get(4).progress().done());
    }

    @Test
    void aJobOfManyPagesIsStillTwoAndThePollsAndTheResultPages() {
        org.pageSize(2_000);
        for (int i = 0; i < 23_000; i++) {
            org.add("Lead", "LastName", "n" + i, "Company", "Acme");
        }
        List<PullPage> pages = pull(all.inBulkFrom(15_000), PullCursor.start());
        assertEquals(23_000, names(pages).size());
        assertEquals(
                List.of(3_999, 10_000, 9_001),
                pages.stream().map(page -> page.leads().size()).toList());
        assertTrue(polls() <= 20, "polls: " + polls());
        assertEquals(2 + polls() + pages.size(), org.calls().count());
    }

    @Test
    void longTextsThatAreMostlyEmptyMakeNoMorePages() {
        org.pageSize(2_000);
        for (int i = 0; i < 23_000; i++) {
            String text = i % 1_000 == 0 ? "d".repeat(30_000) : null;
            org.add("Lead", "LastName", "n" + i, "Company", "Acme", "Description", text);
        }
        PullRule wide = all.map("Description", "notes").inBulkFrom(20_000);
        List<PullPage> pages = pull(wide, PullCursor.start());
        assertEquals(23_000, names(pages).size());
        assertEquals(List.of(10_000, 10_000), sizes(pages).subList(1, 3));
        assertEquals(4, pages.size());
        assertEquals(2 + polls() + pages.size(), org.calls().count());
    }

    @Test
    void aStoredCursorThatAskedForFewRowsGoesOnAndAsksForMore() {
        fill(45);
        PullCursor after =
                sync.pull(bulk, sync.pull(bulk, PullCursor.start()).next()).next();
        PullCursor earlier = withRows(after, 2);
        assertEquals(List.of(2, 4, 8, 10, 1), sizes(pull(bulk, earlier)));
        assertEquals(1, calls(JOBS));
    }

    private static PullCursor withRows(PullCursor cursor, int rows) {
        String[] bulk = cursor.part("bulk").orElseThrow().split(":", 3);
        String text = cursor.toText();
        Map<String, String> parts = new TreeMap<>();
        for (String part : text.substring(0, text.lastIndexOf(';')).split(";")) {
            int at = part.indexOf('=');
            if (at > 0) {
                parts.put(part.substring(0, at), part.substring(at + 1));
            }
        }
        parts.put("bulk", bulk[0] + ":" + rows + ":" + bulk[2]);
        return PullCursor.of(parts);
    }

    @Test
    void fewRecordsAreReadByQuery() {
        fill(29);
        assertEquals(29, names(pull(bulk, PullCursor.start())).size());
        assertEquals(0, calls(JOBS));
    }

    @Test
    void theThresholdIsAHundredThousandUnlessTheRuleSaysOtherwise() {
        fill(45);
        pull(all, PullCursor.start());
        assertEquals(100_000, all.bulkFrom());
        assertEquals(0, calls(JOBS));
    }

    @Test
    void aLeadReadsAlikeByJobAndByQuery() {
        org.addField("Lead", FakeField.number("Score__c", 10, 2));
        org.addField("Lead", FakeField.checkbox("Vip__c"));
        org.addField("Lead", FakeField.date("Met__c"));
        org.addField("Lead", FakeField.dateTime("Seen__c"));
        org.addField("Lead", FakeField.multiPicklist("Topics__c", "a", "b"));
        org.pageSize(1);
        for (int i = 0; i < 30; i++) {
            org.add(
                    "Lead",
                    "LastName",
                    "n" + i,
                    "Company",
                    "Acme",
                    "Score__c",
                    new BigDecimal("1.50"),
                    "Vip__c",
                    i % 2 == 0,
                    "Met__c",
                    LocalDate.of(2026, 1, 2),
                    "Seen__c",
                    Instant.parse("2026-01-02T03:04:05Z"),
                    "Topics__c",
                    "a;b",
                    "Description",
                    i == 4 ? "a\r\nb \"c\"," : null);
        }
        PullRule typed = all.map("Score__c", "score")
                .map("Vip__c", "vip")
                .map("Met__c", "met")
                .map("Seen__c", "seen")
                .map("Topics__c", "topics")
                .map("Description", "about");
        List<PulledLead> byQuery = leads(pull(typed, PullCursor.start()));
        List<PulledLead> byJob = leads(pull(typed.inBulkFrom(20), PullCursor.start()));
        assertEquals(1, calls(JOBS));
        for (int i = 0; i < 30; i++) {
            assertEquals(byQuery.get(i).lead(), byJob.get(i).lead());
        }
        assertTrue(byJob.get(5)
                .lead()
                .text(LeadField.SALESFORCE_ASSIGNED_SALES_REP_NAME)
                .isPresent());
    }

    private static List<PulledLead> leads(List<PullPage> pages) {
        return pages.stream()
                .flatMap(page -> page.leads().stream())
                .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                .toList();
    }

    @Test
    void everyStoredCursorGoesOnToTheSameEnd() {
        fill(45);
        List<PullPage> pages = pull(bulk, PullCursor.start());
        for (int from = 0; from < pages.size() - 1; from++) {
            List<PullPage> again = new ArrayList<>(pages.subList(0, from + 1));
            again.addAll(pull(bulk, stored(pages.get(from))));
            assertEquals(names(pages), names(again));
        }
        assertEquals(1, calls(JOBS));
    }

    @Test
    void aJobThatIsGoneIsReplacedByTheQueryFromWhereItBegan() {
        fill(45);
        PullPage first = sync.pull(bulk, PullCursor.start());
        org.clock().advance(Duration.ofDays(8));
        List<PullPage> pages = new ArrayList<>(List.of(first));
        pages.addAll(pull(bulk, stored(first)));
        assertEquals(45, new TreeSet<>(names(pages)).size());
        assertEquals(45, names(pages).size());
        assertEquals(1, calls(JOBS));
    }

    @Test
    void aJobThatIsGoneInTheMiddleLosesNothing() {
        fill(45);
        PullPage first = sync.pull(bulk, PullCursor.start());
        PullPage second = sync.pull(bulk, stored(first));
        org.clock().advance(Duration.ofDays(8));
        List<PullPage> pages = new ArrayList<>(List.of(first, second));
        pages.addAll(pull(bulk, stored(second)));
        assertEquals(45, new TreeSet<>(names(pages)).size());
        assertEquals(55, names(pages).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "Aborted"})
    void aJobThatSalesforceGaveUpIsReplacedByTheQuery(String state) {
        fill(45);
        PullPage first = sync.pull(bulk, PullCursor.start());
        org.next(Call.any()).answers(200, "application/json", "{\"state\":\"" + state + "\"}");
        List<PullPage> pages = new ArrayList<>(List.of(first));
        pages.addAll(pull(bulk, stored(first)));
        assertEquals(45, names(pages).size());
        assertEquals(1, calls(JOBS));
    }

    @Test
    void aJobThatSalesforceDoesNotTakeIsNotAskedForAgain() {
        fill(45);
        org.next(Call.resource(JOBS)).answersError(400, "INVALIDENTITY", "no").always();
        List<PullPage> pages = pull(bulk, PullCursor.start());
        assertEquals(45, names(pages).size());
        assertEquals(1, calls(JOBS));
    }

    @Test
    void aJobThatCouldNotBeMadeNowIsMadeAfterTheNextPage() {
        fill(45);
        org.next(Call.resource(JOBS))
                .answersError(503, "SERVER_UNAVAILABLE", "busy")
                .times(3);
        List<PullPage> pages = pull(bulk, PullCursor.start());
        assertEquals(45, names(pages).size());
        assertEquals(
                List.of(10, 10, 10, 10, 5),
                pages.stream().map(page -> page.leads().size()).toList());
    }

    @Test
    void whatChangesWhileTheJobIsReadIsFoundByTheNextLook() {
        fill(45);
        RecordId changed = org.records("Lead").get(30).id();
        RecordId gone = org.records("Lead").get(31).id();
        later();
        PullPage first = sync.pull(bulk, PullCursor.start());
        org.update(changed, "LastName", "other");
        org.lateAdd(Duration.ofMinutes(5), "Lead", "LastName", "late", "Company", "Acme");
        later();
        List<PullPage> rest = pull(bulk, stored(first));
        org.delete(gone);
        org.clock().advance(Duration.ofMinutes(5));
        List<PullPage> next = pull(bulk, stored(rest.get(rest.size() - 1)));
        assertEquals(List.of("late", "other"), names(next));
        assertEquals(
                List.of(gone),
                next.stream()
                        .flatMap(page -> page.gone().stream())
                        .map(one -> one.id())
                        .toList());
    }

    @Test
    void aJobThatTakesLongerThanTheDeadlineIsWaitedForByTheNextCall() {
        fill(45);
        PullPage first = sync.pull(bulk, PullCursor.start());
        String working = "{\"state\":\"InProgress\"}";
        org.next(Call.any()).answers(200, "application/json", working).times(8);
        PullPage waiting = sync.pull(bulk, stored(first));
        assertEquals(List.of(), waiting.leads());
        assertFalse(waiting.isLast());
        List<PullPage> pages = new ArrayList<>(List.of(first));
        pages.addAll(pull(bulk, stored(waiting)));
        assertEquals(45, names(pages).size());
        assertEquals(1, calls(JOBS));
    }

    private String job() {
        return org.calls().all().stream()
                .filter(call -> call.resource().equals(JOBS))
                .flatMap(call -> ID.matcher(call.responseBody()).results())
                .map(id -> JOBS + "/" + id.group(1))
                .findFirst()
                .orElseThrow();
    }

    private List<PullPage> withRest(PullPage first) {
        List<PullPage> pages = new ArrayList<>(List.of(first));
        pages.addAll(pull(bulk, stored(first)));
        return pages;
    }

    @Test
    void aJobThatDoesNotEndForHoursIsReplacedByTheQuery() {
        fill(45);
        PullPage first = sync.pull(bulk, PullCursor.start());
        org.next(Call.resource(job()))
                .answers(200, "application/json", "{\"state\":\"InProgress\"}")
                .always();
        assertEquals(45, names(withRest(first)).size());
        assertTrue(polls() > 100 && polls() < 130, "polls: " + polls());
    }

    @Test
    void aPartThatCannotBeReadThreeTimesIsReadByQuery() {
        fill(45);
        PullPage first = sync.pull(bulk, PullCursor.start());
        org.next(Call.resource(job() + "/results"))
                .answers(200, "text/html", "<html>Hello</html>")
                .always();
        List<PullPage> pages = withRest(first);
        assertEquals(45, names(pages).size());
        assertEquals(List.of(10, 0, 0, 10), sizes(pages).subList(0, 4));
        assertEquals(1, calls(JOBS));
    }

    private static List<Integer> sizes(List<PullPage> pages) {
        return pages.stream().map(page -> page.leads().size()).toList();
    }

    @Test
    void aFailureKeepsTheCursorAndTheJob() {
        fill(45);
        PullPage first = sync.pull(bulk, PullCursor.start());
        org.next(Call.any()).truncatesItsAnswer().times(3);
        assertThrows(SalesforceException.class, () -> sync.pull(bulk, stored(first)));
        assertEquals(35, names(pull(bulk, stored(first))).size());
        assertEquals(1, calls(JOBS));
    }

    @Test
    void aLookThatGoesOnWithAnotherRuleLeavesTheJob() {
        fill(45);
        PullPage first = sync.pull(bulk, PullCursor.start());
        PullRule other = bulk.where(Filter.is("Rating", "Hot"));
        assertThrows(SalesforceException.class, () -> sync.pull(other, stored(first)));
        assertEquals(List.of(), names(pull(other, stored(first).goingOnWithChangedRule())));
        assertEquals(1, calls(JOBS));
    }

    @Test
    void aFieldThatIsSeenSinceTheJobWasMadeIsNotTakenForEmpty() {
        fill(45);
        PullRule rated = bulk.map("Rating__c", "rating");
        PullPage first = sync.pull(rated, PullCursor.start());
        org.addField("Lead", FakeField.text("Rating__c", 20));
        org.records("Lead").forEach(lead -> org.update(lead.id(), "Rating__c", "Hot"));
        org.clock().advance(Duration.ofHours(2));
        List<PullPage> rest = pull(rated, stored(first));
        assertTrue(rest.stream()
                .flatMap(page -> page.leads().stream())
                .allMatch(one -> one.lead().text("rating").isPresent()));
    }
}
