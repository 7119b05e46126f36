package com.spara.sf.client.push;

import com.spara.sf.Conversation;
import com.spara.sf.Lead;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.FieldFit;
import com.spara.sf.client.describe.FieldKind;
import com.spara.sf.client.describe.Fitted;
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

    private static final Reason WRITTEN = Reason.of(ReasonCode.WRITTEN, "");
    private static final Reason NO_VALUE =
            Reason.of(ReasonCode.NO_VALUE, "The lead has no value; absent never clears.");
    private static final Reason BLANK_VALUE =
            Reason.of(ReasonCode.NO_VALUE, "The rule gave a blank value; only a clear clears.");
    private static final Reason THERE_ALREADY =
            Reason.of(ReasonCode.ALREADY_THERE, "Salesforce has this value already.");
    private static final Reason EMPTY_ALREADY = Reason.of(ReasonCode.ALREADY_THERE, "The field is empty already.");

    private final MappedField mapped;
    private final FieldMapping mapping;
    private final @Nullable FieldDescribe field;
    private final @Nullable SalesforceRecord record;
    private final @Nullable Object before;
    private @Nullable Object after;
    private boolean guarded;

    /** The record is null when one is to be made. */
    FieldDecider(MappedField mapped, @Nullable SalesforceRecord record) {
        this.mapped = mapped;
        this.mapping = mapped.mapping();
        this.field = mapped.field();
        this.record = record;
        this.before = record == null ? null : stored(record);
    }

    private @Nullable Object stored(SalesforceRecord known) {
        return field == null ? known.value(mapping.salesforceField()).orElse(null) : StoredValue.of(known, field);
    }

    FieldDecision decide(Lead lead, LocalDate today) {
        Object given = given(lead);
        if (given == null && !isClearing(lead)) {
            return keep(NO_VALUE);
        }
        if (mapped.isDescribed() && field == null) {
            return leaveOut(Reason.of(
                    ReasonCode.FIELD_UNKNOWN, "The org has no such field, or the connected user may not see it."));
        }
        return byRule(mapped.toWrite(isCreating()).holding(before).given(given).on(today));
    }

    private boolean isCreating() {
        return record == null;
    }

    private @Nullable Object given(Lead lead) {
        Object value = mapped.value(lead);
        return value == null || isBlank(value) ? null : value;
    }

    private boolean isClearing(Lead lead) {
        return mapping.leadField().filter(lead::isCleared).isPresent();
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
            return keep(write.leaving().get());
        }
        guarded = write.isGuarded() && !isCreating();
        Optional<Object> value = write.value();
        if (value.isEmpty()) {
            return clear();
        }
        if (isBlank(value.get())) {
            return keep(BLANK_VALUE);
        }
        return write(value.get());
    }

    private FieldDecision failed(String how) {
        return leaveOut(Reason.of(
                ReasonCode.RULE_FAILED, "The write rule '" + mapping.rule().name() + "' " + how + "."));
    }

    private FieldDecision write(Object value) {
        if (field == null) {
            return writeUndescribed(StoredValue.plain(value));
        }
        Fitted fitted = FieldFit.fit(value, field, mapping.isCutToFit());
        if (fitted.unfit().isPresent()) {
            return leaveOut(fitted.unfit().get());
        }
        if (fitted.value() instanceof String text && StoredValue.isBlank(text)) {
            return leaveOut(Reason.of(ReasonCode.TOO_LONG, "Nothing of the text fits into the field."));
        }
        after = fitted.value();
        if (!isCreating() && StoredValue.same(before, fitted.value(), field)) {
            return keep(THERE_ALREADY);
        }
        return isWritable(field) ? written(fitted.note().orElse(WRITTEN)) : leaveOut(readOnly());
    }

    /** Nothing is known of the field, so Salesforce decides whether the value fits. */
    private FieldDecision writeUndescribed(Object value) {
        boolean same = before != null
                && StoredValue.sameText(before, value, mapping.salesforceField().equalsIgnoreCase("Email"));
        if (same) {
            return keep(THERE_ALREADY);
        }
        after = value;
        return written(WRITTEN);
    }

    private FieldDecision clear() {
        if (isCreating() || before == null || before instanceof String text && text.isBlank()) {
            return keep(EMPTY_ALREADY);
        }
        if (field != null && !isWritable(field)) {
            return leaveOut(readOnly());
        }
        if (field != null && (!field.isNillable() || field.kind() == FieldKind.BOOLEAN)) {
            return leaveOut(Reason.of(ReasonCode.NOT_CLEARABLE, "The field cannot be empty, so it cannot be cleared."));
        }
        return written(Reason.of(ReasonCode.CLEARED, "The lead asks to clear it."));
    }

    private FieldDecision keep(Reason why) {
        return decision().keep(why);
    }

    private FieldDecision leaveOut(Reason why) {
        return decision().guarded(guarded).leaveOut(why);
    }

    private FieldDecision written(Reason why) {
        return decision().guarded(guarded).write(why);
    }

    private FieldDecision.Builder decision() {
        return FieldDecision.about(
                        mapped.name(), mapping.source(), mapping.rule().name())
                .before(before)
                .after(after);
    }

    private boolean isWritable(FieldDescribe known) {
        return isCreating() ? known.isCreateable() : known.isUpdateable();
    }

    private static Reason readOnly() {
        return Reason.of(ReasonCode.FIELD_READ_ONLY, "The connected user may not write the field.");
    }
}
