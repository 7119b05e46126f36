package com.spara.sf.client;

import com.spara.sf.settings.DuplicateHandling;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.FieldShape;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Enricher;
import com.spara.sf.spi.Matcher;
import com.spara.sf.spi.WriteRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings as the JDK values that become JSON. What is at its default is left away, but for the push rules. */
final class SettingsWriter {

    private SettingsWriter() {}

    static Map<String, Object> json(SyncSettings settings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", SettingsForm.STANDARD.version());
        json.put("leads", rule(settings.leads()));
        json.put("contacts", rule(settings.contacts()));
        json.put(
                "matching",
                settings.matching().matchers().stream().map(Matcher::name).toList());
        json.put("enrichers", settings.enrichers().stream().map(Enricher::name).toList());
        if (settings.isNewLeadForReturningPerson()) {
            json.put("newLeadForReturningPerson", true);
        }
        if (!settings.pulls().isEmpty()) {
            json.put("pulls", settings.pulls().stream().map(PullRuleJson::write).toList());
        }
        return json;
    }

    private static Map<String, Object> rule(PushRule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("updateExisting", rule.updates());
        json.put("createWhenNoMatch", rule.creates());
        rule.creation().ifPresent(create -> creation(create, json));
        json.put(
                "mappings",
                rule.mappings().stream().map(SettingsWriter::mapping).toList());
        return json;
    }

    private static void creation(PushRule.CreateWhenNoMatch create, Map<String, Object> json) {
        if (create.isUnlessOtherObjectMatched()) {
            json.put("unlessOtherObjectMatched", true);
        }
        json.put("placeholder", create.placeholderText().orElse(""));
        if (create.duplicateHandling() != DuplicateHandling.REPORT) {
            json.put("onDuplicate", create.duplicateHandling().text());
        }
        create.key().ifPresent(key -> json.put("keyedBy", key.salesforceField()));
        if (!create.runsAssignmentRules()) {
            json.put("assignmentRules", false);
        }
    }

    private static Map<String, Object> mapping(FieldMapping mapping) {
        Map<String, Object> json = new LinkedHashMap<>();
        mapping.leadField().ifPresent(field -> json.put("from", field));
        mapping.constantValue().ifPresent(value -> json.put("constant", constant(value)));
        json.put("to", mapping.salesforceField());
        if (!mapping.rule().equals(WriteRule.OVERWRITE)) {
            json.put("rule", mapping.rule().name());
        }
        if (mapping.isCutToFit()) {
            json.put("cutToFit", true);
        }
        mapping.shape().ifPresent(shape -> json.put("madeFor", shape(shape)));
        return json;
    }

    private static Map<String, Object> shape(FieldShape shape) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", shape.type());
        if (shape.length() > 0) {
            json.put("length", BigDecimal.valueOf(shape.length()));
        }
        if (shape.isRestricted()) {
            json.put("restricted", true);
        }
        return json;
    }

    static Object constant(Object value) {
        if (value instanceof LocalDate date) {
            return Map.of("date", date.toString());
        }
        if (value instanceof Instant time) {
            return Map.of("time", time.toString());
        }
        return value instanceof List<?> list ? List.copyOf(list) : value;
    }
}
