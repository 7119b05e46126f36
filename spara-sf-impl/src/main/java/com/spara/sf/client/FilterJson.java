package com.spara.sf.client;

import com.spara.sf.RecordId;
import com.spara.sf.settings.Filter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A filter as the JDK values that become JSON, and back: each condition is an object that says what it is. */
final class FilterJson {

    private static final Set<String> CONDITIONS =
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

    static Filter read(SettingsNode node) {
        node.knowing(CONDITIONS);
        if (node.member("field").isPresent()) {
            return SettingsReader.at(
                    node, () -> field(node, node.member("field").get().text()));
        }
        if (node.member("and").isPresent()) {
            return SettingsReader.at(node, () -> new Filter.All(parts(node, "and")));
        }
        if (node.member("or").isPresent()) {
            return SettingsReader.at(node, () -> new Filter.Any(parts(node, "or")));
        }
        return single(node);
    }

    private static Filter single(SettingsNode node) {
        Optional<SettingsNode> not = node.member("not");
        if (not.isPresent()) {
            return new Filter.Not(read(not.get()));
        }
        Optional<SettingsNode> campaign = node.member("campaign");
        if (campaign.isPresent()) {
            return SettingsReader.at(
                    campaign.get(),
                    () -> Filter.inCampaign(RecordId.of(campaign.get().text())));
        }
        SettingsNode soql = node.member("soql").orElseThrow(() -> node.refused("A condition is expected."));
        return SettingsReader.at(soql, () -> Filter.soql(soql.text()));
    }

    private static Filter field(SettingsNode node, String field) {
        Optional<SettingsNode> values = node.member("in");
        if (values.isPresent()) {
            return new Filter.In(field, parts(values.get()));
        }
        if (node.member("empty").isPresent()) {
            return Filter.empty(field);
        }
        boolean isBefore = node.member("before").isPresent();
        SettingsNode moment = node.member(isBefore ? "before" : "since")
                .orElseThrow(() -> node.refused("'in', 'since', 'before' or 'empty' is expected."));
        Object value = SettingsReader.constant(moment);
        if (!(value instanceof LocalDate) && !(value instanceof Instant)) {
            throw moment.refused("{\"date\": ..} or {\"time\": ..} is expected.");
        }
        return new Filter.Time(field, value, isBefore);
    }

    private static List<Object> parts(SettingsNode values) {
        return values.items().stream().map(SettingsReader::constant).toList();
    }

    private static List<Filter> parts(SettingsNode node, String name) {
        return SettingsReader.items(node, name).stream().map(FilterJson::read).toList();
    }
}
