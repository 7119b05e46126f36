package com.spara.sf.client;

import com.spara.sf.settings.DuplicateHandling;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.FieldShape;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Matcher;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads settings from JSON, and says at which place something is wrong. */
final class SettingsReader {

    static final Set<String> SETTINGS =
            Set.of("version", "leads", "contacts", "matching", "enrichers", "newLeadForReturningPerson", "pulls");
    static final Set<String> RULE = Set.of(
            "updateExisting",
            "createWhenNoMatch",
            "unlessOtherObjectMatched",
            "placeholder",
            "assignmentRules",
            "onDuplicate",
            "keyedBy",
            "mappings");
    static final Set<String> MAPPING = Set.of("from", "constant", "to", "rule", "cutToFit", "madeFor");
    static final Set<String> SHAPE = Set.of("type", "length", "restricted");

    private final Plugins plugins;

    SettingsReader(Plugins plugins) {
        this.plugins = plugins;
    }

    SyncSettings settings(SettingsNode node) {
        node.knowing(SETTINGS);
        SyncSettings settings = SyncSettings.standard();
        Optional<SettingsNode> leads = node.member("leads");
        Optional<SettingsNode> contacts = node.member("contacts");
        settings = leads.isPresent() ? settings.leads(rule(leads.get())) : settings;
        settings = contacts.isPresent() ? settings.contacts(rule(contacts.get())) : settings;
        Optional<SettingsNode> matching = node.member("matching");
        settings = matching.isPresent() ? settings.matching(matching(matching.get())) : settings;
        if (node.member("enrichers").isPresent()) {
            settings = settings.enrichedBy();
        }
        for (SettingsNode name : items(node, "enrichers")) {
            SyncSettings known = settings;
            settings = at(name, () -> known.enrich(named(name, plugins.enrichers(), "enricher")));
        }
        for (SettingsNode rule : items(node, "pulls")) {
            SyncSettings known = settings;
            settings = at(rule, () -> known.pulling(PullRuleJson.read(rule)));
        }
        return isSet(node, "newLeadForReturningPerson", false) ? settings.newLeadForReturningPerson() : settings;
    }

    private Matching matching(SettingsNode node) {
        Matcher[] matchers = node.items().stream()
                .map(name -> named(name, plugins.matchers(), "matcher"))
                .toArray(Matcher[]::new);
        return at(node, () -> Matching.by(matchers));
    }

    private PushRule rule(SettingsNode node) {
        node.knowing(RULE);
        PushRule rule = bareRule(node);
        for (SettingsNode row : items(node, "mappings")) {
            PushRule known = rule;
            rule = at(row, () -> known.map(mapping(row)));
        }
        return keyed(rule, node);
    }

    private static PushRule keyed(PushRule rule, SettingsNode node) {
        Optional<SettingsNode> key = node.member("keyedBy");
        return key.isPresent() && rule instanceof PushRule.CreateWhenNoMatch create
                ? at(key.get(), () -> create.keyedBy(key.get().text()))
                : rule;
    }

    private static PushRule bareRule(SettingsNode node) {
        boolean updates = isSet(node, "updateExisting", true);
        boolean creates = isSet(node, "createWhenNoMatch", false);
        if (creates && !updates) {
            throw node.refused("'createWhenNoMatch' is only available while 'updateExisting' is on.");
        }
        if (creates) {
            return creation(node);
        }
        for (String option :
                List.of("unlessOtherObjectMatched", "placeholder", "assignmentRules", "onDuplicate", "keyedBy")) {
            if (node.member(option).isPresent()) {
                throw node.refused("'" + option + "' says something about creating, and 'createWhenNoMatch' is off.");
            }
        }
        return updates ? PushRule.updateExisting() : PushRule.off();
    }

    private static PushRule creation(SettingsNode node) {
        PushRule.CreateWhenNoMatch rule = PushRule.updateExisting().createWhenNoMatch();
        if (isSet(node, "unlessOtherObjectMatched", false)) {
            rule = rule.unlessOtherObjectMatched();
        }
        if (!isSet(node, "assignmentRules", true)) {
            rule = rule.withoutAssignmentRules();
        }
        Optional<SettingsNode> duplicates = node.member("onDuplicate");
        if (duplicates.isPresent()) {
            rule = rule.onDuplicate(handling(duplicates.get()));
        }
        Optional<SettingsNode> placeholder = node.member("placeholder");
        if (placeholder.isEmpty()) {
            return rule;
        }
        PushRule.CreateWhenNoMatch known = rule;
        String text = placeholder.get().text();
        return text.isEmpty() ? rule.withoutPlaceholder() : at(placeholder.get(), () -> known.placeholder(text));
    }

    private static DuplicateHandling handling(SettingsNode node) {
        return Stream.of(DuplicateHandling.values())
                .filter(handling -> handling.text().equals(node.text()))
                .findFirst()
                .orElseThrow(() -> node.refused("'report', 'use existing' or 'save anyway' is expected."));
    }

    private FieldMapping mapping(SettingsNode row) {
        row.knowing(MAPPING);
        SettingsNode to = row.member("to").orElseThrow(() -> row.refused("'to' is missing: the Salesforce field."));
        Optional<SettingsNode> from = row.member("from");
        Optional<SettingsNode> constant = row.member("constant");
        if (from.isPresent() == constant.isPresent()) {
            throw row.refused("Either 'from' or 'constant' is needed.");
        }
        FieldMapping mapping = at(
                to,
                () -> from.isPresent()
                        ? FieldMapping.of(from.get().text(), to.text())
                        : FieldMapping.constant(constant(constant.get()), to.text()));
        Optional<SettingsNode> rule = row.member("rule");
        if (rule.isPresent()) {
            mapping = mapping.by(named(rule.get(), plugins.rules(), "write rule"));
        }
        Optional<SettingsNode> shape = row.member("madeFor");
        if (shape.isPresent()) {
            mapping = mapping.madeFor(at(shape.get(), () -> shape(shape.get().knowing(SHAPE))));
        }
        return isSet(row, "cutToFit", false) ? mapping.cutToFit() : mapping;
    }

    private static FieldShape shape(SettingsNode node) {
        String type = node.member("type")
                .orElseThrow(() -> node.refused("'type' is missing: the field's type in Salesforce's own word."))
                .text();
        long length = node.member("length").map(SettingsNode::count).orElse(0L);
        FieldShape shape = FieldShape.of(type, (int) Math.max(-1, Math.min(length, Integer.MAX_VALUE)));
        return isSet(node, "restricted", false) ? shape.restricted() : shape;
    }

    static Object constant(SettingsNode node) {
        if (node.isObject()) {
            node.knowing(Set.of("date", "time"));
            return typed(node);
        }
        if (node.raw() instanceof List<?>) {
            return node.items().stream().map(SettingsNode::text).toList();
        }
        return Optional.ofNullable(node.raw()).orElseThrow(() -> node.refused("A value is expected."));
    }

    private static Object typed(SettingsNode node) {
        Optional<SettingsNode> date = node.member("date");
        if (date.isPresent() && node.member("time").isPresent()) {
            throw node.refused("Either 'date' or 'time' is expected.");
        }
        try {
            return date.isPresent()
                    ? LocalDate.parse(date.get().text())
                    : Instant.parse(node.member("time")
                            .orElseThrow(() -> node.refused("'date' or 'time' is expected."))
                            .text());
        } catch (DateTimeException broken) {
            throw node.refused("Dates are like 2026-11-23, times like 2026-11-23T09:00:00Z.");
        }
    }

    private static <T> T named(SettingsNode name, Map<String, T> known, String kind) {
        T plugin = known.get(name.text());
        if (plugin == null) {
            throw name.refused("No " + kind + " is named '" + name.text() + "'; known are " + known.keySet()
                    + ". Give your own to Plugins.");
        }
        return plugin;
    }

    static List<SettingsNode> items(SettingsNode node, String name) {
        return node.member(name).map(SettingsNode::items).orElse(List.of());
    }

    private static boolean isSet(SettingsNode node, String name, boolean otherwise) {
        return node.member(name).map(SettingsNode::flag).orElse(otherwise);
    }

    static <T> T at(SettingsNode node, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException broken) {
            String message = String.valueOf(broken.getMessage());
            throw message.startsWith("Settings, at ") ? broken : node.refused(message);
        }
    }
}
