package com.spara.sf.client.pull;

import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.json.Sha256;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.client.soql.SoqlText;
import com.spara.sf.settings.PullRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The queries of one rule, as far as the describes in hand show its fields. */
final class PullQuery {

    private static final int FINGERPRINT_BYTES = 8;
    private static final Set<String> ALWAYS = Set.of("Id", "SystemModstamp");

    private final PullRule rule;
    private final Map<String, String> mappings;
    private final @Nullable String condition;
    private final Predicate<String> isVisible;
    private final Set<String> selected = new LinkedHashSet<>(ALWAYS);

    /** Makes the queries; the mappings go from Salesforce field to the lead's, and those that ride along are paths. */
    PullQuery(
            PullRule rule,
            Map<String, String> mappings,
            Optional<String> condition,
            List<String> ridingAlong,
            Predicate<String> isVisible) {
        this.rule = rule;
        this.mappings = mappings;
        this.condition = condition.orElse(null);
        this.isVisible = isVisible;
        mappings.keySet().stream().filter(isVisible).forEach(this::select);
        ridingAlong.stream().filter(isVisible).forEach(this::select);
    }

    private void select(String path) {
        if (selected.stream().noneMatch(path::equalsIgnoreCase)) {
            selected.add(path);
        }
    }

    /** The mappings whose field can be read. */
    Map<String, String> mappings() {
        Map<String, String> readable = new LinkedHashMap<>(mappings);
        readable.keySet().removeIf(isVisible.negate());
        return readable;
    }

    /** The fields and paths that are read. */
    Set<String> selected() {
        return selected;
    }

    /** The mapped fields that cannot be read. */
    List<Reason> notes() {
        List<Reason> notes = new ArrayList<>();
        mappings.forEach((field, key) -> {
            if (!isVisible.test(field)) {
                notes.add(Reason.of(
                        ReasonCode.FIELD_UNKNOWN,
                        "The org has no field " + rule.object() + "." + field
                                + ", or the connected user may not see it, so " + named(key)
                                + " is not on the leads."));
            }
        });
        return notes;
    }

    private static String named(String key) {
        return key.equals(LeadField.EMAIL) ? "the e-mail address" : "'" + key + "'";
    }

    /** What tells this rule from another that takes other records or other fields. */
    String fingerprint() {
        String text = rule.object() + "|" + condition + "|" + mappings + "|" + rule.lookBack();
        return Sha256.of(text).hex(FINGERPRINT_BYTES);
    }

    /** The moment of the last change in the org, deletions among them. */
    RestRequest head(String root) {
        return request(
                root,
                "/queryAll",
                "SELECT Id,SystemModstamp FROM " + rule.object() + " ORDER BY SystemModstamp DESC LIMIT 1");
    }

    /** How many records there are behind a place. */
    RestRequest count(String root, @Nullable Key place) {
        return request(
                root, "/query", "SELECT COUNT() FROM " + rule.object() + where(place == null ? null : place.behind()));
    }

    /** The records that the rule takes, behind a place. */
    RestRequest records(String root, @Nullable Key place, int most) {
        return request(
                root,
                "/query",
                "SELECT " + String.join(",", selected) + " FROM " + rule.object()
                        + where(place == null ? null : place.behind()) + Key.ORDER + " LIMIT " + most);
    }

    /** The records that the rule takes, behind a place and not behind a moment, for a job, which needs no order. */
    String forJob(Key place, Instant until) {
        return "SELECT " + String.join(",", selected) + " FROM " + rule.object()
                + where("SystemModstamp <= " + SoqlText.literal(until.plusSeconds(1)) + " AND " + place.behind());
    }

    /** Everything that changed behind a place, whether the rule takes it or not. */
    RestRequest changes(String root, Key place) {
        String master = isVisible.test("MasterRecordId") ? ",MasterRecordId" : "";
        return request(
                root,
                "/queryAll",
                "SELECT Id,SystemModstamp,IsDeleted" + master + " FROM " + rule.object() + " WHERE " + place.behind()
                        + Key.ORDER + " LIMIT " + PageSize.MOST);
    }

    /** What became of some records, by their Ids. */
    RestRequest fates(String root, List<?> ids) {
        String master = isVisible.test("MasterRecordId") ? ",MasterRecordId" : "";
        return request(
                root,
                "/queryAll",
                "SELECT Id,IsDeleted" + master + " FROM " + rule.object() + " WHERE " + SoqlText.in("Id", ids));
    }

    /** Those of some records that the rule takes. */
    RestRequest taken(String root, List<?> ids) {
        return request(root, "/query", "SELECT Id FROM " + rule.object() + where(SoqlText.in("Id", ids)));
    }

    private String where(@Nullable String first) {
        if (first == null) {
            return condition == null ? "" : " WHERE " + condition;
        }
        return " WHERE " + first + (condition == null ? "" : " AND " + condition);
    }

    private static RestRequest request(String root, String resource, String soql) {
        return RestRequest.get(root + resource + "?q=" + SoqlText.asParameter(soql));
    }
}
