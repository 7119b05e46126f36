package com.spara.sf.client.pull;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.FieldKind;
import com.spara.sf.client.read.LookupReader;
import com.spara.sf.client.soql.SoqlText;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A rule's filter as a condition of SOQL, whose fields are held against the describes in hand. */
final class FilterSoql {

    private static final int MOST_CAMPAIGNS = 2;

    private final PullRule rule;
    private final Describes describes;
    private final LookupReader reader;
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
        boolean isMulti = described(in.field())
                .filter(known -> known.kind() == FieldKind.MULTI_PICKLIST)
                .isPresent();
        String condition = SoqlText.in(name, in.values());
        return isMulti ? condition.replaceFirst(" IN \\(", " INCLUDES (") : condition;
    }

    /** A day and a moment are compared with either kind of field, days beginning in UTC. */
    private String moment(Filter.Time time) {
        FieldKind kind = described(time.field()).map(FieldDescribe::kind).orElse(FieldKind.TEXT);
        if (kind == FieldKind.DATE_TIME && time.moment() instanceof LocalDate day) {
            return SoqlText.literal(day.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        if (kind == FieldKind.DATE && time.moment() instanceof Instant moment) {
            return SoqlText.literal(LocalDate.ofInstant(moment, ZoneOffset.UTC));
        }
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
        HostCondition typed = HostCondition.of(condition);
        typed.problem().ifPresent(problem -> {
            throw refused("has a SOQL condition that " + problem);
        });
        typed.fields().forEach(this::field);
        return "(" + condition.strip() + ")";
    }

    private String field(String path) {
        if (!reader.isVisible(rule.object(), path)) {
            throw new RequestRefusedException(
                    Reason.of(
                            ReasonCode.FIELD_UNKNOWN,
                            "The pull rule '" + rule.name() + "' has a condition on " + rule.object() + "." + path
                                    + ", which the org does not have or the connected user may not see. "
                                    + "Nothing was read, and the cursor has not moved."),
                    null);
        }
        return path;
    }

    private Optional<FieldDescribe> described(String path) {
        return describes.of(rule.object()).flatMap(known -> known.field(path));
    }

    private RequestRefusedException refused(String what) {
        return new RequestRefusedException(
                Reason.of(ReasonCode.FILTER_REFUSED, "The pull rule '" + rule.name() + "' " + what + "."), null);
    }
}
