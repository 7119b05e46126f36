package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One record as a trigger or a flow sees it. Confined to the run that it was made for. */
public final class TriggeredRow {
    private final Save save;
    private final Consumer<SaveError> refusal;
    private final boolean writable;

    private TriggeredRow(Save save, Consumer<SaveError> refusal, boolean writable) {
        this.save = save;
        this.refusal = refusal;
        this.writable = writable;
    }

    /** For a trigger, which may refuse single records and writes only what is not stored yet. */
    static TriggeredRow ofTrigger(Save save, Attempt attempt, boolean writable) {
        return new TriggeredRow(save, attempt::fail, writable);
    }

    static TriggeredRow ofFlow(Save save) {
        return new TriggeredRow(
                save,
                error -> {
                    throw new RefusedException(error);
                },
                true);
    }

    /** The record as it stands now; a new one has no Id before it is stored. */
    public Row row() {
        return writable ? save.row() : save.latest();
    }

    /** The record as it was; empty when it is new. */
    public Optional<Row> before() {
        return Optional.ofNullable(save.before());
    }

    /** Writes a value, past the rights of the user; throws when the record is stored already. */
    public void set(String name, @Nullable Object value) {
        if (!writable) {
            throw new IllegalStateException("Record is read-only");
        }
        Field field = save.type().require(name);
        save.send(field, ValueReader.read(field, value));
    }

    /** Refuses this record with the words of the org's admin. */
    public void addError(String message) {
        refusal.accept(SaveError.of("FIELD_CUSTOM_VALIDATION_EXCEPTION", message));
    }
}
