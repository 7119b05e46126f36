package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.ObjectDescribe;
import com.spara.sf.client.describe.Placeholders;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.FieldDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides field by field what is written into one object, by the mappings, their rules and the describe. */
final class FieldStage {

    private static final FieldMapping EMAIL = FieldMapping.of(LeadField.EMAIL, "Email");

    private final String object;
    private final List<MappedField> mappings;
    private final LocalDate today;
    private final Set<String> requiredFields;

    FieldStage(String object, PushRule rule, Optional<ObjectDescribe> describe, LocalDate today) {
        this.object = object;
        this.mappings = withEmail(rule.mappings()).stream()
                .map(mapping -> new MappedField(object, mapping, describe))
                .toList();
        this.today = today;
        this.requiredFields = requiredFields(object, describe);
    }

    private static List<FieldMapping> withEmail(List<FieldMapping> rows) {
        if (rows.stream().anyMatch(row -> row.salesforceField().equalsIgnoreCase("Email"))) {
            return rows;
        }
        List<FieldMapping> all = new ArrayList<>();
        all.add(EMAIL);
        all.addAll(rows);
        return all;
    }

    List<FieldDecision> onUpdate(Lead lead, SalesforceRecord record) {
        return decide(lead, record);
    }

    private List<FieldDecision> decide(Lead lead, @Nullable SalesforceRecord record) {
        List<FieldDecision> decisions = new ArrayList<>(mappings.size());
        for (MappedField mapping : mappings) {
            decisions.add(new FieldDecider(mapping, record).decide(lead, today));
        }
        return decisions;
    }

    List<FieldDecision> onCreate(Lead lead, PushRule.CreateWhenNoMatch rule) {
        List<FieldDecision> decisions = decide(lead, null);
        rule.placeholderText().ifPresent(text -> addPlaceholders(decisions, text));
        return decisions;
    }

    private void addPlaceholders(List<FieldDecision> decisions, String text) {
        for (String field : Placeholders.of(object)) {
            if (!isWritten(field, decisions)) {
                decisions.removeIf(known -> known.field().equalsIgnoreCase(field) && isKeep(known));
                decisions.add(FieldDecision.about(field, "a placeholder", "on create only")
                        .after(text)
                        .write(Reason.of(
                                ReasonCode.PLACEHOLDER,
                                "Salesforce requires the field, and there is no value for it.")));
            }
        }
    }

    private static boolean isKeep(FieldDecision decision) {
        return decision.action() == FieldDecision.Action.KEEP;
    }

    private static boolean isWritten(String field, List<FieldDecision> decisions) {
        for (FieldDecision known : decisions) {
            if (known.action() == FieldDecision.Action.WRITE
                    && known.field().equalsIgnoreCase(field)
                    && known.after().isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Why a record cannot be made from these decisions, if so. */
    Optional<Reason> missing(List<FieldDecision> decisions) {
        List<String> missing = unwritten(decisions);
        if (!missing.isEmpty()) {
            return Optional.of(Reason.of(
                    ReasonCode.REQUIRED_MISSING,
                    "Salesforce requires " + String.join(" and ", missing) + " on a new " + object
                            + ", and there is no value for it. Map it, or give a constant."));
        }
        return isEmailLost(decisions)
                ? Optional.of(Reason.of(
                        ReasonCode.CREATE_WITHOUT_EMAIL,
                        "The e-mail address cannot be stored, so the new " + object
                                + " could not be found by it again and is not created."))
                : Optional.empty();
    }

    private List<String> unwritten(List<FieldDecision> decisions) {
        List<String> unwritten = new ArrayList<>(0);
        for (String field : requiredFields) {
            if (!isWritten(field, decisions)) {
                unwritten.add(field);
            }
        }
        return unwritten;
    }

    private static boolean isEmailLost(List<FieldDecision> decisions) {
        for (FieldDecision decision : decisions) {
            if (decision.action() == FieldDecision.Action.LEAVE_OUT
                    && decision.field().equalsIgnoreCase("Email")) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> requiredFields(String object, Optional<ObjectDescribe> describe) {
        Set<String> required = new TreeSet<>(Placeholders.of(object));
        describe.ifPresent(known -> known.fields().stream()
                .filter(FieldDescribe::isRequiredOnCreate)
                .forEach(field -> required.add(field.name())));
        return required;
    }
}
