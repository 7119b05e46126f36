package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestError;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.settings.DuplicateHandling;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import jakarta.json.stream.JsonGenerator;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Rows as requests in their two forms, and the answers back to rows. */
final class WriteRequests {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final int FIRST_REFUSAL = 400;

    private final String root;
    private final SyncSettings settings;

    WriteRequests(String root, SyncSettings settings) {
        this.root = root;
        this.settings = settings;
    }

    /** A row as a request of its own; an update can carry the guard. */
    RestRequest single(Row row) {
        String path = root + "/sobjects/" + row.object();
        String method = row.isCreate() ? "POST" : "PATCH";
        return RestRequest.of(method, row.isCreate() ? path : path + "/" + row.id(), json -> {
                    json.writeStartObject();
                    row.writeFields(json);
                    json.writeEnd();
                })
                .with(singleHeaders(row));
    }

    private Map<String, String> singleHeaders(Row row) {
        Map<String, String> headers = headers(row);
        row.guard().ifPresent(stamp -> headers.put("If-Unmodified-Since", HTTP_DATE.format(stamp)));
        row.sending(true, row.guard().isPresent());
        return headers;
    }

    /** Both headers are always sent: what Salesforce does without them changes owners and surprises people. */
    private Map<String, String> headers(Row row) {
        Optional<PushRule.CreateWhenNoMatch> creation =
                settings.rule(row.object()).creation().filter(rule -> row.isCreate());
        boolean assign =
                creation.filter(PushRule.CreateWhenNoMatch::runsAssignmentRules).isPresent();
        boolean save = creation.filter(rule -> rule.duplicateHandling() == DuplicateHandling.SAVE_ANYWAY)
                .isPresent();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Sforce-Auto-Assign", assign ? "TRUE" : "FALSE");
        headers.put("Sforce-Duplicate-Rule-Header", "allowSave=" + save);
        return headers;
    }

    RowAnswer answerToSingle(RestAnswer answer) {
        if (answer.isSuccess()) {
            return RowAnswer.done(
                    answer.body().at("id").text().flatMap(RecordId::parse).orElse(null));
        }
        if (answer.status() == 412) {
            return RowAnswer.changed(
                    Reason.of(ReasonCode.CHANGED_MEANWHILE, "Somebody changed the record since it was read."));
        }
        return isRefusal(answer) ? refused(answer) : RowAnswer.lost(incomplete());
    }

    /** Any other status says nothing of what became of a record; 0 stands for none. */
    private static boolean isRefusal(RestAnswer answer) {
        return answer.status() >= FIRST_REFUSAL;
    }

    private static RowAnswer refused(RestAnswer answer) {
        return answer.errors().stream()
                .findFirst()
                .map(RowAnswer::refused)
                .orElseGet(() -> RowAnswer.refused(Reason.of(
                        ReasonCode.REQUEST_REFUSED,
                        "Salesforce refused the record with HTTP " + answer.status() + ".")));
    }

    /** Rows sorted into collections: each of one object and one operation, and of no more rows than the org takes. */
    List<List<Row>> collections(List<Row> rows, CollectionSize size) {
        Map<String, List<Row>> byKind = new LinkedHashMap<>();
        rows.forEach(row -> byKind.computeIfAbsent(row.operation(), any -> new ArrayList<>())
                .add(row));
        List<List<Row>> collections = new ArrayList<>();
        for (List<Row> kind : byKind.values()) {
            int most = size.rows(kind.get(0).operation());
            for (int from = 0; from < kind.size(); from += most) {
                collections.add(kind.subList(from, Math.min(kind.size(), from + most)));
            }
        }
        return collections;
    }

    /** Rows outside of a composite: one as itself, so that it can carry the guard; several as a collection. */
    RestRequest alone(List<Row> rows) {
        return rows.size() == 1 ? single(rows.get(0)) : collection(rows);
    }

    void takeAlone(List<Row> rows, RestAnswer answer) {
        if (rows.size() == 1) {
            rows.get(0).answer(answerToSingle(answer));
        } else {
            takeCollection(rows, answer);
        }
    }

    RestRequest collection(List<Row> rows) {
        Row first = rows.get(0);
        rows.forEach(row -> row.sending(false, false));
        String method = first.isCreate() ? "POST" : "PATCH";
        return RestRequest.of(method, root + "/composite/sobjects", json -> write(json, rows))
                .with(headers(first));
    }

    private static void write(JsonGenerator json, List<Row> rows) {
        json.writeStartObject().write("allOrNone", false).writeStartArray("records");
        for (Row row : rows) {
            json.writeStartObject();
            json.writeStartObject("attributes").write("type", row.object()).writeEnd();
            if (!row.isCreate()) {
                json.write("id", row.id().value());
            }
            row.writeFields(json);
            json.writeEnd();
        }
        json.writeEnd().writeEnd();
    }

    void takeCollection(List<Row> rows, RestAnswer answer) {
        List<JsonView> items = answer.body().items();
        if (!answer.isSuccess()) {
            RowAnswer all = isRefusal(answer) ? refused(answer) : RowAnswer.lost(incomplete());
            rows.forEach(row -> row.answer(all));
        } else if (items.size() != rows.size()) {
            rows.forEach(row -> row.answer(RowAnswer.lost(incomplete())));
        } else {
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).answer(item(items.get(i)));
            }
        }
    }

    private static RowAnswer item(JsonView item) {
        if (item.at("success").isTrue()) {
            return RowAnswer.done(item.at("id").text().flatMap(RecordId::parse).orElse(null));
        }
        return RestError.listOf(item.at("errors")).stream()
                .findFirst()
                .map(RowAnswer::refused)
                .orElseGet(() -> RowAnswer.lost(incomplete()));
    }

    private static Reason incomplete() {
        return Reason.of(
                ReasonCode.ANSWER_INCOMPLETE,
                "The answer has no result for this record, so it is not known whether it was written.");
    }
}
