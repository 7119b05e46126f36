package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeOrg;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What happens at random to an org and to the host that pulls its hot Leads and all its Contacts. Every second history reads by
 * jobs, every third one has changes within a call, and every fourth one long pauses. Either each record has an address of its
 * own, or most share a few, which they also change.
 */
final class PullHistory {

    private static final Pattern ID = Pattern.compile("\"id\":\"(750\\w{15})\"");
    private static final int STEPS = 80;

    private final int seed;
    private final Random random;
    private final FakeOrg org = FakeOrg.create();
    private final SplitWire split = new SplitWire(org.transport());
    private final List<PullHost> hosts;
    private final List<RecordId> leads = new ArrayList<>();
    private final List<RecordId> contacts = new ArrayList<>();
    private final PersonsOfHistory persons;
    private final List<Lead> known = new ArrayList<>();
    private int lostJobs;
    private int fullLooks;
    private int changesWithin;

    PullHistory(int seed, boolean isShared) {
        this.seed = seed;
        this.random = new Random(seed);
        this.persons = new PersonsOfHistory(random, isShared);
        long bulkFrom = seed % 2 == 0 ? Long.MAX_VALUE : 1;
        PullRule hot = PullRule.leads("hot")
                .where(Filter.is("Rating", "Hot"))
                .map("LastName", "last_name")
                .inBulkFrom(bulkFrom);
        PullRule all = PullRule.contacts("all").map("LastName", "contact_name").inBulkFrom(bulkFrom);
        PullHost.World world = new PullHost.World(org, split.sync(org), known);
        this.hosts = List.of(new PullHost(world, hot), new PullHost(world, all));
        for (int i = 0; i < random.nextInt(12) + (bulkFrom == 1 ? 10 : 0); i++) {
            add();
        }
        org.pageSize(3);
    }

    int seed() {
        return seed;
    }

    List<PullHost> hosts() {
        return hosts;
    }

    /** What is wrong with the host's leads when everything was read. */
    List<String> wrongPersons() {
        return new PersonsCheck(org, persons, known).wrong(hosts);
    }

    int lostJobs() {
        return lostJobs;
    }

    int fullLooks() {
        return fullLooks;
    }

    int changesWithin() {
        return changesWithin;
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
        switch (random.nextInt(20)) {
            case 0, 1 -> add();
            case 2, 3 -> change();
            case 4 -> remove();
            case 5 -> late();
            case 6 -> org.clock().advance(pause());
            case 7 -> anyHost().restart(random);
            case 8 -> trouble();
            case 9 -> loseTheJobs();
            case 10 -> convert();
            case 11 -> changeWithinACall();
            case 12 -> undelete();
            default -> anyHost().pull();
        }
    }

    private Duration pause() {
        boolean isLong = seed % 4 == 0 && random.nextBoolean();
        return isLong ? Duration.ofHours(24 * 5 + random.nextInt(24 * 12)) : Duration.ofSeconds(random.nextInt(600));
    }

    private void changeWithinACall() {
        if (seed % 3 == 0) {
            changesWithin++;
            switch (random.nextInt(3)) {
                case 0 -> split.beforeChanges(this::change);
                case 1 -> split.beforeChanges(this::remove);
                default -> split.beforeChanges(() -> org.clock().advance(Duration.ofSeconds(random.nextInt(800))));
            }
        }
    }

    private String rating() {
        return random.nextInt(3) == 0 ? "Cold" : "Hot";
    }

    private String name() {
        return "n" + random.nextInt(1_000);
    }

    private void add() {
        String name = name();
        String email = persons.address();
        if (random.nextInt(4) == 0) {
            contacts.add(named(org.add("Contact", "LastName", name, "Email", email), name, email));
        } else {
            leads.add(named(org.add("Lead", lead(name, email)), name, email));
        }
    }

    private Object[] lead(String name, String email) {
        return new Object[] {"LastName", name, "Company", "Acme", "Email", email, "Rating", rating()};
    }

    private RecordId named(RecordId record, String name, String email) {
        return persons.has(persons.isNamed(record, name), email);
    }

    private RecordId any(List<RecordId> records) {
        return records.get(random.nextInt(records.size()));
    }

    private void change() {
        if (!contacts.isEmpty() && random.nextInt(4) == 0) {
            tried(change(any(contacts), null));
        } else if (!leads.isEmpty()) {
            tried(change(any(leads), rating()));
        }
    }

    /** A change of the name, and perhaps of the address. */
    private Runnable change(RecordId record, @Nullable String rating) {
        String name = name();
        persons.isNamed(record, name);
        List<Object> fields = new ArrayList<>(List.of("LastName", name));
        if (rating != null) {
            fields.addAll(List.of("Rating", rating));
        }
        if (persons.isMoving()) {
            String email = persons.address();
            persons.has(record, email);
            fields.addAll(List.of("Email", email));
        }
        return () -> org.update(record, fields.toArray());
    }

    private void remove() {
        if (contacts.size() > 2 && random.nextInt(4) == 0) {
            tried(() -> org.delete(any(contacts)));
        } else if (leads.size() > 2) {
            RecordId one = any(leads);
            RecordId other = any(leads);
            tried(() -> {
                if (random.nextBoolean() || one.equals(other)) {
                    org.delete(one);
                } else {
                    org.merge(one, other);
                }
            });
        }
    }

    /** In another second: in that of its last change nothing tells it from what was read before it was deleted. */
    private void undelete() {
        org.clock().advance(Duration.ofSeconds(1));
        if (!leads.isEmpty()) {
            tried(() -> org.undelete(any(leads)));
        }
    }

    private void convert() {
        if (!leads.isEmpty()) {
            RecordId lead = any(leads);
            tried(() -> {
                RecordId contact = org.convert(lead).contactId();
                persons.join(lead, contact);
                persons.isNamed(contact, String.valueOf(org.record(contact).text("LastName")));
                contacts.add(contact);
            });
        }
    }

    private void late() {
        Duration delay = Duration.ofSeconds(1 + random.nextInt(800));
        if (leads.isEmpty() || random.nextBoolean()) {
            String name = name();
            String email = persons.address();
            leads.add(named(org.lateAdd(delay, "Lead", lead(name, email)), name, email));
        } else {
            Runnable change = change(any(leads), rating());
            tried(() -> org.lateCommit(delay, change));
        }
    }

    /** A record that is deleted, locked, converted or not there yet stays as it is. */
    private static void tried(Runnable work) {
        try {
            work.run();
        } catch (IllegalArgumentException | IllegalStateException refused) {
            assertTrue(refused.getMessage() != null);
        }
    }

    private void trouble() {
        switch (random.nextInt(4)) {
            case 0 -> org.next(Call.query()).answersError(503, "SERVER_UNAVAILABLE", "busy");
            case 1 -> org.next(Call.any()).truncatesItsAnswer();
            case 2 -> org.next(Call.any()).losesTheRequest().times(4);
            default -> org.next(Call.any()).answersMaintenancePage();
        }
        hosts.stream().filter(host -> host.rule().bulkFrom() == 1).forEach(PullHost::readsAgain);
    }

    /** Jobs that are deleted are gone, as those of more than seven days are. */
    private void loseTheJobs() {
        for (String id : jobIds()) {
            lostJobs += deleteJob(id) == 204 ? 1 : 0;
        }
        hosts.forEach(PullHost::readsAgain);
    }

    private List<String> jobIds() {
        return org.calls().all().stream()
                .filter(call -> call.resource().equals("jobs/query"))
                .flatMap(call -> ID.matcher(call.responseBody()).results().map(id -> id.group(1)))
                .toList();
    }

    private int deleteJob(String id) {
        URI address = URI.create(org.url() + "/services/data/v66.0/jobs/query/" + id);
        WireRequest delete = WireRequest.of("DELETE", address).withHeader("Authorization", "Bearer " + org.token());
        try (WireResponse response = org.transport().send(delete, Duration.ofMinutes(1))) {
            return response.status();
        } catch (IOException troubled) {
            return 0;
        }
    }

    int jobs() {
        return jobIds().size();
    }

    /** The records that a host should hold, with their names. */
    Map<String, String> live(PullHost host) {
        Map<String, String> found = new TreeMap<>();
        host.live().forEach(record -> found.put(record.id().value(), String.valueOf(record.text("LastName"))));
        return found;
    }
}
