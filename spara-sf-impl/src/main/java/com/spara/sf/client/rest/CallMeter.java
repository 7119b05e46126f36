package com.spara.sf.client.rest;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the API calls of one push. */
public final class CallMeter {

    private final AtomicInteger calls = new AtomicInteger();

    /** One more request went out. */
    public void count() {
        calls.incrementAndGet();
    }

    /** How many went out. */
    public int calls() {
        return calls.get();
    }
}
