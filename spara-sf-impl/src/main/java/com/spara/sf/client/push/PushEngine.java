package com.spara.sf.client.push;

import com.spara.sf.client.check.UserCheck;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.read.LookupReader;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.spi.Sleeper;
import java.time.Clock;

/** What all pushes to one org share: the wire, the describes, the clock, and the plans that were carried out. */
public final class PushEngine {

    private final Composite composite;
    private final Describes describes;
    private final LookupReader reader;
    private final Clock clock;
    private final Sleeper sleeper;
    private final CollectionSize collectionSize;
    private final CarriedOut carriedOut = new CarriedOut();

    /** Makes the engine of an org. */
    public PushEngine(Composite composite, Describes describes, Clock clock, Sleeper sleeper) {
        this.composite = composite;
        this.describes = describes;
        this.reader = new LookupReader(composite, describes);
        this.clock = clock;
        this.sleeper = sleeper;
        this.collectionSize = new CollectionSize(clock);
    }

    /** What asks who is connected, and what that user may do. */
    public UserCheck userCheck() {
        return new UserCheck(composite, describes);
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

    Clock clock() {
        return clock;
    }

    Sleeper sleeper() {
        return sleeper;
    }

    CollectionSize collectionSize() {
        return collectionSize;
    }

    CarriedOut carriedOut() {
        return carriedOut;
    }
}
