package com.spara.sf.client;

import com.spara.sf.settings.PullRule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A pull rule as the JDK values that become JSON, and back. What is at its default is left away. */
final class PullRuleJson {

    static final Set<String> RULE = Set.of("name", "object", "where", "mappings", "lookBack", "overlap", "bulkFrom");
    static final Set<String> MAPPING = Set.of("from", "to");

    private PullRuleJson() {}

    static Map<String, Object> write(PullRule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", rule.name());
        json.put("object", rule.object());
        rule.filter().ifPresent(filter -> json.put("where", FilterJson.write(filter)));
        if (!rule.mappings().isEmpty()) {
            json.put("mappings", mappings(rule));
        }
        rule.lookBack().ifPresent(time -> json.put("lookBack", time.toString()));
        if (!rule.overlap().equals(PullRule.USUAL_OVERLAP)) {
            json.put("overlap", rule.overlap().toString());
        }
        if (rule.bulkFrom() != PullRule.USUAL_BULK) {
            json.put("bulkFrom", BigDecimal.valueOf(rule.bulkFrom()));
        }
        return json;
    }

    private static List<Map<String, String>> mappings(PullRule rule) {
        return rule.mappings().entrySet().stream()
                .map(row -> {
                    Map<String, String> json = new LinkedHashMap<>();
                    json.put("from", row.getKey());
                    json.put("to", row.getValue());
                    return json;
                })
                .toList();
    }

    static PullRule read(SettingsNode node) {
        node.knowing(RULE);
        PullRule rule = bare(node);
        Optional<SettingsNode> where = node.member("where");
        rule = where.isPresent() ? rule.where(FilterJson.read(where.get())) : rule;
        for (SettingsNode row : SettingsReader.items(node, "mappings")) {
            PullRule known = rule;
            row.knowing(MAPPING);
            rule = SettingsReader.at(row, () -> known.map(text(row, "from"), text(row, "to")));
        }
        return sized(timed(rule, node), node);
    }

    private static PullRule bare(SettingsNode node) {
        String name = text(node, "name");
        String object = text(node, "object");
        return switch (object) {
            case "Lead" -> SettingsReader.at(node, () -> PullRule.leads(name));
            case "Contact" -> SettingsReader.at(node, () -> PullRule.contacts(name));
            default -> throw node.refused("'object' is Lead or Contact.");
        };
    }

    private static PullRule timed(PullRule rule, SettingsNode node) {
        Optional<SettingsNode> lookBack = node.member("lookBack");
        Optional<SettingsNode> overlap = node.member("overlap");
        PullRule back = lookBack.isPresent()
                ? SettingsReader.at(lookBack.get(), () -> rule.lookingBack(duration(lookBack.get())))
                : rule;
        return overlap.isPresent()
                ? SettingsReader.at(overlap.get(), () -> back.overlapping(duration(overlap.get())))
                : back;
    }

    private static PullRule sized(PullRule rule, SettingsNode node) {
        Optional<SettingsNode> from = node.member("bulkFrom");
        return from.isPresent()
                ? SettingsReader.at(from.get(), () -> rule.inBulkFrom(from.get().count()))
                : rule;
    }

    private static Duration duration(SettingsNode node) {
        try {
            return Duration.parse(node.text());
        } catch (DateTimeException broken) {
            throw node.refused("Times are like PT15M or P90D.");
        }
    }

    private static String text(SettingsNode node, String name) {
        return node.member(name)
                .orElseThrow(() -> node.refused("'" + name + "' is missing."))
                .text();
    }
}
