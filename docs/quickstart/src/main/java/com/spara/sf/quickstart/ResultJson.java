package com.spara.sf.quickstart;

import com.spara.sf.Conversation;
import com.spara.sf.Reason;
import com.spara.sf.RecordId;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.sync.Match;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A report as JSON in UTF-8, for programs. Codes are {@link com.spara.sf.ReasonCode}'s and Salesforce's own. */
final class ResultJson {
    private static final int VERSION = 1;
    private static final JsonGeneratorFactory GENERATORS =
            JsonProvider.provider().createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private final JsonGenerator json;

    private ResultJson(JsonGenerator json) {
        this.json = json;
    }

    static byte[] of(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = GENERATORS.createGenerator(bytes, StandardCharsets.UTF_8)) {
            new ResultJson(json).report(report);
        }
        bytes.writeBytes(System.lineSeparator().getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private void report(Report report) {
        json.writeStartObject().write("version", VERSION);
        json.write("org", report.org());
        json.write("plan", report.isPlan());
        report.apiCalls().ifPresent(calls -> json.write("apiCalls", calls));
        report.stoppedBy().ifPresent(stop -> reason("stoppedBy", stop.reason()));
        json.writeStartArray("leads");
        report.leads().forEach(this::lead);
        json.writeEnd().writeEnd();
    }

    private void lead(LeadReport lead) {
        json.writeStartObject();
        lead.input().email().ifPresent(email -> json.write("email", email));
        record("lead", lead.lead());
        record("contact", lead.contact());
        reasons("notes", lead.notes());
        json.writeEnd();
    }

    private void record(String name, RecordReport record) {
        json.writeStartObject(name).write("outcome", record.outcome());
        record.id().ifPresent(id -> json.write("id", id.value()));
        reason("reason", record.reason());
        record.plan().match().ifPresent(this::match);
        json.writeStartArray("fields");
        record.plan().fields().forEach(this::field);
        json.writeEnd();
        reasons("warnings", record.plan().warnings());
        json.writeEnd();
    }

    private void match(Match match) {
        json.writeStartObject("match").write("matcher", match.matcher());
        ids("candidates", match.candidates());
        reason("decidedBy", match.decidedBy());
        json.writeEnd();
    }

    private void field(FieldDecision field) {
        json.writeStartObject().write("field", field.field());
        json.write("source", field.source());
        json.write("rule", field.rule());
        json.write("action", field.action().name().toLowerCase(Locale.ROOT));
        value("before", field.before());
        value("after", field.after());
        json.write("guarded", field.isGuarded());
        reason("reason", field.reason());
        json.writeEnd();
    }

    private void value(String name, Optional<Object> value) {
        if (value.isEmpty()) {
            return;
        }
        Object known = value.get();
        if (known instanceof BigDecimal number) {
            json.write(name, number);
        } else if (known instanceof Boolean flag) {
            json.write(name, flag);
        } else if (known instanceof List<?> choices) {
            json.writeStartArray(name);
            choices.forEach(choice -> json.write(String.valueOf(choice)));
            json.writeEnd();
        } else {
            json.write(name, known instanceof Conversation thread ? thread.text() : known.toString());
        }
    }

    private void reasons(String name, List<Reason> reasons) {
        json.writeStartArray(name);
        for (Reason warning : reasons) {
            json.writeStartObject();
            members(warning);
            json.writeEnd();
        }
        json.writeEnd();
    }

    private void reason(String name, Reason reason) {
        json.writeStartObject(name);
        members(reason);
        json.writeEnd();
    }

    private void members(Reason reason) {
        json.write("code", reason.code()).write("text", reason.text());
        reason.salesforceWords().ifPresent(words -> json.write("salesforceSays", words));
        if (!reason.ids().isEmpty()) {
            ids("ids", reason.ids());
        }
    }

    private void ids(String name, List<RecordId> ids) {
        json.writeStartArray(name);
        ids.forEach(id -> json.write(id.value()));
        json.writeEnd();
    }
}
