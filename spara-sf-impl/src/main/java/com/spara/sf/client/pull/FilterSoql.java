package com.spara.sf.client.pull;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.FieldKind;
import com.spara.sf.client.read.LookupReader;
import com.spara.sf.client.soql.SoqlText;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A rule's filter as a condition of SOQL, whose fields are held against the describes in hand. */
final class FilterSoql {

    private static final int MOST_CAMPAIGNS = 2;

    private final PullRule rule;
    private final Describes describes;
    private final LookupReader reader;
    private final List<Reason> notes = new ArrayList<>();
    private int campaigns;

    FilterSoql(PullRule rule, Describes describes, LookupReader reader) {
        this.rule = rule;
        this.describes = describes;
        this.reader = reader;
    }

    /**
     * The condition; empty if the rule takes all records.
     *
     * @throws RequestRefusedException if the org has no such field, or SOQL no such condition
     */
    Optional<String> condition() {
        return rule.filter().map(filter -> write(filter, true));
    }

    /** What may surprise in the condition that was written. */
    List<Reason> notes() {
        return notes;
    }

    private String write(Filter filter, boolean isAlwaysRequired) {
        if (filter instanceof Filter.All all) {
            return joined(all.parts(), " AND ", isAlwaysRequired);
        }
        if (filter instanceof Filter.Any any) {
            return joined(any.parts(), " OR ", isAlwaysRequired && any.parts().size() == 1);
        }
        if (filter instanceof Filter.Not not) {
            return not(not.part(), isAlwaysRequired);
        }
        return filter instanceof Filter.InCampaign member ? campaign(member, "IN", isAlwaysRequired) : single(filter);
    }

    private String single(Filter filter) {
        if (filter instanceof Filter.In in) {
            return in(in);
        }
        if (filter instanceof Filter.Time time) {
            return field(time.field()) + (time.isBefore() ? " < " : " >= ") + moment(time);
        }
        if (filter instanceof Filter.Empty empty) {
            return field(empty.field()) + " = null";
        }
        return own(((Filter.Soql) filter).condition());
    }

    private String joined(List<Filter> parts, String word, boolean isAlwaysRequired) {
        return parts.stream().map(part -> write(part, isAlwaysRequired)).collect(Collectors.joining(word, "(", ")"));
    }

    private String not(Filter part, boolean isAlwaysRequired) {
        return part instanceof Filter.InCampaign member
                ? campaign(member, "NOT IN", isAlwaysRequired)
                : "(NOT " + write(part, false) + ")";
    }

    private String in(Filter.In in) {
        String name = field(in.field());
        in.values().forEach(value -> requireComparable(in.field(), value));
        boolean isMulti = described(in.field())
                .filter(known -> known.kind() == FieldKind.MULTI_PICKLIST)
                .isPresent();
        String condition = SoqlText.in(name, in.values());
        return isMulti ? condition.replaceFirst(" IN \\(", " INCLUDES (") : condition;
    }

    /** A day and a moment are compared with either kind of field, days beginning in UTC. */
    private String moment(Filter.Time time) {
        FieldKind kind = described(time.field()).map(FieldDescribe::kind).orElse(FieldKind.NOT_WRITABLE);
        if (kind == FieldKind.DATE_TIME && time.moment() instanceof LocalDate day) {
            return SoqlText.literal(day.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        if (kind == FieldKind.DATE && time.moment() instanceof Instant moment) {
            return SoqlText.literal(LocalDate.ofInstant(moment, ZoneOffset.UTC));
        }
        requireComparable(time.field(), time.moment());
        return SoqlText.literal(time.moment());
    }

    /** Salesforce takes two subqueries, none of them below OR (SOQL reference, "Comparison Operators"). */
    private String campaign(Filter.InCampaign member, String operator, boolean isAlwaysRequired) {
        if (!isAlwaysRequired || ++campaigns > MOST_CAMPAIGNS) {
            throw refused("asks for more than two campaigns, or for one below an or; Salesforce takes neither. "
                    + "Make a rule for each");
        }
        String key = rule.object() + "Id";
        return "Id " + operator + " (SELECT " + key + " FROM CampaignMember WHERE CampaignId = "
                + SoqlText.literal(member.campaign()) + " AND " + key + " != null)";
    }

    private String own(String condition) {
        HostCondition typed = HostCondition.on(rule.object(), condition);
        typed.problem().ifPresent(problem -> {
            throw refused("has a SOQL condition that " + problem);
        });
        typed.fields().forEach(this::field);
        if (typed.isRelative() && notes.isEmpty()) {
            notes.add(Reason.of(
                    ReasonCode.RELATIVE_DATES,
                    "The pull rule '" + rule.name()
                            + "' has relative dates, so records begin and cease to match as days go "
                            + "by, without changing. Only a full look sees that."));
        }
        return "(" + condition.strip().replace("@{", "\\u0040{") + ")";
    }

    private String field(String path) {
        if (!reader.isVisible(rule.object(), path)) {
            throw refused(
                    ReasonCode.FIELD_UNKNOWN,
                    "has a condition on " + rule.object() + "." + path
                            + ", which the org does not have or the connected user may not see. "
                            + "Nothing was read, and the cursor has not moved");
        }
        if (described(path).filter(known -> !known.isFilterable()).isPresent()) {
            throw refused("has a condition on " + rule.object() + "." + path
                    + ", by which Salesforce cannot filter. Nothing was read, and the cursor has not moved");
        }
        return path;
    }

    /** Salesforce compares a field only with values of its own type. */
    private void requireComparable(String path, Object value) {
        FieldKind kind = described(path).map(FieldDescribe::kind).orElse(null);
        if (kind != null && !isComparable(kind, value)) {
            throw refused("compares " + rule.object() + "." + path + " with a "
                    + value.getClass().getSimpleName() + ", which Salesforce does not take for such a field");
        }
    }

    private static boolean isComparable(FieldKind kind, Object value) {
        return switch (kind) {
            case BOOLEAN -> value instanceof Boolean;
            case WHOLE_NUMBER, NUMBER -> value instanceof BigDecimal;
            case DATE -> value instanceof LocalDate;
            case DATE_TIME -> value instanceof Instant;
            case NOT_WRITABLE -> true;
            case TEXT, EMAIL, PICKLIST, MULTI_PICKLIST, REFERENCE ->
                value instanceof String || value instanceof RecordId;
        };
    }

    private Optional<FieldDescribe> described(String path) {
        return describes.of(rule.object()).flatMap(known -> known.field(path));
    }

    private RequestRefusedException refused(String what) {
        return refused(ReasonCode.FILTER_REFUSED, what);
    }

    private RequestRefusedException refused(String code, String what) {
        return new RequestRefusedException(Reason.of(code, "The pull rule '" + rule.name() + "' " + what + "."), null);
    }
}
