package com.spara.sf.client.pull;

import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.WriteRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which Salesforce field fills which field of the lead: the rule's own rows, or the push mappings turned round. */
final class PullMappings {

    private static final String EMAIL = "Email";
    private static final Set<WriteRule> UNCHANGED =
            Set.of(WriteRule.OVERWRITE, WriteRule.ONLY_IF_EMPTY, WriteRule.ON_CREATE_ONLY);

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Set<String> cut = new HashSet<>();
    private final List<Reason> notes = new ArrayList<>();

    private PullMappings() {}

    static PullMappings of(PullRule rule, SyncSettings settings) {
        PullMappings mappings = new PullMappings();
        if (!rule.mappings().containsValue(LeadField.EMAIL)) {
            mappings.fields.put(LeadField.EMAIL, EMAIL);
        }
        rule.mappings().forEach((field, key) -> mappings.fields.put(key, field));
        List<FieldMapping> pushed = settings.rule(rule.object()).mappings();
        if (rule.mappings().isEmpty()) {
            pushed.forEach(mapping -> mappings.turnRound(mapping, rule));
        }
        pushed.stream().filter(FieldMapping::isCutToFit).forEach(mappings::cut);
        return mappings;
    }

    private void turnRound(FieldMapping mapping, PullRule rule) {
        Optional<String> key = mapping.leadField().filter(PullMappings::isTurned);
        if (key.isEmpty() || mapping.salesforceField().equalsIgnoreCase(EMAIL)) {
            return;
        }
        String other = fields.put(key.get(), mapping.salesforceField());
        if (other != null) {
            throw new IllegalArgumentException("The field '" + key.get() + "' is pushed into " + other + " and "
                    + mapping.salesforceField() + ", so the pull rule '" + rule.name()
                    + "' cannot tell which of them fills it. Give the rule mappings of its own.");
        }
        if (!UNCHANGED.contains(mapping.rule())) {
            notes.add(Reason.of(
                    ReasonCode.RULE_NOT_TURNED,
                    "The write rule '" + mapping.rule().name() + "' of '" + key.get()
                            + "' may change what is pushed, and is not turned round: the pull rule '" + rule.name()
                            + "' reads " + mapping.salesforceField()
                            + " as it is. Give the rule mappings of its own to leave it out."));
        }
    }

    /** What the library put on the lead, and the conversation, did not come from the record's field. */
    private static boolean isTurned(String key) {
        return !key.equals(LeadField.CONVERSATION)
                && !key.equals(LeadField.EMAIL)
                && !LeadField.storedBySync().contains(key);
    }

    private void cut(FieldMapping mapping) {
        mapping.leadField()
                .filter(key -> mapping.salesforceField().equalsIgnoreCase(fields.get(key)))
                .ifPresent(cut::add);
    }

    /** The Salesforce field by the lead's. */
    Map<String, String> fields() {
        return fields;
    }

    /** Whether a push cuts a text that is too long for the field. */
    boolean isCutToFit(String key) {
        return cut.contains(key);
    }

    /** What may surprise. */
    List<Reason> notes() {
        return notes;
    }
}
