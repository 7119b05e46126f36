package com.spara.sf.client.reliability;

import com.spara.sf.Lead;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeField;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeRecord;
import com.spara.sf.testkit.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One history of one org: people are pushed again and again, one by one, in batches and by plans, while calls and rows fail in
 * any way, and the host dies now and then. After each operation what was told is held against what is there.
 */
final class RandomRun {

    private static final int PEOPLE = 40;
    private static final int BATCH = 40;
    private static final List<String> FAULTS = Faults.ofData();

    private final FakeOrg org = FakeOrg.create();
    private final Random random;
    private final boolean isKeyed;
    private final SyncSettings settings;
    private final Map<String, String> wanted = new HashMap<>();
    private Map<String, List<FakeRecord>> there = Map.of();
    private final Set<String> doubtful = new HashSet<>();
    private final Set<String> met = new TreeSet<>();
    private SalesforceSync sync;
    /** Until when an earlier write may still be carried out, over whatever was written since. */
    private Instant underWayUntil = Instant.MIN;

    private boolean mayBeOverwritten;
    private int people;
    private int values;
    private int operations;

    RandomRun(long seed, boolean isKeyed) {
        this.random = new Random(seed);
        this.isKeyed = isKeyed;
        this.settings = isKeyed ? Host.KEYED : Host.PLAIN;
        org.addField("Lead", FakeField.text("Host_Id__c", 40).externalId().unique());
        this.sync = begin();
    }

    /** A host that begins and knows nothing. */
    private SalesforceSync begin() {
        return Salesforce.over(org.transport())
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(settings);
    }

    /** How many leads were pushed, by themselves or in a batch. */
    int operations() {
        return operations;
    }

    /** The kinds of fault that were met. */
    Set<String> met() {
        return met;
    }

    void run(int number) {
        while (operations < number) {
            step();
        }
        settle();
    }

    private void step() {
        String fault = random.nextInt(3) == 0 ? FAULTS.get(random.nextInt(FAULTS.size())) : "";
        Trouble trouble = fault.isEmpty() ? null : plan(fault);
        mayBeOverwritten = org.clock().instant().isBefore(underWayUntil);
        act(random.nextInt(200));
        if (trouble != null) {
            boolean isMet = !org.unmetTrouble().contains(trouble);
            trouble.stops();
            if (isMet) {
                met.add(fault);
            }
        }
        mend(fault);
        org.calls().clear();
    }

    private void act(int chance) {
        if (chance < 1) {
            sync = begin();
        } else if (chance < 3) {
            org.clock().advance(Duration.ofMinutes(random.nextInt(12)));
        } else if (chance < 23) {
            pushAll();
        } else if (chance < 45) {
            pushPlan();
        } else {
            push();
        }
    }

    private Trouble plan(String fault) {
        Call call = random.nextInt(4) == 0 ? Call.read() : Call.write();
        Call row = random.nextBoolean() ? Call.create("Lead") : Call.update("Lead");
        return Faults.plan(fault, org.next(Faults.isRow(fault) ? row : call));
    }

    /** What lasts longer than one operation is over before the next. */
    private void mend(String fault) {
        if (fault.startsWith("403 daily")) {
            org.clock().advance(Duration.ofHours(25));
        }
        if (fault.startsWith("commits")) {
            underWayUntil = org.clock().instant().plus(Duration.ofMinutes(5));
        }
        if (fault.startsWith("401")) {
            sync = begin();
        }
    }

    private void push() {
        Lead lead = somebody();
        try {
            PushResult result = sync.push(lead);
            look();
            check(result);
        } catch (SalesforceException nothingWasWritten) {
            look();
            assertNotWritten(lead);
        }
    }

    private void pushPlan() {
        Lead lead = somebody();
        try {
            PushPlan plan = sync.plan(lead);
            PushResult result = sync.push(plan);
            look();
            check(result);
        } catch (SalesforceException nothingWasWritten) {
            look();
            assertNotWritten(lead);
        }
    }

    private void pushAll() {
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(BATCH); i++) {
            Lead lead = somebody();
            leads.removeIf(other -> other.email().equals(lead.email()));
            leads.add(lead);
        }
        List<PushResult> results = sync.pushAll(leads).results();
        look();
        require(results.stream().map(PushResult::input).toList().equals(leads), "a lead has no result of its own");
        results.forEach(this::check);
    }

    /** Somebody new, or one of those who came last, with a value that nobody ever had. */
    private Lead somebody() {
        if (people == 0 || random.nextInt(12) == 0) {
            people++;
        }
        operations++;
        int number = Math.max(1, people - random.nextInt(PEOPLE));
        return Lead.of("p" + number + "@example.com")
                .with("last_name", "L" + number)
                .with("company", "C" + values++)
                .with("phone", "+" + number)
                .with("host_id", "H-" + number);
    }

    private void check(PushResult result) {
        Lead lead = result.input();
        RecordResult record = result.lead();
        String email = lead.email().orElseThrow();
        wanted.put(email, lead.text("host_id").orElseThrow());
        switch (record.outcome()) {
            case CREATED, UPDATED ->
                require(
                        isWritten(lead) || mayBeOverwritten && !leadsOf(email).isEmpty(),
                        "claimed and not there: " + record);
            case UNCHANGED -> require(!leadsOf(email).isEmpty(), "unchanged and not there: " + record);
            case FAILED, SKIPPED -> assertNotWritten(lead);
            case UNKNOWN -> doubtful.add(email);
        }
        require(
                record.outcome() != Outcome.SKIPPED || !leadsOf(email).isEmpty(),
                "skipped though creating is on: " + record.reason());
        assertNobodyIsThereTwice(email);
    }

    private void assertNotWritten(Lead lead) {
        require(!isWritten(lead), "written and said not to be");
    }

    /** With a key never; without one never unless it was said that nobody can know. */
    private void assertNobodyIsThereTwice(String email) {
        int there = leadsOf(email).size();
        require(there <= 1 || !isKeyed && doubtful.contains(email), there + " records of one person");
    }

    private boolean isWritten(Lead lead) {
        String company = lead.text("company").orElseThrow();
        return leadsOf(lead.email().orElseThrow()).stream().anyMatch(record -> company.equals(record.text("Company")));
    }

    private List<FakeRecord> leadsOf(String email) {
        return there.getOrDefault(email, List.of());
    }

    /** Takes stock of what is there after an operation. */
    private void look() {
        there = org.records("Lead").stream()
                .collect(Collectors.groupingBy(record -> String.valueOf(record.text("Email"))));
    }

    /** When nothing can be under way any more, everybody is pushed once more without trouble. */
    private void settle() {
        org.clock().advance(Duration.ofMinutes(11));
        sync = begin();
        wanted.forEach((email, key) -> {
            Lead lead = Lead.of(email)
                    .with("last_name", "L")
                    .with("company", "the end")
                    .with("host_id", key);
            RecordResult record = sync.push(lead).lead();
            look();
            require(isWritten(lead), "lost: " + record);
            assertNobodyIsThereTwice(email);
        });
    }

    private void require(boolean isSo, String what) {
        if (!isSo) {
            throw new AssertionError("operation " + operations + ": " + what);
        }
    }
}
