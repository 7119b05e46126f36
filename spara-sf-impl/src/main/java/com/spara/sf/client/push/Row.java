package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.client.bulk.CsvValue;
import com.spara.sf.client.describe.Placeholders;
import com.spara.sf.client.describe.StoredValue;
import com.spara.sf.client.json.JsonText;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.sync.RecordPlan;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record to be written, and Salesforce's answer once there is one. Used by one thread. */
final class Row {

    private static final int OVERHEAD = 20;

    private final boolean guardWanted;
    private List<Value> values = List.of();
    private final Key key;
    private RecordPlan plan;
    private Instant lostAt = Instant.MIN;
    private long size = OVERHEAD;
    private boolean reference;
    private boolean guarded;
    private boolean sentAlone;
    private boolean wasLost;
    private boolean triedWithout;
    private int tries;
    private @Nullable RowAnswer answer;

    /** The field that keys new records; the name is empty where there is none. */
    record Key(String field, boolean isUnique) {

        static final Key NONE = new Key("", false);
    }

    /** A field to be written, with its value as JSON has it. */
    private record Value(String field, @Nullable Object json) {}

    /** Makes a row. */
    Row(RecordPlan plan, boolean guardWanted, Key key) {
        this.plan = plan;
        this.guardWanted = guardWanted;
        this.key = key;
        takeValues();
    }

    private void takeValues() {
        values = new ArrayList<>(plan.fields().size());
        for (FieldDecision field : plan.fields()) {
            if (field.action() == FieldDecision.Action.WRITE) {
                add(new Value(field.field(), StoredValue.toJson(field.after().orElse(null))));
            }
        }
    }

    /** Of two decisions about one field the last counts. */
    private void add(Value value) {
        values.removeIf(earlier -> earlier.field().equals(value.field()));
        values.add(value);
        size += OVERHEAD + value.field().length();
        if (value.json() instanceof String text) {
            size += 2L * text.length();
            reference |= text.contains("@{");
        }
    }

    RecordPlan plan() {
        return plan;
    }

    /** The plan as it was carried out, for a lead that shares the row, with its own warnings. */
    RecordPlan sharedWith(RecordPlan own) {
        RecordPlan shared = plan;
        for (Reason warning : own.warnings()) {
            shared = shared.warning(warning);
        }
        return shared;
    }

    String object() {
        return plan.object();
    }

    /** What is done to what, for example {@code create Lead}. */
    String operation() {
        return (isCreate() ? "create " : "update ") + object();
    }

    boolean isCreate() {
        return plan.action() == RecordPlan.Action.CREATE;
    }

    RecordId id() {
        return plan.id().orElseThrow();
    }

    /** Whether there is anything left to be written. */
    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether Salesforce would refuse the record if it was made already, so that sending it again is safe. */
    boolean isKeyed() {
        return isCreate()
                && key.isUnique()
                && values.stream().anyMatch(value -> key.field().equalsIgnoreCase(value.field()));
    }

    /** Notes that its answer is lost, when that is known: the request may have gone out just before. */
    void lostAt(Instant time) {
        lostAt = time;
    }

    /** When its answer was lost. */
    Instant lostAt() {
        return lostAt;
    }

    /** Whether it went out to make a record, and nobody knows what came of it. */
    boolean isUncertainCreate() {
        return isCreate() && tries > 0 && (answer == null || answer.is(RowAnswer.Kind.LOST) || isUnderWay());
    }

    /** Whether a job may still write it. */
    boolean isUnderWay() {
        return answer != null && answer.is(RowAnswer.Kind.UNDER_WAY);
    }

    /** The time after which nobody may have changed the record, if the write asks for that. */
    Optional<Instant> guard() {
        return guardWanted && !isCreate() ? plan.systemModstamp() : Optional.empty();
    }

    /** Notes in which form the row is being sent. */
    void sending(boolean alone, boolean withGuard) {
        sentAlone = alone;
        guarded = withGuard;
        tries++;
    }

    /** Whether the write that was sent carried the guard. */
    boolean isGuarded() {
        return guarded;
    }

    /** Whether the row was last sent by itself, so that its answer says all that Salesforce has to say. */
    boolean isSentAlone() {
        return sentAlone;
    }

    int tries() {
        return tries;
    }

    /** Whether Composite could take a part of some text for one of its references. */
    boolean looksLikeReference() {
        return reference;
    }

    /** About how many bytes the record takes in a request. */
    long size() {
        return size;
    }

    /** The record as a row of a job, where nothing leaves a field alone. */
    Map<String, Object> cells() {
        Map<String, Object> cells = new LinkedHashMap<>();
        if (!isCreate()) {
            cells.put("Id", id());
        }
        for (Value value : values) {
            Object json = value.json();
            cells.put(value.field(), json == null || json.toString().isBlank() ? CsvValue.CLEAR : json);
        }
        return cells;
    }

    /** The field that tells new records apart, if this one has it. */
    Optional<String> keyField() {
        return isKeyed() ? Optional.of(key.field()) : Optional.empty();
    }

    /** Writes the members of the record where the generator stands inside an object. */
    void writeFields(JsonGenerator json) {
        for (Value value : values) {
            if (value.json() instanceof String text) {
                json.write(value.field(), text);
            } else {
                json.writeKey(value.field());
                JsonText.value(json, value.json());
            }
        }
    }

    /** Takes an answer; one that says nothing of an earlier write whose answer was lost leaves the row lost. */
    void answer(RowAnswer newAnswer) {
        if (!wasLost || newAnswer.tellsOfEarlier()) {
            answer = newAnswer;
        }
        wasLost |= newAnswer.is(RowAnswer.Kind.LOST);
    }

    /** Whether an answer was lost, be it that a later one came. */
    boolean wasLost() {
        return wasLost;
    }

    boolean isAnswered() {
        return answer != null;
    }

    RowAnswer answer() {
        return Objects.requireNonNull(answer);
    }

    /** Whether Salesforce named fields that this row writes. */
    boolean namesWrittenFields() {
        return values.stream().anyMatch(value -> isNamed(value.field()));
    }

    /** Whether a new record would be made without what it needs: its e-mail address, its key, or a field that is required. */
    boolean losesItsKey() {
        return isCreate()
                && (isNamed("Email")
                        || isNamed(key.field())
                        || Placeholders.of(object()).stream().anyMatch(this::isNamed));
    }

    private boolean isNamed(String field) {
        return answer().fields().stream().anyMatch(field::equalsIgnoreCase);
    }

    boolean isTriedWithout() {
        return triedWithout;
    }

    /** Leaves the fields out that Salesforce named, with its code and words as the reason. */
    void leaveOutNamedFields() {
        triedWithout = true;
        RowAnswer refusal = answer();
        Reason why = Reason.of(
                        refusal.reason().code(),
                        "Salesforce refused the record because of this field; written without it.")
                .quoting(refusal.reason().salesforceWords().orElse(""));
        List<FieldDecision> fields = plan.fields().stream()
                .map(field -> field.action() == FieldDecision.Action.WRITE && isNamed(field.field())
                        ? field.leftOut(why)
                        : field)
                .toList();
        plan = plan.withFields(fields);
        takeValues();
        if (!isEmpty()) {
            plan = plan.warning(Reason.of(
                    ReasonCode.REFUSED_BY_SALESFORCE,
                    "Salesforce refused the record because of " + String.join(", ", refusal.fields()) + " ("
                            + refusal.reason().code() + "), so it was tried once more without."));
        }
    }
}
