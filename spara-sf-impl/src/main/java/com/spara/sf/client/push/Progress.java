package com.spara.sf.client.push;

import com.spara.sf.SalesforceException;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.sync.PushProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counts what a push of many leads has done, and tells the host. A listener that throws is not called again. */
final class Progress {

    private static final System.Logger LOG = System.getLogger("com.spara.sf");

    private final PushOptions options;
    private final Clock clock;
    private final Instant start;
    private long done;
    private long calls;
    private boolean isMuted;

    Progress(PushOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
        this.start = clock.instant();
    }

    long calls() {
        return calls;
    }

    /** So many more leads have a result, for so many more calls. */
    void add(int leads, int moreCalls) {
        done += leads;
        calls += moreCalls;
    }

    void tell(int parallel, Optional<SalesforceException> stoppedBy) {
        if (isMuted) {
            return;
        }
        Duration elapsed = Duration.between(start, clock.instant());
        PushProgress progress = PushProgress.of(done, options.expected(), elapsed)
                .withApiCalls(calls)
                .withParallel(parallel);
        try {
            options.progressListener()
                    .accept(stoppedBy.map(progress::withStoppedBy).orElse(progress));
        } catch (RuntimeException thrown) {
            isMuted = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A listener to progress threw {0} and is not called again.",
                    thrown.getClass().getName());
        }
    }
}
