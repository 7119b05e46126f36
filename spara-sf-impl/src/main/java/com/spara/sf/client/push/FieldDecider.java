package com.spara.sf.client.push;

import com.spara.sf.Conversation;
import com.spara.sf.Lead;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.FieldFit;
import com.spara.sf.client.describe.FieldKind;
import com.spara.sf.client.describe.Fitted;
import com.spara.sf.client.describe.ObjectDescribe;
import com.spara.sf.client.describe.StoredValue;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.spi.FieldToWrite;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.spi.Write;
import com.spara.sf.sync.FieldDecision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides about one mapping for one record: is there a value, what does the rule say, does it fit, is it there already. */
final class FieldDecider {

    private final String object;
    private final FieldMapping mapping;
    private final boolean described;
    private final @Nullable FieldDescribe field;
    private final @Nullable SalesforceRecord record;
    private final @Nullable Object before;
    private final FieldDecision.Builder decision;

    /** The record is null when one is to be made. */
    FieldDecider(
            String object, FieldMapping mapping, Optional<ObjectDescribe> describe, @Nullable SalesforceRecord record) {
        this.object = object;
        this.mapping = mapping;
        this.described = describe.isPresent();
        this.field = describe.flatMap(known -> known.field(mapping.salesforceField()))
                .orElse(null);
        this.record = record;
        this.before = record == null ? null : stored(record);
        this.decision = FieldDecision.about(
                        name(), mapping.source(), mapping.rule().name())
                .before(before);
    }

    private String name() {
        return field == null ? mapping.salesforceField() : field.name();
    }

    private @Nullable Object stored(SalesforceRecord known) {
        return field == null ? known.value(mapping.salesforceField()).orElse(null) : StoredValue.of(known, field);
    }

    FieldDecision decide(Lead lead, LocalDate today) {
        Object given = given(lead);
        boolean clearing = mapping.leadField().filter(lead::isCleared).isPresent();
        if (given == null && !clearing) {
            return decision.keep(Reason.of(ReasonCode.NO_VALUE, "The lead has no value; absent never clears."));
        }
        if (described && field == null) {
            return decision.leaveOut(Reason.of(
                    ReasonCode.FIELD_UNKNOWN, "The org has no such field, or the connected user may not see it."));
        }
        FieldToWrite toWrite =
                isCreating() ? FieldToWrite.onCreate(object, name()) : FieldToWrite.onUpdate(object, name());
        return byRule(toWrite.holding(before).given(given).on(today));
    }

    private boolean isCreating() {
        return record == null;
    }

    private @Nullable Object given(Lead lead) {
        return mapping.constantValue()
                .or(() -> mapping.leadField().flatMap(lead::value))
                .filter(value -> !isBlank(value))
                .orElse(null);
    }

    private static boolean isBlank(Object value) {
        return value instanceof String text && StoredValue.isBlank(text)
                || value instanceof List<?> list
                        && list.stream().allMatch(item -> StoredValue.isBlank(String.valueOf(item)))
                || value instanceof Conversation thread && thread.messages().isEmpty();
    }

    private FieldDecision byRule(FieldToWrite toWrite) {
        Write write;
        try {
            write = mapping.rule().decide(toWrite);
        } catch (RuntimeException thrown) {
            return failed("threw " + thrown.getClass().getName());
        }
        if (write == null) {
            return failed("returned null instead of a Write");
        }
        if (write.leaving().isPresent()) {
            return decision.keep(write.leaving().get());
        }
        decision.guarded(write.isGuarded() && !isCreating());
        if (write.value().filter(FieldDecider::isBlank).isPresent()) {
            return decision.guarded(false)
                    .keep(Reason.of(ReasonCode.NO_VALUE, "The rule gave a blank value; only a clear clears."));
        }
        return write.value().isPresent() ? write(write.value().get()) : clear();
    }

    private FieldDecision failed(String how) {
        return decision.leaveOut(Reason.of(
                ReasonCode.RULE_FAILED, "The write rule '" + mapping.rule().name() + "' " + how + "."));
    }

    private FieldDecision write(Object value) {
        if (field == null) {
            return writeUndescribed(StoredValue.plain(value));
        }
        Fitted fitted = FieldFit.fit(value, field, mapping.isCutToFit());
        if (fitted.unfit().isPresent()) {
            return decision.leaveOut(fitted.unfit().get());
        }
        if (fitted.value() instanceof String text && StoredValue.isBlank(text)) {
            return decision.leaveOut(Reason.of(ReasonCode.TOO_LONG, "Nothing of the text fits into the field."));
        }
        decision.after(fitted.value());
        if (!isCreating() && StoredValue.same(before, fitted.value(), field)) {
            return alreadyThere("Salesforce has this value already.");
        }
        return isWritable(field)
                ? decision.write(fitted.note().orElse(Reason.of(ReasonCode.WRITTEN, "")))
                : decision.leaveOut(readOnly());
    }

    /** Nothing is known of the field, so Salesforce decides whether the value fits. */
    private FieldDecision writeUndescribed(Object value) {
        boolean same = before != null
                && StoredValue.sameText(before, value, mapping.salesforceField().equalsIgnoreCase("Email"));
        return same
                ? alreadyThere("Salesforce has this value already.")
                : decision.after(value).write(Reason.of(ReasonCode.WRITTEN, ""));
    }

    private FieldDecision clear() {
        if (isCreating() || before == null || before instanceof String text && text.isBlank()) {
            return alreadyThere("The field is empty already.");
        }
        if (field != null && !isWritable(field)) {
            return decision.leaveOut(readOnly());
        }
        if (field != null && (!field.isNillable() || field.kind() == FieldKind.BOOLEAN)) {
            return decision.leaveOut(
                    Reason.of(ReasonCode.NOT_CLEARABLE, "The field cannot be empty, so it cannot be cleared."));
        }
        return decision.write(Reason.of(ReasonCode.CLEARED, "The lead asks to clear it."));
    }

    private FieldDecision alreadyThere(String why) {
        return decision.guarded(false).keep(Reason.of(ReasonCode.ALREADY_THERE, why));
    }

    private boolean isWritable(FieldDescribe known) {
        return isCreating() ? known.isCreateable() : known.isUpdateable();
    }

    private static Reason readOnly() {
        return Reason.of(ReasonCode.FIELD_READ_ONLY, "The connected user may not write the field.");
    }
}
