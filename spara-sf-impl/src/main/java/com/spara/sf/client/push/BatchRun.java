package com.spara.sf.client.push;

import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the results of a push of many leads, and tells of each. A listener that throws is not called again. */
final class BatchRun {

    private final Consumer<PushResult> listener;
    private final List<PushResult> results = new ArrayList<>();
    private @Nullable RuntimeException listenerFailure;

    BatchRun(Consumer<PushResult> listener) {
        this.listener = listener;
    }

    void add(PushResult result) {
        results.add(result);
        if (listenerFailure != null) {
            return;
        }
        try {
            listener.accept(result);
        } catch (RuntimeException thrown) {
            listenerFailure = thrown;
        }
    }

    PushBatch batch(PushFlow flow) {
        return PushBatch.of(
                        results, Math.toIntExact(flow.calls()), flow.stoppedBy().orElse(null))
                .withListenerFailure(listenerFailure);
    }
}
