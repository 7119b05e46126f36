package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.RecordId;
import com.spara.sf.client.rest.RestError;
import com.spara.sf.sync.DuplicateFound;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Salesforce answered for one record, or that it did not. */
final class RowAnswer {

    /** The kinds of answer. */
    enum Kind {
        /** The record is written. */
        DONE,
        /** Salesforce refused it. */
        REFUSED,
        /** It is not any more what was read. */
        CHANGED,
        /** It is not known whether it is written. */
        LOST,
        /** A job that nobody has seen the end of may still write it. */
        UNDER_WAY,
        /** It was certainly not sent. */
        NOT_SENT
    }

    private static final Reason NOTHING_TO_SAY = Reason.of("", "");

    private final Kind kind;
    private final Reason reason;
    private final @Nullable RecordId id;
    private final @Nullable RestError error;

    private RowAnswer(Kind kind, Reason reason, @Nullable RecordId id, @Nullable RestError error) {
        this.kind = kind;
        this.reason = reason;
        this.id = id;
        this.error = error;
    }

    static RowAnswer done(@Nullable RecordId id) {
        return new RowAnswer(Kind.DONE, NOTHING_TO_SAY, id, null);
    }

    static RowAnswer refused(RestError error) {
        String fields = error.fields().isEmpty() ? "" : " because of " + String.join(", ", error.fields());
        Reason reason = DuplicateJson.found(error)
                .map(found -> DuplicateJson.reason(error, found))
                .orElseGet(() -> Reason.of(error.code(), "Salesforce refused the record" + fields + "."));
        return new RowAnswer(Kind.REFUSED, reason.quoting(error.message()), null, error);
    }

    static RowAnswer refused(Reason reason) {
        return new RowAnswer(Kind.REFUSED, reason, null, null);
    }

    static RowAnswer changed(Reason reason) {
        return new RowAnswer(Kind.CHANGED, reason, null, null);
    }

    static RowAnswer lost(Reason reason) {
        return new RowAnswer(Kind.LOST, reason, null, null);
    }

    static RowAnswer underWay(Reason reason) {
        return new RowAnswer(Kind.UNDER_WAY, reason, null, null);
    }

    static RowAnswer notSent(Reason reason) {
        return new RowAnswer(Kind.NOT_SENT, reason, null, null);
    }

    Kind kind() {
        return kind;
    }

    Reason reason() {
        return reason;
    }

    /** The record that was made. */
    Optional<RecordId> id() {
        return Optional.ofNullable(id);
    }

    /** The fields that Salesforce named. */
    List<String> fields() {
        return error == null ? List.of() : error.fields();
    }

    /** What a duplicate rule of the org found. */
    Optional<DuplicateFound> duplicate() {
        return error == null ? Optional.empty() : DuplicateJson.found(error);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** Whether it says something of a write of the same row before: a later refusal does not undo that, but a taken key shows it. */
    boolean tellsOfEarlier() {
        return switch (kind) {
            case DONE, CHANGED, LOST, UNDER_WAY -> true;
            case NOT_SENT -> false;
            case REFUSED -> reason.is("DUPLICATE_VALUE");
        };
    }

    /** The same, but to be read and planned again. */
    RowAnswer asChanged() {
        return new RowAnswer(Kind.CHANGED, reason, id, error);
    }
}
