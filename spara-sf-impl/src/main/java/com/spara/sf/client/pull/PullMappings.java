package com.spara.sf.client.pull;

import com.spara.sf.LeadField;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which Salesforce field fills which field of the lead: the rule's own rows, or the push mappings turned round. */
final class PullMappings {

    private static final String EMAIL = "Email";

    private PullMappings() {}

    /** The lead's fields by Salesforce field, the e-mail address first. */
    static Map<String, String> of(PullRule rule, SyncSettings settings) {
        Map<String, String> mappings = new LinkedHashMap<>();
        boolean isEmailMapped = rule.mappings().containsValue(LeadField.EMAIL)
                || rule.mappings().keySet().stream().anyMatch(EMAIL::equalsIgnoreCase);
        if (!isEmailMapped) {
            mappings.put(EMAIL, LeadField.EMAIL);
        }
        mappings.putAll(rule.mappings().isEmpty() ? turnedRound(rule, settings) : rule.mappings());
        return mappings;
    }

    private static Map<String, String> turnedRound(PullRule rule, SyncSettings settings) {
        Map<String, String> turned = new LinkedHashMap<>();
        Map<String, String> fieldOf = new LinkedHashMap<>();
        for (FieldMapping mapping : settings.rule(rule.object()).mappings()) {
            Optional<String> key = mapping.leadField().filter(PullMappings::isTurned);
            if (key.isEmpty() || mapping.salesforceField().equalsIgnoreCase(EMAIL)) {
                continue;
            }
            String other = fieldOf.put(key.get(), mapping.salesforceField());
            if (other != null) {
                throw new IllegalArgumentException("The field '" + key.get() + "' is pushed into " + other + " and "
                        + mapping.salesforceField() + ", so the pull rule '" + rule.name()
                        + "' cannot tell which of them fills it. Give the rule mappings of its own.");
            }
            turned.put(mapping.salesforceField(), key.get());
        }
        return turned;
    }

    /** What the library put on the lead, and the conversation, did not come from the record's field. */
    private static boolean isTurned(String key) {
        return !key.equals(LeadField.CONVERSATION)
                && !key.equals(LeadField.EMAIL)
                && !LeadField.storedBySync().contains(key);
    }
}
