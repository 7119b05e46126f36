package com.spara.sf.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. Thread-safe. */
public final class FakeClock extends Clock {
    private final AtomicReference<Instant> now;
    private final List<Runnable> watchers;
    private final ZoneId zone;

    private FakeClock(AtomicReference<Instant> now, List<Runnable> watchers, ZoneId zone) {
        this.now = now;
        this.watchers = watchers;
        this.zone = zone;
    }

    /**
     * Returns a clock in UTC that shows the moment.
     *
     * @param moment what it shows until it is moved
     * @return the clock
     */
    public static FakeClock at(Instant moment) {
        return new FakeClock(new AtomicReference<>(moment), new CopyOnWriteArrayList<>(), ZoneOffset.UTC);
    }

    /**
     * Moves the clock on.
     *
     * @param time by how much; a negative time moves it back
     */
    public void advance(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
        watchers.forEach(Runnable::run);
    }

    /**
     * Sets the clock.
     *
     * @param moment what it shows from now on
     */
    public void set(Instant moment) {
        now.set(moment);
        watchers.forEach(Runnable::run);
    }

    /** Runs the work each time after the clock was moved. */
    void onMove(Runnable work) {
        watchers.add(work);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /**
     * Returns this clock for another zone; it moves together with this one.
     *
     * @param other the zone
     * @return the clock
     */
    @Override
    public FakeClock withZone(ZoneId other) {
        return new FakeClock(now, watchers, other);
    }

    @Override
    public String toString() {
        return "FakeClock " + now.get();
    }
}
