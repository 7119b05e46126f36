package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.FAILED;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.DuplicateHandling;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Enricher;
import com.spara.sf.spi.Lookup;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.ApiCall;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeField;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeRecord;
import com.spara.sf.testkit.Trigger;
import com.spara.sf.testkit.Unsettled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Large pushes by bulk jobs: the same outcomes as by requests, and fewer calls. */
class BulkPushTest extends OnFakeOrg {

    private static final int MANY = 1_000;

    private final PushOptions bulk = PushOptions.standard().byBulk();
    private final SyncSettings leadsOnly = both.contacts(PushRule.off());

    private static Lead lead(int number) {
        return Lead.of("p" + number + "@example.com")
                .with("last_name", "Person " + number)
                .with("company", "Company " + number % 7)
                .with("phone", "+49 " + number);
    }

    private static List<Lead> leads(int count) {
        return IntStream.range(0, count).mapToObj(BulkPushTest::lead).toList();
    }

    /** Every second person is there as a Lead and as a Contact. */
    private static void fill(FakeOrg org, int count) {
        for (int i = 0; i < count; i += 2) {
            org.lead("p" + i + "@example.com", "LastName", "Old", "Company", "Acme");
            org.contact("p" + i + "@example.com", "LastName", "Old");
        }
    }

    private List<ApiCall> jobCalls(String method, String pattern) {
        return org.calls().all().stream()
                .filter(call -> call.method().equals(method) && call.resource().matches(pattern))
                .toList();
    }

    @Test
    void fourJobsAreUsedAndTheCallsAreThoseForeseen() {
        fill(org, MANY);
        PushBatch batch = sync(both).pushAll(leads(MANY), bulk);
        assertEquals(MANY / 2, batch.count("Lead", CREATED));
        assertEquals(MANY / 2, batch.count("Lead", UPDATED));
        assertEquals(MANY, batch.count("Contact", CREATED) + batch.count("Contact", UPDATED));
        assertEquals(MANY, org.records("Lead").size());
        assertEquals(4, jobCalls("POST", "jobs/ingest").size());
        int polls = jobCalls("GET", "jobs/ingest/[^/]+").size();
        assertEquals(2 + 1 + 4 * 4 + polls + 1, org.calls().count(), org.calls().toString());
        assertTrue(org.calls().count() <= sync(both).cost(MANY).byBulk().orElseThrow());
        assertEquals(org.calls().count(), batch.apiCalls());
    }

    @Test
    void theRecordsAreThoseOfTheirLeads() {
        fill(org, MANY);
        for (PushResult result : sync(both).pushAll(leads(MANY), bulk)) {
            FakeRecord record = org.record(result.lead().id().orElseThrow());
            assertEquals(result.input().email().orElseThrow(), record.text("Email"));
            assertEquals(result.input().text("phone").orElseThrow(), record.text("Phone"));
            assertEquals(result.enrichedLead().text("salesforce_lead_id").orElseThrow(), record.text("Id"));
        }
    }

    @Nested
    @DisplayName("The same as by requests")
    class SameOutcomes {

        private FakeOrg difficult() {
            FakeOrg other = FakeOrg.create();
            fill(other, MANY);
            other.rules("Lead")
                    .validation(lead -> ends(lead, "Phone", "3"), "no threes", "Phone")
                    .validation(lead -> ends(lead, "LastName", "44"), "no forty-fours")
                    .require("Company");
            other.rules("Contact").validation(contact -> ends(contact, "Phone", "5"), "no fives", "Phone");
            return other;
        }

        private boolean ends(FakeRecord record, String field, String end) {
            return record.text(field) != null && record.text(field).endsWith(end);
        }

        private List<Lead> leads() {
            List<Lead> leads = new ArrayList<>(BulkPushTest.leads(MANY));
            leads.add(Lead.empty().with("last_name", "Nobody"));
            leads.add(Lead.of("not an address").with("last_name", "Strange"));
            leads.add(20, lead(11).with("phone", "12"));
            leads.add(20, lead(12).with("phone", "12"));
            leads.add(Lead.of("new@example.com").clearing("phone"));
            return leads;
        }

        private List<String> outcomes(PushOptions options) {
            FakeOrg other = difficult();
            SalesforceSync sync = Salesforce.over(other.transport())
                    .withClock(other.clock())
                    .withSleeper(time -> other.clock().advance(time))
                    .connect(other.url(), AccessToken.of(other.token()))
                    .sync(both);
            List<String> outcomes = new ArrayList<>();
            for (PushResult result : sync.pushAll(leads(), options)) {
                outcomes.add(shown(result.lead()) + " | " + shown(result.contact()));
            }
            assertEquals(
                    options.bulk() == PushOptions.Bulk.ALWAYS,
                    other.calls().all().stream()
                            .anyMatch(call -> call.resource().startsWith("jobs")));
            return outcomes;
        }

        private String shown(RecordResult result) {
            return result + " "
                    + result.fieldsWritten().stream().map(FieldDecision::field).toList() + " "
                    + result.fieldsLeftOut().stream().map(FieldDecision::field).toList() + " "
                    + result.reason().salesforceWords().orElse("");
        }

        @Test
        void eachLeadHasTheOutcomeThatItHasByRequests() {
            List<String> ordinary = outcomes(PushOptions.standard());
            List<String> byBulk = outcomes(bulk);
            for (int i = 0; i < ordinary.size(); i++) {
                assertEquals(ordinary.get(i), byBulk.get(i), "lead " + i);
            }
            assertTrue(byBulk.stream().anyMatch(outcome -> outcome.contains("no forty-fours")));
        }
    }

    static Stream<String> texts() {
        return Stream.of(
                "a, b; c",
                "say \"hello\"",
                "two\nlines",
                "two\r\nlines",
                "#N/A",
                "=1+1",
                "@{x.id}",
                "\"",
                "Ünï 😀 字",
                "a\tb",
                "-",
                "null");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void peoplesTextArrivesUnchanged(String text) {
        List<Lead> leads = leads(250).stream()
                .map(lead -> lead.with("company", text).with("last_name", text))
                .toList();
        PushBatch batch = sync(leadsOnly).pushAll(leads, bulk);
        assertEquals(250, batch.count("Lead", CREATED));
        assertTrue(org.records("Lead").stream()
                .allMatch(record -> text.equals(record.text("LastName")) && text.equals(record.text("Company"))));
    }

    @Test
    void aMissingValueIsLeftAloneAndOnlyAClearedOneIsEmptied() {
        for (int i = 0; i < 300; i++) {
            org.lead("p" + i + "@example.com", "LastName", "Old", "Company", "Acme", "Phone", "1");
        }
        List<Lead> leads = IntStream.range(0, 300)
                .mapToObj(i -> i % 2 == 0
                        ? Lead.of("p" + i + "@example.com").with("last_name", "New")
                        : Lead.of("p" + i + "@example.com").clearing("phone"))
                .toList();
        assertEquals(300, sync(leadsOnly).pushAll(leads, bulk).count("Lead", UPDATED));
        assertEquals(1, jobCalls("POST", "jobs/ingest").size());
        for (FakeRecord record : org.records("Lead")) {
            boolean isNew = "New".equals(record.text("LastName"));
            assertEquals(isNew ? "1" : null, record.text("Phone"));
            assertEquals("Acme", record.text("Company"));
        }
    }

    @Test
    void newRecordsWithAKeyAreFoundByItInTheResults() {
        org.addField("Lead", FakeField.text("Ext__c", 40).unique());
        SyncSettings keyed = SyncSettings.standard()
                .leads(PushRule.updateExisting()
                        .createWhenNoMatch()
                        .map("id", "Ext__c")
                        .map("company", "Company")
                        .map("last_name", "LastName")
                        .keyedBy("Ext__c"));
        List<Lead> leads = IntStream.range(0, 300)
                .mapToObj(i -> lead(i).with("id", "K" + i))
                .toList();
        for (PushResult result : sync(keyed).pushAll(leads, bulk)) {
            assertEquals(
                    result.input().text("id").orElseThrow(),
                    org.record(result.lead().id().orElseThrow()).text("Ext__c"));
        }
    }

    @Test
    void theActiveAssignmentRuleRunsAsByRequests() {
        RecordId queue = org.queue("Sales");
        org.assignmentRule("Lead", lead -> queue);
        sync(leadsOnly).pushAll(leads(300), bulk);
        assertTrue(org.records("Lead").stream().allMatch(record -> queue.value().equals(record.text("OwnerId"))));
    }

    @Test
    void rowsOfOneCompanyAreSideBySide() {
        sync(leadsOnly).pushAll(leads(300), bulk);
        List<String> companies = jobCalls("PUT", ".*")
                .get(0)
                .requestBody()
                .lines()
                .filter(line -> line.contains("Company "))
                .map(line -> line.replaceAll(".*(Company \\d).*", "$1"))
                .toList();
        long changes = IntStream.range(1, companies.size())
                .filter(i -> !companies.get(i).equals(companies.get(i - 1)))
                .count();
        assertEquals(300, companies.size());
        assertEquals(6, changes);
    }

    @Test
    void personsThatAreTheSameAreOneRow() {
        List<Lead> twice = new ArrayList<>(leads(300));
        twice.addAll(leads(300));
        PushBatch batch = sync(leadsOnly).pushAll(twice, bulk);
        assertEquals(600, batch.count("Lead", CREATED));
        assertEquals(300, org.records("Lead").size());
    }

    @Test
    void aUserWithoutTheRightToJobsWritesByRequests() {
        org.next(Call.resource("jobs/ingest"))
                .answersError(403, "FEATURENOTENABLED", "no")
                .always();
        assertEquals(300, sync(leadsOnly).pushAll(leads(300), bulk).count("Lead", CREATED));
        assertEquals(300, org.records("Lead").size());
    }

    @Test
    void anOrgThatTakesShortAddressesOnlyIsAskedInMoreCalls() {
        org.settle(Unsettled.SUBREQUEST_URLS_END_AT_16_KB, true);
        fill(org, MANY);
        PushBatch batch = sync(both).pushAll(leads(MANY), bulk);
        assertEquals(MANY / 2, batch.count("Lead", UPDATED));
        assertEquals(MANY, org.records("Lead").size());
    }

    @Test
    void aChunkWithFewChangesNeedsNoJob() {
        assertEquals(200, sync(leadsOnly).pushAll(leads(200), bulk).count("Lead", CREATED));
        assertEquals(2, org.calls().count());
    }

    @Nested
    @DisplayName("Which way is chosen")
    class Choice {

        private long jobs(SyncSettings settings, PushOptions options) {
            assertEquals(
                    250,
                    sync(settings)
                            .pushAll(leads(250).stream(), options)
                            .filter(r -> r.has(CREATED))
                            .count());
            return jobCalls("POST", "jobs/ingest").size();
        }

        @Test
        void moreThanTenThousandGoByBulk() {
            assertEquals(
                    1, jobs(leadsOnly, PushOptions.standard().expecting(10_001).onBulkJobs(handle -> {})));
        }

        @Test
        void noJobIsMadeByItselfWhoseHandleNobodyKeeps() {
            assertEquals(0, jobs(leadsOnly, PushOptions.standard().expecting(50_000)));
        }

        @Test
        void upToTenThousandGoByRequests() {
            assertEquals(
                    0, jobs(leadsOnly, PushOptions.standard().expecting(10_000).onBulkJobs(handle -> {})));
        }

        @Test
        void aNumberThatNobodyKnowsGoesByRequests() {
            assertEquals(0, jobs(leadsOnly, PushOptions.standard()));
        }

        @Test
        void whoPushesSideBySideGoesByRequests() {
            assertEquals(
                    0,
                    jobs(
                            leadsOnly,
                            PushOptions.standard()
                                    .expecting(50_000)
                                    .onBulkJobs(handle -> {})
                                    .inParallel(Runnable::run, 4)));
        }

        @Test
        void theHostMayRefuseJobs() {
            assertEquals(
                    0,
                    jobs(
                            leadsOnly,
                            PushOptions.standard()
                                    .expecting(50_000)
                                    .onBulkJobs(handle -> {})
                                    .withoutBulk()));
        }

        private final SyncSettings saving = leadsOnly.leads(PushRule.updateExisting()
                .createWhenNoMatch()
                .onDuplicate(DuplicateHandling.SAVE_ANYWAY)
                .map("last_name", "LastName")
                .map("company", "Company"));

        @Test
        void whatNoJobCanDoIsRefusedWhenJobsAreAskedFor() {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class, () -> sync(saving).pushAll(leads(1), bulk));
            assertTrue(String.valueOf(refused.getMessage()).contains("SAVE_ANYWAY"), refused.getMessage());
            assertTrue(sync(saving).cost(1_000).byBulk().isEmpty());
        }

        @Test
        void whatNoJobCanDoIsNotChosenBySize() {
            assertEquals(0, jobs(saving, PushOptions.standard().expecting(50_000)));
        }

        @ParameterizedTest
        @ValueSource(longs = {3_500, 10_000, 100_000, 1_000_000})
        void fromTheBreakEvenOnBulkIsCheaper(long leads) {
            assertTrue(sync(both).cost(leads).byBulk().orElseThrow()
                    <= sync(both).cost(leads).apiCalls());
        }

        @Test
        void theArithmeticOfThePage() {
            assertEquals(38, sync(both).cost(10_000).byBulk().orElseThrow());
            assertEquals(100, sync(both).cost(10_000).apiCalls());
            assertEquals(3_800, sync(both).cost(1_000_000).byBulk().orElseThrow());
            assertTrue(sync(both).cost(3_000).byBulk().orElseThrow()
                    > sync(both).cost(3_000).apiCalls());
        }
    }

    @Test
    void aChunkEndsWhereItsTextBecomesTooMuch() {
        SyncSettings described = leadsOnly.leads(PushRule.updateExisting()
                .createWhenNoMatch()
                .map("last_name", "LastName")
                .map("company", "Company")
                .map("conversation", "Description"));
        String text = "x".repeat(31_000);
        List<String> handles = new ArrayList<>();
        List<Lead> leads =
                leads(900).stream().map(lead -> lead.with("conversation", text)).toList();
        PushBatch batch = sync(described).pushAll(leads, bulk.onBulkJobs(handles::add));
        assertEquals(900, batch.count("Lead", CREATED));
        assertEquals(2, handles.size());
    }

    @Test
    void aRowThatIsRefusedSaysWhyInSalesforcesOwnCode() {
        org.rules("Lead").validation(lead -> "Person 7".equals(lead.text("LastName")), "no: not, this one");
        PushBatch batch = sync(leadsOnly).pushAll(leads(300), bulk);
        RecordResult refused = batch.results().get(7).lead();
        assertEquals(FAILED, refused.outcome());
        assertEquals("FIELD_CUSTOM_VALIDATION_EXCEPTION", refused.reason().code());
        assertEquals("no: not, this one", refused.reason().salesforceWords().orElseThrow());
        assertEquals(299, batch.count("Lead", CREATED));
    }

    /** Others use calls up as soon as there are jobs, so that so many are left beside the reserve. */
    private PushOptions reserving(int reserve, int left) {
        return bulk.reserving(reserve)
                .onBulkJobs(jobs -> org.limits().dailyCalls(100).callsUsed(100 - reserve - left));
    }

    @Nested
    @DisplayName("The owners of new records are read back")
    class Owners {

        private final RecordId grace = org.user("Grace Hopper", "grace@example.com");
        private final RecordId queue = org.queue("Sales");

        /** To fill a job, to close it, to ask twice how it stands, to read what was saved, and to read that back. */
        private static final int CALLS_TO_THE_END = 6;

        private List<Optional<RecordId>> reps(PushBatch batch) {
            return batch.results().stream()
                    .map(result -> result.enrichedLead().id(LeadField.SALESFORCE_ASSIGNED_SALES_REP_ID))
                    .distinct()
                    .toList();
        }

        private boolean isNoted(PushResult result, String code) {
            return result.notes().stream().anyMatch(note -> note.is(code));
        }

        @Test
        void twoPagesOfThemInOneCall() {
            org.assignmentRule("Lead", lead -> grace);
            PushBatch batch = sync(leadsOnly).pushAll(leads(2_500), bulk);
            assertEquals(List.of(Optional.of(grace)), reps(batch));
            assertEquals(3 + 1, composites());
            int polls = jobCalls("GET", "jobs/ingest/[^/]+").size();
            assertEquals(3 + 1 + 4 + polls + 1, org.calls().count(), org.calls().toString());
            assertTrue(
                    org.calls().count() <= sync(leadsOnly).cost(2_500).byBulk().orElseThrow());
        }

        @Test
        void ofContactsToo() {
            PushBatch batch = sync(both.leads(PushRule.off())).pushAll(leads(300), bulk);
            assertEquals(300, batch.count("Contact", CREATED));
            assertEquals(List.of(Optional.of(org.user())), reps(batch));
        }

        @Test
        void allLeadsOfOnePersonHaveIt() {
            List<Lead> twice = new ArrayList<>(leads(300));
            twice.addAll(leads(300));
            assertEquals(List.of(Optional.of(org.user())), reps(sync(leadsOnly).pushAll(twice, bulk)));
        }

        @Test
        void aQueueIsNobodyAndTheResultSaysSo() {
            org.assignmentRule("Lead", lead -> queue);
            PushBatch batch = sync(leadsOnly).pushAll(leads(300), bulk);
            assertEquals(List.of(Optional.empty()), reps(batch));
            assertTrue(batch.results().stream().allMatch(result -> isNoted(result, ReasonCode.OWNER_IS_QUEUE)));
        }

        @Test
        void thoseOfAFewRecordsComeWithTheWrite() {
            PushBatch batch = sync(leadsOnly).pushAll(leads(200), bulk);
            assertEquals(List.of(Optional.of(org.user())), reps(batch));
            assertEquals(2, org.calls().count());
        }

        @Test
        void whoHasNoEnrichersPaysNothing() {
            SyncSettings plain = leadsOnly.enrichedBy();
            sync(plain).pushAll(leads(300), bulk);
            assertEquals(2, composites());
            assertEquals(
                    sync(leadsOnly).cost(300).byBulk().orElseThrow() - 1,
                    sync(plain).cost(300).byBulk().orElseThrow());
        }

        @Test
        void callsThatWereMadeAreNotCountedTwice() {
            org.limits().dailyCalls(100).callsUsed(50);
            PushBatch batch = sync(leadsOnly).pushAll(leads(300), bulk.reserving(20));
            assertEquals(List.of(Optional.of(org.user())), reps(batch));
            assertEquals(10, batch.apiCalls());
        }

        @Test
        void theLastCallBesideTheReserveIsTheirs() {
            PushBatch batch = sync(leadsOnly).pushAll(leads(300), reserving(20, CALLS_TO_THE_END));
            assertEquals(List.of(Optional.of(org.user())), reps(batch));
            assertEquals(20, org.limits().callsLeft());
        }

        @Test
        void theReserveIsLeftToOthersAndTheResultSaysSo() {
            PushBatch batch = sync(leadsOnly).pushAll(leads(300), reserving(20, CALLS_TO_THE_END - 1));
            assertEquals(20, org.limits().callsLeft());
            assertEquals(300, batch.count("Lead", CREATED));
            assertEquals(List.of(Optional.empty()), reps(batch));
            assertTrue(batch.results().stream().allMatch(result -> isNoted(result, ReasonCode.RESERVE_REACHED)));
        }

        @Test
        void aRefusedReadIsSaid() {
            PushBatch batch = sync(leadsOnly)
                    .pushAll(
                            leads(300),
                            bulk.onBulkJobs(jobs -> org.next(Call.query())
                                    .refuses("QUERY_TOO_COMPLICATED", "not this")
                                    .always()));
            assertEquals(300, batch.count("Lead", CREATED));
            assertTrue(
                    batch.results().stream().allMatch(result -> isNoted(result, "QUERY_TOO_COMPLICATED")),
                    batch.results().get(0).explain());
        }

        @Test
        void ofTheContactWhoseLeadIsRefused() {
            org.rules("Lead").validation(lead -> "Person 7".equals(lead.text("LastName")), "not this one");
            org.assignmentRule("Lead", lead -> grace);
            PushBatch batch = sync(both).pushAll(leads(300), bulk);
            PushResult refused = batch.results().get(7);
            assertEquals(FAILED, refused.lead().outcome());
            assertEquals(
                    Optional.of(org.user()), refused.enrichedLead().id(LeadField.SALESFORCE_ASSIGNED_SALES_REP_ID));
            assertEquals(List.of(Optional.of(grace), Optional.of(org.user())), reps(batch));
            assertEquals(2 + 1, composites());
        }

        @Test
        void manyFieldsOfThemInOneCallToo() {
            Lookup all = Lookup.matched("Lead")
                    .select(
                            ("FirstName LastName Company Phone Email Title Street City State PostalCode Country Website Industry "
                                            + "Rating LeadSource Status OwnerId MobilePhone Fax AnnualRevenue NumberOfEmployees")
                                    .split(" "));
            Enricher curious = Enricher.named("curious", (lead, found) -> Optional.of(all), (lead, answer) -> lead);
            PushBatch batch = sync(leadsOnly.enrichedBy(curious)).pushAll(leads(9_000), bulk);
            assertEquals(9_000, batch.count("Lead", CREATED));
            assertEquals(6 + 1, composites());
        }

        @Test
        void whatCannotBeReadBackCostsTheOwnerAndNoResult() {
            org.next(Call.resource("composite")).after(2).isNeverSent().always();
            PushBatch batch = sync(leadsOnly).pushAll(leads(300), bulk);
            assertEquals(300, batch.count("Lead", CREATED));
            assertEquals(List.of(Optional.empty()), reps(batch));
            assertTrue(batch.results().stream().allMatch(result -> isNoted(result, ReasonCode.UNREACHABLE)));
        }
    }

    private int composites() {
        return (int) org.calls().all().stream()
                .filter(call -> call.resource().equals("composite"))
                .count();
    }

    @Nested
    @DisplayName("Rows that failed for the sake of their chunk are tried once more")
    class Chunks {

        /** To fill a job, to close it, to ask twice how it stands, and to read what was refused. */
        private static final int CALLS_OF_THE_JOB = 5;

        @Test
        void rowsOfAChunkThatOverranTheCpuLimitPassInSmallerCollections() {
            org.rules("Lead").cpuBudget(60);
            PushBatch batch = sync(leadsOnly).pushAll(leads(300), bulk);
            assertEquals(300, batch.count("Lead", CREATED));
            assertEquals(300, org.records("Lead").size());
            assertEquals(3 + 3 + 4, composites());
        }

        @Test
        void aRecordThatATriggerCannotBearHarmsNoMoreThanItDoesByRequests() {
            org.rules("Lead").trigger("Picky", Trigger.When.BEFORE_INSERT, rows -> {
                if (rows.stream().anyMatch(row -> "Person 7".equals(row.text("LastName")))) {
                    throw new IllegalStateException("not this one");
                }
            });
            PushBatch batch = sync(leadsOnly).pushAll(leads(300), bulk);
            assertEquals(25, batch.count("Lead", FAILED));
            assertEquals(275, batch.count("Lead", CREATED));
        }

        @Test
        void aTriggerThatAlwaysFailsCostsAFewCallsAndSaysSo() {
            org.rules("Lead").trigger("Broken", Trigger.When.BEFORE_INSERT, rows -> {
                throw new IllegalStateException("broken");
            });
            PushBatch batch = sync(leadsOnly).pushAll(leads(MANY), bulk);
            assertEquals(MANY, batch.count("Lead", FAILED));
            RecordResult refused = batch.results().get(MANY - 1).lead();
            assertEquals(
                    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", refused.reason().code());
            assertEquals(2 + 7, composites());
        }

        @Test
        void whatAFewBadRowsMeetWithTeachesTheOrgNothing() {
            org.rules("Lead").trigger("Picky", Trigger.When.BEFORE_INSERT, rows -> {
                if (rows.stream().anyMatch(row -> "Zebra".equals(row.text("Company")))) {
                    throw new IllegalStateException("not these");
                }
            });
            List<Lead> leads = new ArrayList<>(leads(200));
            leads(230).subList(200, 230).forEach(lead -> leads.add(lead.with("company", "Zebra")));
            SalesforceSync sync = sync(leadsOnly);
            assertEquals(30, sync.pushAll(leads, bulk).count("Lead", FAILED));
            int before = composites();
            assertEquals(200, sync.pushAll(leads(500).subList(300, 500)).count("Lead", CREATED));
            assertEquals(2, composites() - before);
        }

        @Test
        void theReserveIsLeftToOthers() {
            org.rules("Lead").cpuBudget(60);
            PushBatch batch = sync(leadsOnly).pushAll(leads(300), reserving(20, CALLS_OF_THE_JOB + 1 + 6));
            assertEquals(300, batch.count("Lead", FAILED));
            assertEquals(2, composites());
        }

        @Test
        void whatTheReserveLeavesIsUsed() {
            org.rules("Lead").cpuBudget(60);
            sync(leadsOnly).pushAll(leads(300), reserving(20, CALLS_OF_THE_JOB + 1 + 7));
            assertTrue(composites() > 2, org.calls().toString());
        }

        @Test
        void aLockedRowIsTriedAgain() {
            fill(org, 600);
            org.locks(org.records("Lead").get(7).id()).forNextWrites(2);
            PushBatch batch = sync(leadsOnly).pushAll(leads(600), bulk);
            assertEquals(300, batch.count("Lead", UPDATED));
        }
    }

    @Test
    void aKeeperThatFailsKeepsTheJobsFromBeginning() {
        PushBatch batch = sync(leadsOnly).pushAll(leads(300), bulk.onBulkJobs(handle -> {
            throw new IllegalStateException("disk full");
        }));
        assertEquals(300, batch.neverSent().size());
        assertEquals(
                ReasonCode.STOPPED, batch.stoppedBy().orElseThrow().reason().code());
        assertEquals(0, org.records("Lead").size());
    }

    @Test
    void aHandleIsShortAndHoldsNoPeoplesDataAndNoToken() {
        List<String> handles = new ArrayList<>();
        sync(both).pushAll(leads(300), bulk.onBulkJobs(handles::add));
        assertEquals(1, handles.size());
        assertTrue(handles.get(0).length() < 250, handles.get(0));
        assertFalse(handles.get(0).contains("example.com"));
        assertFalse(handles.get(0).contains(org.token()));
    }

    @Test
    void everySecondRowOfAnUnorderedResultIsStillItsOwnLeads() {
        List<Lead> leads = leads(400);
        TreeSet<String> ids = new TreeSet<>();
        for (PushResult result : sync(leadsOnly).pushAll(leads, bulk)) {
            String id = result.lead().id().orElseThrow().value();
            assertEquals(
                    result.input().text("last_name").orElseThrow(),
                    org.record(result.lead().id().orElseThrow()).text("LastName"));
            ids.add(id);
        }
        assertEquals(400, ids.size());
    }
}
