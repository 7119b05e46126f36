package com.spara.sf.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The clock by which an org dates its records: the one that the test moves, and an earlier moment for late work. */
final class OrgClock extends Clock {
    private final FakeClock shown;
    private volatile @Nullable Late late;

    OrgClock(FakeClock shown) {
        this.shown = shown;
    }

    /** The moment of late work, and the thread that does it; the others see the time as it is. */
    private record Late(Instant moment, Thread worker) {}

    /** Does the work as at the moment; asked by one thread at a time. */
    void at(Instant moment, Runnable work) {
        late = new Late(moment, Thread.currentThread());
        try {
            work.run();
        } finally {
            late = null;
        }
    }

    @Override
    public Instant instant() {
        Late work = late;
        return work != null && work.worker().equals(Thread.currentThread()) ? work.moment() : shown.instant();
    }

    @Override
    public ZoneId getZone() {
        return shown.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return shown.withZone(zone);
    }
}
