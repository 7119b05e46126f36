package com.spara.sf.client.push;

import com.spara.sf.SalesforceException;
import com.spara.sf.client.bulk.BulkJobs;
import com.spara.sf.client.check.FieldsAsk;
import com.spara.sf.client.check.UserCheck;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.describe.SharedFields;
import com.spara.sf.client.pull.PageSize;
import com.spara.sf.client.pull.Puller;
import com.spara.sf.client.read.LookupReader;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.Deadline;
import com.spara.sf.client.rest.LastCalls;
import com.spara.sf.connect.ApiUsage;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Sleeper;
import com.spara.sf.sync.PushResult;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What all pushes through one connection share: the wire, the describes, the clock, and what is remembered of the org. */
public final class PushEngine {

    /** What differs between a test and production, what the host chose, and who listens; the time is that of one push. */
    public record Seams(Clock clock, Sleeper sleeper, Duration time, int rowsOfAQuery, Consumer<PushResult> listener) {}

    /** A push by jobs reads before them, and repairs and reads again after them. */
    private static final int TIMES_AROUND_JOBS = 4;

    private final Composite composite;
    private final Seams seams;
    private final Describes describes;
    private final LookupReader reader;
    private final Supplier<OrgMemory> memory;
    private final LastCalls lastCalls;
    private final PageSize pageSize;

    /** What is shared: fields that orgs have in common, what is remembered of the org, and what saw the last calls. */
    public record Shared(SharedFields fields, Supplier<OrgMemory> memory, LastCalls lastCalls) {}

    /** Makes the engine of a connection. */
    public PushEngine(Composite composite, Seams seams, Shared shared) {
        this.composite = composite;
        this.seams = seams;
        this.describes = new Describes(seams.clock(), shared.fields());
        this.reader = new LookupReader(composite, describes);
        this.memory = shared.memory();
        this.lastCalls = shared.lastCalls();
        this.pageSize = new PageSize(seams.clock(), seams.rowsOfAQuery());
    }

    /** What asks who is connected, and what that user may do. */
    public UserCheck userCheck() {
        return new UserCheck(composite, describes, meter());
    }

    /** What asks for all that a describe tells. */
    FieldsAsk fieldsAsk() {
        return new FieldsAsk(composite, describes, meter());
    }

    /** What counts the calls of one push, and ends it in time. */
    CallMeter meter() {
        return new CallMeter(Deadline.after(clock(), seams.time()));
    }

    /** The same for a push by bulk jobs, which are waited for; no call takes longer than those of another push. */
    CallMeter bulkMeter() {
        Duration time = JobStage.LONGEST_WAIT.plus(seams.time().multipliedBy(TIMES_AROUND_JOBS));
        return new CallMeter(Deadline.after(clock(), time), seams.time());
    }

    /** What pulls records, by the settings whose push mappings are turned round. */
    Puller puller(SyncSettings settings) {
        return new Puller(new Puller.Room(composite, describes, reader, jobs(), pageSize, clock()), settings);
    }

    /** The bulk jobs of the org. */
    BulkJobs jobs() {
        return new BulkJobs(composite, sleeper());
    }

    /** Tells operators what came of a lead. */
    PushResult told(PushResult result) {
        seams.listener().accept(result);
        return result;
    }

    /** What names the org; every plan of it bears that. */
    String org() {
        return composite.org();
    }

    Composite composite() {
        return composite;
    }

    Describes describes() {
        return describes;
    }

    LookupReader reader() {
        return reader;
    }

    /** What tells the time. */
    public Clock clock() {
        return seams.clock();
    }

    Sleeper sleeper() {
        return seams.sleeper();
    }

    /** What is remembered of the org to which the connection leads at the moment. */
    OrgMemory memory() {
        return memory.get();
    }

    /** How many rows go together and how many batches side by side, where that was learned to be less than the most. */
    public Map<String, Integer> learned() {
        Map<String, Integer> learned = new TreeMap<>(memory().collectionSize().learned());
        learned.put("batches side by side", memory().concurrency().limit(Integer.MAX_VALUE));
        return learned;
    }

    /** The last calls. */
    public LastCalls lastCalls() {
        return lastCalls;
    }

    /** How many API calls the org has used, as its latest answer said. */
    public Optional<ApiUsage> usage() {
        return memory().allowance().usage();
    }

    /** Makes sure that it is known which org that is; throws {@link SalesforceException} if it is not connected. */
    void reach(CallMeter meter) {
        try {
            composite.reach(meter);
        } catch (CallFailure failure) {
            throw failure.problem();
        }
    }
}
