package com.spara.sf.client;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.RecordId;
import com.spara.sf.client.pull.PageSize;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeOrg;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What happens at random to an org and to the host that pulls its hot Leads and all its Contacts. Every second history reads by
 * jobs, every third one has changes within a call, every fourth one long pauses, and every fifth one many first looks. Two of
 * three read two queries of a few rows in each call of a first look, between which something happens. Either each record has an
 * address of its own, or most share a few, which they also change, and with which they are made anew; then the host has two leads of
 * its own, which were never in Salesforce.
 */
final class PullHistory {

    private static final int STEPS = 80;
    private static final int FEW = 3;

    private final int seed;
    private final boolean isShared;
    private final Random random;
    private final FakeOrg org = FakeOrg.create();
    private final JobsOfHistory jobs = new JobsOfHistory(org);
    private final SplitWire split = new SplitWire(org.transport());
    private final List<PullHost> hosts;
    private final RecordsOfHistory records;
    private final PersonsOfHistory persons;
    private final List<Lead> known = new ArrayList<>();
    private int fullLooks;
    private int changesWithin;
    private int changesBetween;

    PullHistory(int seed, boolean isShared) {
        this.seed = seed;
        this.isShared = isShared;
        this.random = new Random(seed);
        this.persons = new PersonsOfHistory(random, isShared);
        this.records = new RecordsOfHistory(org, random, persons);
        long bulkFrom = seed % 2 == 0 ? Long.MAX_VALUE : 1;
        PullRule hot = PullRule.leads("hot")
                .where(Filter.is("Rating", "Hot"))
                .map("LastName", "last_name")
                .inBulkFrom(bulkFrom);
        PullRule all = PullRule.contacts("all").map("LastName", "contact_name").inBulkFrom(bulkFrom);
        int rows = random.nextInt(3) == 0 ? PageSize.MOST : FEW;
        PullHost.World world = new PullHost.World(org, split.sync(org, rows), known, rows);
        this.hosts = List.of(new PullHost(world, hot), new PullHost(world, all));
        if (isShared) {
            known.addAll(persons.ofTheHosts());
        }
        populate(random.nextInt(12) + (bulkFrom == 1 ? 10 : 0));
        org.pageSize(FEW);
        split.beforeFurther(this::changeBetween);
    }

    /** Of one moment, or from before the overlap and over some time. */
    private void populate(int most) {
        boolean isOld = random.nextBoolean();
        for (int i = 0; i < most; i++) {
            records.add();
            org.clock().advance(Duration.ofSeconds(isOld ? random.nextInt(3) : 0));
        }
        if (isOld) {
            org.clock().advance(Duration.ofHours(1));
            records.add();
        }
    }

    List<PullHost> hosts() {
        return hosts;
    }

    /** What is wrong with the host's leads when everything was read. */
    List<String> wrongPersons() {
        return new PersonsCheck(org, persons, known, hosts).wrong();
    }

    JobsOfHistory jobs() {
        return jobs;
    }

    int fullLooks() {
        return fullLooks;
    }

    int changesWithin() {
        return changesWithin;
    }

    int changesBetween() {
        return changesBetween;
    }

    void live() {
        for (int i = 0; i < STEPS; i++) {
            step();
        }
        split.beforeChanges(() -> {});
        org.clock().advance(Duration.ofMinutes(15));
        hosts.forEach(this::end);
    }

    private void end(PullHost host) {
        host.pullToTheEnd();
        if (host.cursor().isFullLookDue()) {
            fullLooks++;
            host.startOver();
            host.pullToTheEnd();
        }
        while (!host.isReconciled()) {
            if (host.reconcile()) { // of several records of one person another one may be left
                host.startOver();
                host.pullToTheEnd();
            }
        }
    }

    private PullHost anyHost() {
        return hosts.get(random.nextInt(hosts.size()));
    }

    private void step() {
        switch (random.nextInt(isShared ? 22 : 20)) {
            case 0, 1 -> records.add();
            case 2, 3 -> records.change();
            case 4 -> records.remove();
            case 5 -> records.late();
            case 6 -> org.clock().advance(pause());
            case 7 -> anyHost().restart(random);
            case 8 -> trouble();
            case 9 -> loseTheJobs();
            case 10 -> records.convert();
            case 11 -> changeWithinACall();
            case 12 -> records.undelete();
            case 13 -> lookAgain();
            case 20, 21 -> makeAnew();
            default -> anyHost().pull();
        }
    }

    /** A record whose address a lead of the host's notes is made anew with the address that the lead has; or a Contact moves. */
    private void makeAnew() {
        List<Lead> noting =
                having(lead -> noted(lead).isPresent() && lead.email().isPresent());
        List<Lead> both = having(lead -> lead.id(LeadField.SALESFORCE_LEAD_ID).isPresent()
                && lead.id(LeadField.SALESFORCE_CONTACT_ID).isPresent());
        if (!noting.isEmpty()) {
            Lead lead = noting.get(random.nextInt(noting.size()));
            records.makeAnew(noted(lead).orElseThrow(), lead.email().orElseThrow());
        } else if (!both.isEmpty()) {
            Lead lead = both.get(random.nextInt(both.size()));
            records.move(lead.id(LeadField.SALESFORCE_CONTACT_ID).orElseThrow());
        }
    }

    private List<Lead> having(Predicate<Lead> condition) {
        return known.stream().filter(condition).toList();
    }

    private static Optional<RecordId> noted(Lead lead) {
        return lead.text(LeadField.SALESFORCE_LEAD_NOTE).isPresent()
                ? lead.id(LeadField.SALESFORCE_LEAD_ID)
                : lead.id(LeadField.SALESFORCE_CONTACT_ID)
                        .filter(id ->
                                lead.text(LeadField.SALESFORCE_CONTACT_NOTE).isPresent());
    }

    private Duration pause() {
        boolean isLong = seed % 4 == 0 && random.nextBoolean();
        return isLong ? Duration.ofHours(24 * 5 + random.nextInt(24 * 12)) : Duration.ofSeconds(random.nextInt(600));
    }

    private void loseTheJobs() {
        jobs.lose();
        hosts.forEach(PullHost::readsAgain);
    }

    private void changeWithinACall() {
        if (seed % 3 == 0) {
            changesWithin++;
            switch (random.nextInt(5)) {
                case 0 -> split.beforeChanges(records::change);
                case 1 -> split.beforeChanges(records::remove);
                case 2 ->
                    split.beforeLeftBehind(() -> {
                        records.change();
                        split.beforeAddresses(records::change);
                    });
                case 3 -> split.beforeLeftBehind(records::remove);
                default -> split.beforeChanges(() -> org.clock().advance(Duration.ofSeconds(random.nextInt(800))));
            }
        }
    }

    private void lookAgain() {
        split.beforeFurther(this::changeBetween);
        if (seed % 5 == 2) {
            anyHost().startOver();
        }
    }

    /** What happens between the two queries of a call of a first look. */
    private void changeBetween() {
        changesBetween++;
        if (random.nextInt(3) > 0) {
            split.beforeFurther(this::changeBetween);
        }
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> records.moveOneOfTheEldest(false);
            case 4, 5 -> records.moveOneOfTheEldest(true);
            case 6 -> records.change();
            case 7 -> records.add();
            case 8 -> org.clock().advance(Duration.ofSeconds(random.nextInt(800)));
            case 9 -> records.convert();
            case 10 -> spoilTheSecond();
            default -> records.undelete();
        }
    }

    private void spoilTheSecond() {
        switch (random.nextInt(4)) {
            case 0 -> org.next(Call.query()).answersError(400, "QUERY_TOO_COMPLICATED", "too complicated");
            case 1 -> org.next(Call.query()).answersError(503, "SERVER_UNAVAILABLE", "busy");
            case 2 -> org.next(Call.any()).truncatesItsAnswer();
            default -> org.pageSize(FEW - 1);
        }
        readAgainByJobs();
    }

    private void trouble() {
        switch (random.nextInt(5)) {
            case 0 -> org.next(Call.query()).answersError(503, "SERVER_UNAVAILABLE", "busy");
            case 1 -> org.next(Call.any()).truncatesItsAnswer();
            case 2 -> org.next(Call.any()).losesTheRequest().times(4);
            case 3 -> org.pageSize(FEW - random.nextInt(2));
            default -> org.next(Call.any()).answersMaintenancePage();
        }
        readAgainByJobs();
    }

    private void readAgainByJobs() {
        hosts.stream().filter(host -> host.rule().bulkFrom() == 1).forEach(PullHost::readsAgain);
    }

    /** The records that a host should hold, with their names. */
    Map<String, String> live(PullHost host) {
        Map<String, String> found = new TreeMap<>();
        host.live().forEach(record -> found.put(record.id().value(), String.valueOf(record.text("LastName"))));
        return found;
    }
}
