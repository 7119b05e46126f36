package com.spara.sf.client.pull;

import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.ObjectDescribe;
import com.spara.sf.client.json.Sha256;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.client.soql.SoqlText;
import com.spara.sf.settings.PullRule;
import com.spara.sf.spi.SalesforceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The queries of one rule, as far as the describes in hand show its fields. */
final class PullQuery {

    private static final int FINGERPRINT_BYTES = 8;
    private static final int MOST_IDS = 500;
    private static final int FEWEST_IDS = 25;
    private static final int LONGEST_URL = 15_500;
    private static final int LENGTH_OF_AN_ID = 27;
    private static final Set<String> ALWAYS = Set.of("Id", "SystemModstamp");

    private final PullRule rule;
    private final PullMappings mappings;
    private final Fields fields;
    private final @Nullable String condition;
    private final List<Reason> conditionNotes;
    private final long bytesOfARecord;
    private final Set<String> selected = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** What can be read: what the object has, the paths that ride along, and what the connected user may see. */
    record Fields(ObjectDescribe described, List<String> ridingAlong, Predicate<String> isVisible) {}

    PullQuery(PullRule rule, PullMappings mappings, FilterSoql filter, Fields fields) {
        this.rule = rule;
        this.mappings = mappings;
        this.fields = fields;
        this.condition = filter.condition().orElse(null);
        this.conditionNotes = filter.notes();
        selected.addAll(ALWAYS);
        mappings.fields().values().stream().filter(fields.isVisible()).forEach(selected::add);
        fields.ridingAlong().stream().filter(fields.isVisible()).forEach(selected::add);
        this.bytesOfARecord = PageSize.bytesOf(selected, fields.described());
    }

    /** The mapped fields that can be read. */
    List<PulledField> fields() {
        List<PulledField> readable = new ArrayList<>();
        mappings.fields()
                .forEach((key, field) -> fields.described()
                        .field(field)
                        .filter(known -> fields.isVisible().test(field))
                        .ifPresent(known -> readable.add(new PulledField(key, known, mappings.isCutToFit(key)))));
        return readable;
    }

    /** The fields and paths that are read, by their names, so that each row is answered in the order that a record keeps. */
    Set<String> selected() {
        return selected;
    }

    /** What was read of a record, as one text. */
    String content(SalesforceRecord row) {
        StringBuilder content = new StringBuilder();
        selected.forEach(path -> content.append(path)
                .append('=')
                .append(row.text(path).orElse(""))
                .append('\n'));
        return content.toString();
    }

    /** About the bytes that a record takes in an answer, if its long texts are as long as they can be. */
    long bytesOfARecord() {
        return bytesOfARecord;
    }

    /** How many Ids a query may name, so that it stays shorter than any limit that is known. */
    int idsAtOnce() {
        int length = condition == null ? 0 : SoqlText.asParameter(condition).length();
        return Math.max(FEWEST_IDS, Math.min(MOST_IDS, (LONGEST_URL - length) / LENGTH_OF_AN_ID));
    }

    /** The mapped fields that cannot be read, and what may surprise. */
    List<Reason> notes() {
        List<Reason> notes = new ArrayList<>();
        mappings.fields().forEach((key, field) -> {
            if (!fields.isVisible().test(field)) {
                notes.add(Reason.of(
                        ReasonCode.FIELD_UNKNOWN,
                        "The org has no field " + rule.object() + "." + field
                                + ", or the connected user may not see it, so " + named(key)
                                + " is not on the leads."));
            }
        });
        notes.addAll(mappings.notes());
        notes.addAll(conditionNotes);
        return notes;
    }

    private static String named(String key) {
        return key.equals(LeadField.EMAIL) ? "the e-mail address" : "'" + key + "'";
    }

    /** What tells this rule from another that takes other records or other fields. */
    String fingerprint() {
        String text = rule.object() + "|" + condition + "|" + new TreeMap<>(mappings.fields()) + "|" + rule.lookBack();
        return Sha256.of(text).hex(FINGERPRINT_BYTES);
    }

    /** The moment of the last change in the org, deletions among them. */
    RestRequest head(String root) {
        return head(root, rule.object());
    }

    /** The moment of the last change of an object's records, deletions among them. */
    static RestRequest head(String root, String object) {
        return request(
                root, "/queryAll", "SELECT Id,SystemModstamp FROM " + object + " ORDER BY SystemModstamp DESC LIMIT 1");
    }

    /** How many records there are behind a place. */
    RestRequest count(String root, @Nullable Key place) {
        return request(
                root, "/query", "SELECT COUNT() FROM " + rule.object() + where(place == null ? null : place.behind()));
    }

    /** The records that the rule takes, behind a place. */
    RestRequest records(String root, @Nullable Key place, int most) {
        return request(root, "/query", recordsBehind(place, most));
    }

    /** As many again, beginning with the last of them, so that it can be seen whether they follow on one another. */
    RestRequest further(String root, @Nullable Key place, int most) {
        return request(root, "/query", recordsBehind(place, most) + " OFFSET " + (most - 1));
    }

    private String recordsBehind(@Nullable Key place, int most) {
        return "SELECT " + String.join(",", selected) + " FROM " + rule.object()
                + where(place == null ? null : place.behind()) + Key.ORDER + " LIMIT " + most;
    }

    /** Those of some records that the rule takes, with all that is read of them. */
    RestRequest records(String root, List<RecordId> ids) {
        return request(
                root,
                "/query",
                "SELECT " + String.join(",", selected) + " FROM " + rule.object() + where(SoqlText.in("Id", ids)));
    }

    /** Those records that the rule takes and that have one of some addresses, with the Contacts that they became. */
    RestRequest ofAddresses(String root, List<String> addresses) {
        String field = addressField().orElseThrow();
        String contact = selected.contains(RidingAlong.CONTACT) ? "," + RidingAlong.CONTACT : "";
        return request(
                root,
                "/query",
                "SELECT Id," + field + contact + " FROM " + rule.object() + where(SoqlText.in(field, addresses))
                        + Key.ORDER);
    }

    /** The object whose records are read. */
    String object() {
        return rule.object();
    }

    /** The field of the e-mail address, if it can be read and asked by. */
    private Optional<String> addressField() {
        return Optional.ofNullable(mappings.fields().get(LeadField.EMAIL))
                .filter(fields.isVisible())
                .filter(field -> fields.described()
                        .field(field)
                        .filter(FieldDescribe::isFilterable)
                        .isPresent());
    }

    /** Whether records can be asked for by their address. */
    boolean isAskedByAddress() {
        return addressField().isPresent();
    }

    /** The address of a record, as far as it was read and can be asked by. */
    Optional<String> address(SalesforceRecord row) {
        return addressField().flatMap(row::text).map(LeadKeys::address);
    }

    /** The records that the rule takes, behind a place and not behind a moment, for a job, which needs no order. */
    String forJob(Key place, Instant until) {
        return "SELECT " + String.join(",", selected) + " FROM " + rule.object()
                + where("SystemModstamp <= " + SoqlText.literal(until.plusSeconds(1)) + " AND " + place.behind());
    }

    /** Everything that changed behind a place, whether the rule takes it or not. */
    RestRequest changes(String root, Key place) {
        return request(
                root,
                "/queryAll",
                "SELECT Id,SystemModstamp," + fate() + " FROM " + rule.object() + " WHERE " + place.behind() + Key.ORDER
                        + " LIMIT " + PageSize.MOST);
    }

    /** What became of some records, by their Ids. */
    RestRequest fates(String root, List<?> ids) {
        return request(
                root,
                "/queryAll",
                "SELECT Id," + fate() + " FROM " + rule.object() + " WHERE " + SoqlText.in("Id", ids));
    }

    private String fate() {
        String master = fields.isVisible().test("MasterRecordId") ? ",MasterRecordId" : "";
        return "IsDeleted" + master + addressField().map(field -> "," + field).orElse("");
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
