package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.CustomObject;
import com.spara.sf.testkit.schema.FieldDraft;
import com.spara.sf.testkit.schema.SObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** How the objects are described, and when each was last described differently. */
final class Described {
    private static final String CUSTOM_OBJECTS = "custom object";
    private static final int CUSTOM_DIGITS = 36;

    private final Map<String, Instant> latest = new HashMap<>();
    private final RecordStore store;
    private final IdSequence ids;
    private final Supplier<Instant> now;
    private final Instant made;

    Described(RecordStore store, IdSequence ids, Supplier<Instant> now) {
        this.store = store;
        this.ids = ids;
        this.now = now;
        this.made = now.get();
    }

    Instant latest(SObject type) {
        return latest.getOrDefault(type.name(), made);
    }

    /** Adds an object, whose Ids begin as those of no other do. */
    SObject add(String name, List<FieldDraft> fields) {
        long number = ids.number(CUSTOM_OBJECTS) - 1;
        String digits = Long.toString(number / CUSTOM_DIGITS, CUSTOM_DIGITS)
                + Long.toString(number % CUSTOM_DIGITS, CUSTOM_DIGITS);
        return describe(CustomObject.of(name, "a" + digits, fields));
    }

    SObject change(String object, UnaryOperator<SObject> change) {
        return describe(change.apply(store.schema().require(object)));
    }

    private SObject describe(SObject type) {
        store.describe(type);
        return touch(type);
    }

    /** Notes a change: each is later than the one before, though the clock may stand still. */
    SObject touch(SObject type) {
        Instant later = latest(type).plusSeconds(1);
        latest.put(type.name(), later.isAfter(now.get()) ? later : now.get());
        return type;
    }
}
