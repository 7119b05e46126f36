package com.spara.sf.testkit.records;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One record on its way through a chunk: still going, stored, or refused. */
final class Attempt {
    private @Nullable Save save;
    private @Nullable SaveError error;
    private @Nullable String id;

    private Attempt() {}

    static Attempt begin(Supplier<Save> how) {
        Attempt attempt = new Attempt();
        attempt.guard(() -> attempt.save = how.get());
        return attempt;
    }

    /** Goes one step further, unless it was refused before or is now. */
    void go(Consumer<Save> step) {
        alive().ifPresent(going -> guard(() -> step.accept(going)));
    }

    private void guard(Runnable work) {
        try {
            work.run();
        } catch (RefusedException e) {
            fail(e.error());
        }
    }

    void stored(String storedId) {
        id = storedId;
    }

    void fail(SaveError why) {
        error = why;
    }

    Optional<Save> alive() {
        return error == null ? Optional.ofNullable(save) : Optional.empty();
    }

    boolean isAlive() {
        return alive().isPresent();
    }

    SaveResult result() {
        return error == null ? new SaveResult(id, null) : new SaveResult(null, error);
    }
}
