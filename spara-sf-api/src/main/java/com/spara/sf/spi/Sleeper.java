package com.spara.sf.spi;

import java.time.Duration;

/**
 * Waits between two tries. Production sleeps; a test lets its clock go on instead. Implementations are safe for use by many
 * threads.
 */
@FunctionalInterface
public interface Sleeper {

    /**
     * Waits.
     *
     * @param time for how long
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    void sleep(Duration time) throws InterruptedException;
}
