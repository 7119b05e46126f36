package com.spara.sf.client.push;

import com.spara.sf.client.rest.Allowance;
import java.time.Clock;

/**
 * What is remembered of one org from push to push, whichever connection leads there: who is being pushed, which creates may
 * still happen, which plans were carried out, how many rows its triggers bear, how many batches it takes at a time, and how much it may be asked. Safe for use by
 * many threads.
 */
public final class OrgMemory {

    private final Clock clock;
    private final KeyLocks locks = new KeyLocks();
    private final CarriedOut carriedOut = new CarriedOut();
    private final Concurrency concurrency = new Concurrency();
    private final Allowance allowance;
    private final LostCreates lostCreates;
    private final CollectionSize collectionSize;

    /** Makes one that remembers nothing. */
    public OrgMemory(Clock clock) {
        this.clock = clock;
        this.allowance = new Allowance(clock);
        this.lostCreates = new LostCreates(clock);
        this.collectionSize = new CollectionSize(clock);
    }

    /** Whether a record could be doubled if this were forgotten now. */
    public boolean isNeeded() {
        return locks.size() > 0 || !lostCreates.isEmpty() || !carriedOut.isEmpty(clock.instant());
    }

    /** How much the org may be asked, and asked again. */
    public Allowance allowance() {
        return allowance;
    }

    /** How many batches may be under way. */
    Concurrency concurrency() {
        return concurrency;
    }

    /** One push of a person at a time. */
    KeyLocks locks() {
        return locks;
    }

    /** Creates that may still happen. */
    LostCreates lostCreates() {
        return lostCreates;
    }

    CarriedOut carriedOut() {
        return carriedOut;
    }

    CollectionSize collectionSize() {
        return collectionSize;
    }
}
