package com.spara.sf.client;

import com.spara.sf.RecordId;
import com.spara.sf.settings.Filter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A filter as the JDK values that become JSON, and back: each condition is an object that says what it is. */
final class FilterJson {

    private static final List<String> GROUPS = List.of("and", "or", "not", "campaign", "soql");
    private static final List<String> OF_FIELD = List.of("in", "since", "before", "empty");
    static final Set<String> CONDITIONS =
            Set.of("field", "in", "since", "before", "empty", "campaign", "soql", "and", "or", "not");

    private FilterJson() {}

    static Map<String, Object> write(Filter filter) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (filter instanceof Filter.All all) {
            json.put("and", all.parts().stream().map(FilterJson::write).toList());
        } else if (filter instanceof Filter.Any any) {
            json.put("or", any.parts().stream().map(FilterJson::write).toList());
        } else if (filter instanceof Filter.Not not) {
            json.put("not", write(not.part()));
        } else if (filter instanceof Filter.InCampaign member) {
            json.put("campaign", member.campaign().value());
        } else if (filter instanceof Filter.Soql own) {
            json.put("soql", own.condition());
        } else {
            field(filter, json);
        }
        return json;
    }

    private static void field(Filter filter, Map<String, Object> json) {
        if (filter instanceof Filter.In in) {
            json.put("field", in.field());
            json.put("in", in.values().stream().map(SettingsWriter::constant).toList());
        } else if (filter instanceof Filter.Time time) {
            json.put("field", time.field());
            json.put(time.isBefore() ? "before" : "since", SettingsWriter.constant(time.moment()));
        } else if (filter instanceof Filter.Empty empty) {
            json.put("field", empty.field());
            json.put("empty", true);
        }
    }

    /** A condition says what it is by exactly one member, beside the field that it is about. */
    static Filter read(SettingsNode node) {
        node.knowing(CONDITIONS);
        List<String> kinds = Stream.concat(GROUPS.stream(), OF_FIELD.stream())
                .filter(kind -> node.member(kind).isPresent())
                .toList();
        if (kinds.size() != 1
                || OF_FIELD.contains(kinds.get(0)) != node.member("field").isPresent()) {
            throw node.refused(
                    "Exactly one condition is expected: 'and', 'or', 'not', 'campaign', 'soql', or 'field' with "
                            + "'in', 'since', 'before' or 'empty'.");
        }
        String kind = kinds.get(0);
        SettingsNode value = node.member(kind).orElseThrow();
        return SettingsReader.at(
                value,
                () -> GROUPS.contains(kind)
                        ? group(kind, value, node)
                        : field(kind, value, node.member("field").orElseThrow().text()));
    }

    private static Filter group(String kind, SettingsNode value, SettingsNode node) {
        return switch (kind) {
            case "and" -> new Filter.All(parts(node, kind));
            case "or" -> new Filter.Any(parts(node, kind));
            case "not" -> new Filter.Not(read(value));
            case "campaign" -> Filter.inCampaign(RecordId.of(value.text()));
            default -> Filter.soql(value.text());
        };
    }

    private static Filter field(String kind, SettingsNode value, String field) {
        return switch (kind) {
            case "in" -> new Filter.In(field, parts(value));
            case "empty" -> empty(value, field);
            default -> new Filter.Time(field, moment(value), kind.equals("before"));
        };
    }

    private static Filter empty(SettingsNode value, String field) {
        if (!value.flag()) {
            throw value.refused("'empty' is true; for fields with a value, put the condition below 'not'.");
        }
        return Filter.empty(field);
    }

    private static Object moment(SettingsNode node) {
        Object value = SettingsReader.constant(node);
        if (!(value instanceof LocalDate) && !(value instanceof Instant)) {
            throw node.refused("{\"date\": ..} or {\"time\": ..} is expected.");
        }
        return value;
    }

    private static List<Object> parts(SettingsNode values) {
        return values.items().stream().map(SettingsReader::constant).toList();
    }

    private static List<Filter> parts(SettingsNode node, String name) {
        return SettingsReader.items(node, name).stream().map(FilterJson::read).toList();
    }
}
