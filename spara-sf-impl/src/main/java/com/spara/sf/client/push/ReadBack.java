package com.spara.sf.client.push;

import com.spara.sf.RecordId;
import com.spara.sf.client.read.LookupReader;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.client.soql.SoqlText;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.FieldDecision;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the records that a push makes back in the write's own call, by their e-mail addresses, so that the enrichers see
 * their owners. By value and not by a reference to the creates, since one refused row would halt that.
 */
final class ReadBack {

    private final Map<Row, LeadWork> made;
    private final RestRequest request;

    private ReadBack(Map<Row, LeadWork> made, RestRequest request) {
        this.made = made;
        this.request = request;
    }

    /** What is to be read back; empty if nothing is made of which an enricher wants to know more. */
    static Optional<ReadBack> of(String root, Map<Group, Row> rows, LookupReader reader) {
        return of(root, "Lead", rows, reader).or(() -> of(root, "Contact", rows, reader));
    }

    private static Optional<ReadBack> of(String root, String object, Map<Group, Row> rows, LookupReader reader) {
        Map<Row, LeadWork> made = rows.entrySet().stream()
                .filter(entry -> isWanted(entry.getKey(), entry.getValue(), object))
                .collect(Collectors.toMap(
                        Map.Entry::getValue, entry -> entry.getKey().members().get(0)));
        Set<String> fields = fields(object, made.values(), reader);
        if (made.isEmpty() || fields.isEmpty()) {
            return Optional.empty();
        }
        fields.add("Id");
        List<String> addresses = made.keySet().stream()
                .map(row -> address(row).orElseThrow())
                .distinct()
                .toList();
        String soql = "SELECT " + fields.stream().map(SoqlText::name).collect(Collectors.joining(", ")) + " FROM "
                + object + " WHERE " + SoqlText.in("Email", addresses);
        return Optional.of(new ReadBack(made, RestRequest.get(root + "/query?q=" + SoqlText.asParameter(soql))));
    }

    private static boolean isWanted(Group group, Row row, String object) {
        return isNew(group, row, object)
                && address(row).isPresent()
                && group.members().size() == 1;
    }

    /** Whether the row makes a record of that object for people of whom there was none. */
    static boolean isNew(Group group, Row row, String object) {
        return row.isCreate()
                && row.object().equals(object)
                && group.members().stream().noneMatch(LeadWork::hasRecord);
    }

    private static Optional<String> address(Row row) {
        for (FieldDecision field : row.plan().fields()) {
            boolean isEmail = field.field().equals("Email") && field.action() == FieldDecision.Action.WRITE;
            if (isEmail && field.after().isPresent()) {
                return field.after().map(Object::toString);
            }
        }
        return Optional.empty();
    }

    /** What the enrichers want to know of a record of that object that was made for one of these. */
    static Set<String> fields(String object, Collection<LeadWork> made, LookupReader reader) {
        Set<String> fields = new LinkedHashSet<>();
        for (Lookup lookup : ReadStage.ofMatched(made)) {
            if (lookup.object().equals(object)) {
                fields.addAll(ReadStage.ofMatched(lookup, lookup.fields()));
            }
        }
        fields.removeIf(path -> !reader.isVisible(object, path));
        return fields;
    }

    RestRequest request() {
        return request;
    }

    /** Gives each lead the record that was made for it, and returns those leads. */
    List<LeadWork> take(RestAnswer answer) {
        Map<RecordId, SalesforceRecord> byId = LookupReader.recordsOf(answer).stream()
                .collect(Collectors.toMap(SalesforceRecord::id, record -> record, (a, b) -> a));
        return made.entrySet().stream()
                .filter(entry ->
                        entry.getKey().answer().id().filter(byId::containsKey).isPresent())
                .map(entry -> found(
                        entry.getValue(),
                        Objects.requireNonNull(
                                byId.get(entry.getKey().answer().id().orElseThrow()))))
                .toList();
    }

    /** The lead, for which that record was made. */
    static LeadWork found(LeadWork work, SalesforceRecord record) {
        work.found(work.found().withMatch(record, "made by this push"));
        return work;
    }
}
