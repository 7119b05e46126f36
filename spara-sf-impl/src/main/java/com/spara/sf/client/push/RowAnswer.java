package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.RecordId;
import com.spara.sf.client.rest.RestError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Salesforce answered for one record, or that it did not. */
record RowAnswer(Kind kind, Optional<RecordId> id, Reason reason) {

    enum Kind {
        /** The record is written. */
        DONE,
        /** Salesforce refused it. */
        REFUSED,
        /** Somebody changed it since it was read. */
        CHANGED,
        /** It is not known whether it is written. */
        LOST,
        /** It was certainly not sent. */
        NOT_SENT
    }

    static RowAnswer done(@Nullable RecordId id) {
        return new RowAnswer(Kind.DONE, Optional.ofNullable(id), Reason.of("", ""));
    }

    static RowAnswer refused(RestError error) {
        String fields = error.fields().isEmpty() ? "" : " because of " + String.join(", ", error.fields());
        Reason reason = Reason.of(error.code(), "Salesforce refused the record" + fields + ".");
        return new RowAnswer(Kind.REFUSED, Optional.empty(), reason.quoting(error.message()));
    }

    static RowAnswer refused(Reason reason) {
        return new RowAnswer(Kind.REFUSED, Optional.empty(), reason);
    }

    static RowAnswer changed(Reason reason) {
        return new RowAnswer(Kind.CHANGED, Optional.empty(), reason);
    }

    static RowAnswer lost(Reason reason) {
        return new RowAnswer(Kind.LOST, Optional.empty(), reason);
    }

    static RowAnswer notSent(Reason reason) {
        return new RowAnswer(Kind.NOT_SENT, Optional.empty(), reason);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
