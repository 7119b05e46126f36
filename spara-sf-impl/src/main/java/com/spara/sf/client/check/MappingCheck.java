package com.spara.sf.client.check;

import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.FieldFit;
import com.spara.sf.client.describe.FieldKind;
import com.spara.sf.client.describe.ObjectDescribe;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.spi.WriteRule;
import com.spara.sf.sync.Problem;
import com.spara.sf.sync.Problem.Severity;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at one mapping; the gravest problem counts. */
final class MappingCheck {

    private static final int SHORT = 4_000;
    private static final Set<WriteRule> BUILT_IN =
            Set.of(WriteRule.OVERWRITE, WriteRule.ONLY_IF_EMPTY, WriteRule.ON_CREATE_ONLY);

    private final String object;
    private final PushRule rule;
    private final FieldMapping mapping;
    private final Optional<FieldDescribe> field;

    MappingCheck(String object, PushRule rule, FieldMapping mapping, ObjectDescribe known) {
        this.object = object;
        this.rule = rule;
        this.mapping = mapping;
        this.field = known.field(mapping.salesforceField());
    }

    Optional<Problem> problem() {
        if (field.isEmpty()) {
            return Optional.of(problem(
                    Severity.ERROR,
                    ReasonCode.FIELD_UNKNOWN,
                    "The org has no such field, or the connected user may not see it."));
        }
        return Stream.of(
                        writable(field.get()),
                        constant(field.get()),
                        ownField(field.get()),
                        conversation(field.get()),
                        changed(field.get()),
                        neverEmpty(field.get()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Problem> writable(FieldDescribe known) {
        boolean onCreate = rule.creates() && known.isCreateable();
        boolean onUpdate = !isOnCreateOnly() && known.isUpdateable();
        if (!onCreate && !onUpdate) {
            return Optional.of(problem(
                    Severity.ERROR,
                    ReasonCode.FIELD_READ_ONLY,
                    isOnCreateOnly() && !rule.creates()
                            ? "The rule writes on create only, and creating is off."
                            : "The connected user may not write the field."));
        }
        boolean missesUpdate = !isOnCreateOnly() && !known.isUpdateable();
        return missesUpdate
                ? Optional.of(
                        problem(
                                Severity.WARNING,
                                ReasonCode.FIELD_READ_ONLY,
                                "The field can be written when the record is made, but not later. Make the rule on create only."))
                : Optional.empty();
    }

    private boolean isOnCreateOnly() {
        return mapping.rule().equals(WriteRule.ON_CREATE_ONLY);
    }

    private Optional<Problem> constant(FieldDescribe known) {
        return mapping.constantValue()
                .flatMap(value ->
                        FieldFit.fit(value, known, mapping.isCutToFit()).unfit())
                .map(unfit -> problem(Severity.ERROR, unfit.code(), "The constant does not fit. " + unfit.text()));
    }

    /** A rule of the host's own may turn the value into what fits. */
    private Optional<Problem> ownField(FieldDescribe known) {
        return OwnFields.typical(mapping)
                .filter(value -> BUILT_IN.contains(mapping.rule()))
                .flatMap(value ->
                        FieldFit.fit(value, known, mapping.isCutToFit()).unfit())
                .filter(unfit -> unfit.is(ReasonCode.WRONG_TYPE))
                .map(unfit -> problem(
                        Severity.ERROR,
                        unfit.code(),
                        "What " + mapping.source() + " holds never fits. " + unfit.text()));
    }

    private Optional<Problem> conversation(FieldDescribe known) {
        boolean isConversation =
                mapping.leadField().filter(LeadField.CONVERSATION::equals).isPresent();
        if (!isConversation) {
            return Optional.empty();
        }
        if (known.kind() != FieldKind.TEXT) {
            return Optional.of(problem(Severity.ERROR, ReasonCode.WRONG_TYPE, "A conversation needs a text field."));
        }
        return known.length() > 0 && known.length() < SHORT
                ? Optional.of(problem(
                        Severity.WARNING,
                        ReasonCode.SHORT_FOR_CONVERSATION,
                        "The field holds " + known.length()
                                + " characters, so only the newest messages would be kept. Use a long text area."))
                : Optional.empty();
    }

    private Optional<Problem> changed(FieldDescribe known) {
        return mapping.shape()
                .flatMap(was -> new Drift(was, known).text())
                .map(text -> problem(Severity.WARNING, ReasonCode.FIELD_CHANGED, text));
    }

    private Optional<Problem> neverEmpty(FieldDescribe known) {
        boolean onlyIfEmpty = mapping.rule().equals(WriteRule.ONLY_IF_EMPTY);
        return onlyIfEmpty && (known.kind() == FieldKind.BOOLEAN || !known.isNillable())
                ? Optional.of(problem(
                        Severity.WARNING,
                        ReasonCode.NEVER_EMPTY,
                        "The field always has a value, so a rule that writes only if empty never writes it on update."))
                : Optional.empty();
    }

    private Problem problem(Severity severity, String code, String text) {
        return Problem.with(severity, object, Reason.of(code, text)).in(mapping.salesforceField());
    }
}
