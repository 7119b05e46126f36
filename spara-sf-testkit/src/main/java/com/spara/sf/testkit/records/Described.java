package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.SObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** When each object was last described differently. */
final class Described {
    private final Map<String, Instant> latest = new HashMap<>();
    private final Supplier<Instant> now;
    private final Instant made;

    Described(Supplier<Instant> now) {
        this.now = now;
        this.made = now.get();
    }

    Instant latest(SObject type) {
        return latest.getOrDefault(type.name(), made);
    }

    /** Notes a change: each is later than the one before, though the clock may stand still. */
    SObject touch(SObject type) {
        Instant later = latest(type).plusSeconds(1);
        latest.put(type.name(), later.isAfter(now.get()) ? later : now.get());
        return type;
    }
}
