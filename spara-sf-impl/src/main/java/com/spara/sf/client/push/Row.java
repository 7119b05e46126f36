package com.spara.sf.client.push;

import com.spara.sf.RecordId;
import com.spara.sf.client.describe.StoredValue;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.sync.RecordPlan;
import jakarta.json.stream.JsonGenerator;
import com.spara.sf.client.json.JsonText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record to be written, and Salesforce's answer once there is one. */
final class Row {

    private static final int OVERHEAD = 20;

    private final RecordPlan plan;
    private final boolean guardWanted;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private long size = OVERHEAD;
    private boolean reference;
    private boolean guarded;
    private @Nullable RowAnswer answer;

    Row(RecordPlan plan, boolean guardWanted) {
        this.plan = plan;
        this.guardWanted = guardWanted;
        for (FieldDecision field : plan.fieldsToWrite()) {
            put(field.field(), StoredValue.toJson(field.after().orElse(null)));
        }
    }

    private void put(String field, @Nullable Object value) {
        values.put(field, value);
        size += OVERHEAD + field.length() + (value instanceof String text ? 2L * text.length() : 0);
        reference |= value instanceof String text && text.contains("@{");
    }

    RecordPlan plan() {
        return plan;
    }

    String object() {
        return plan.object();
    }

    boolean isCreate() {
        return plan.action() == RecordPlan.Action.CREATE;
    }

    RecordId id() {
        return plan.id().orElseThrow();
    }

    /** The time after which nobody may have changed the record, if the write asks for that. */
    Optional<Instant> guard() {
        return guardWanted && !isCreate() ? plan.systemModstamp() : Optional.empty();
    }

    void markGuarded() {
        guarded = true;
    }

    /** Whether the write that was sent carried the guard. */
    boolean isGuarded() {
        return guarded;
    }

    /** Whether Composite could take a part of some text for one of its references. */
    boolean looksLikeReference() {
        return reference;
    }

    /** About how many bytes the record takes in a request. */
    long size() {
        return size;
    }

    /** Writes the members of the record where the generator stands inside an object. */
    void writeFields(JsonGenerator json) {
        values.forEach((field, value) -> {
            json.writeKey(field);
            JsonText.value(json, value);
        });
    }

    void answer(RowAnswer newAnswer) {
        answer = newAnswer;
    }

    boolean isAnswered() {
        return answer != null;
    }

    RowAnswer answer() {
        return Objects.requireNonNull(answer);
    }
}
