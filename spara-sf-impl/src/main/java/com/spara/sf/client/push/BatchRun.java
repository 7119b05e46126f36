package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.SalesforceException;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The results so far of one push of many leads. Once it is stopped, every further lead is reported as never sent. */
final class BatchRun {

    private final Consumer<PushResult> listener;
    private final PushEngine engine;
    private final List<PushResult> results = new ArrayList<>();
    private @Nullable SalesforceException stoppedBy;
    private @Nullable RuntimeException listenerFailure;
    private int calls;

    BatchRun(Consumer<PushResult> listener, PushEngine engine) {
        this.listener = listener;
        this.engine = engine;
    }

    void push(List<Lead> leads, PushPipeline pipeline) {
        SalesforceException stop = stoppedBy;
        if (stop != null) {
            leads.forEach(lead -> add(ResultStage.notSent(lead, stop)));
            return;
        }
        try {
            List<PushResult> pushed = pipeline.push(leads);
            pushed.forEach(this::add);
            pipeline.stopped().ifPresent(problem -> stoppedBy = problem);
        } catch (SalesforceException failed) {
            stoppedBy = pipeline.isKeptByAnother() ? null : failed;
            leads.forEach(lead -> add(ResultStage.notSent(lead, failed)));
        } catch (RuntimeException unexpected) {
            failedUnexpectedly(leads, pipeline, unexpected);
        }
        calls += pipeline.calls();
    }

    /** A fault of this library or of a plug-in: what is known is kept, and what is not is said to be unknown. */
    private void failedUnexpectedly(List<Lead> leads, PushPipeline pipeline, RuntimeException thrown) {
        leads.forEach(lead -> add(ResultStage.failedUnexpectedly(lead, thrown, pipeline.hasWritten())));
    }

    private void add(PushResult result) {
        results.add(engine.told(result));
        if (listenerFailure != null) {
            return;
        }
        try {
            listener.accept(result);
        } catch (RuntimeException thrown) {
            listenerFailure = thrown;
        }
    }

    PushBatch batch() {
        return PushBatch.of(results, calls, stoppedBy).withListenerFailure(listenerFailure);
    }
}
