package com.spara.sf.testkit.records;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes who made and changed the record, and when. */
final class AuditStamps implements SaveStep {
    private final Supplier<Instant> now;

    AuditStamps(Supplier<Instant> now) {
        this.now = now;
    }

    @Override
    public void apply(Save save) {
        Instant moment = now.get();
        String user = save.options().userId();
        if (save.isCreate()) {
            stampNew(save, "CreatedDate", moment);
            stampNew(save, "CreatedById", user);
            stampNew(save, "LastModifiedDate", moment);
            stampNew(save, "LastModifiedById", user);
        } else {
            stamp(save, "LastModifiedDate", moment);
            stamp(save, "LastModifiedById", user);
        }
        stamp(save, "SystemModstamp", moment);
    }

    private static void stampNew(Save save, String field, Object value) {
        save.type().field(field).filter(each -> save.get(each) == null).ifPresent(each -> save.set(each, value));
    }

    private static void stamp(Save save, String field, @Nullable Object value) {
        save.type().field(field).ifPresent(each -> save.set(each, value));
    }
}
