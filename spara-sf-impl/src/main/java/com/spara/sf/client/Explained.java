package com.spara.sf.client;

import com.spara.sf.Conversation;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.sync.DuplicateFound;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.sync.LeadChange;
import com.spara.sf.sync.Match;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.RecordPlan;
import com.spara.sf.sync.RecordResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Plans and results as the JDK values that become JSON.
 *
 * @param withData whether values are written, and not only of which kind they are
 */
record Explained(boolean withData) {

    Map<String, Object> record(RecordPlan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("action", named(plan.action()));
        plan.id().ifPresent(id -> json.put("id", id.value()));
        json.put("reason", reason(plan.reason()));
        rest(json, plan, field -> field(field, field.reason()));
        return json;
    }

    Map<String, Object> record(RecordResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", named(result.outcome()));
        json.put("written", written(result.outcome()));
        result.id().ifPresent(id -> json.put("id", id.value()));
        result.duplicate().ifPresent(found -> json.put("duplicate", duplicate(found)));
        json.put("reason", reason(result.reason()));
        rest(json, result.plan(), field -> field(field, result));
        return json;
    }

    private static String written(Outcome outcome) {
        return switch (outcome) {
            case CREATED, UPDATED -> "yes";
            case UNKNOWN -> "unknown";
            case UNCHANGED, SKIPPED, FAILED -> "no";
        };
    }

    private void rest(
            Map<String, Object> json, RecordPlan plan, Function<FieldDecision, Map<String, Object>> explained) {
        plan.match().ifPresent(match -> json.put("match", match(match)));
        json.put("fields", plan.fields().stream().map(explained).toList());
        if (!plan.warnings().isEmpty()) {
            json.put("warnings", plan.warnings().stream().map(this::reason).toList());
        }
    }

    void read(Map<String, Object> json, List<LeadChange> changes, List<Reason> notes) {
        json.put("read", changes.stream().map(this::change).toList());
        json.put("notes", notes.stream().map(this::reason).toList());
    }

    private Map<String, Object> match(Match match) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("matcher", match.matcher());
        json.put("candidates", ids(match.candidates()));
        json.put("decidedBy", reason(match.decidedBy()));
        return json;
    }

    private static Map<String, Object> duplicate(DuplicateFound found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", found.rule());
        json.put("blocking", found.isBlocking());
        json.put("records", ids(found.records()));
        return json;
    }

    /** What was to be written and was not must not look as if it had been, so each such field says it too, and why. */
    private Map<String, Object> field(FieldDecision field, RecordResult result) {
        String written = written(result.outcome());
        boolean plannedOnly = field.reason().is(ReasonCode.WRITTEN) && !written.equals("yes");
        Reason ofRecord = Reason.of(result.reason().code(), result.reason().text());
        Map<String, Object> json = field(field, plannedOnly ? ofRecord : field.reason());
        if (field.action() == FieldDecision.Action.WRITE) {
            json.put("written", written);
        }
        return json;
    }

    private Map<String, Object> field(FieldDecision field, Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", field.field());
        json.put("from", field.source());
        json.put("rule", field.rule());
        json.put("action", named(field.action()));
        field.before().ifPresent(value -> json.put("before", value(value)));
        field.after().ifPresent(value -> json.put("after", value(value)));
        if (field.isGuarded()) {
            json.put("guarded", true);
        }
        json.put("reason", reason(reason));
        return json;
    }

    private Map<String, Object> change(LeadChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", change.key());
        change.before().ifPresent(value -> json.put("before", value(value)));
        change.after().ifPresent(value -> json.put("after", value(value)));
        return json;
    }

    private Map<String, Object> reason(Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", reason.code());
        if (withData || !reason.is(ReasonCode.LEFT_BY_RULE)) {
            json.put("text", reason.text());
        }
        reason.salesforceWords().filter(words -> withData).ifPresent(words -> json.put("salesforceSays", words));
        if (!reason.ids().isEmpty()) {
            json.put("ids", ids(reason.ids()));
        }
        json.put("page", reason.page());
        return json;
    }

    private Object value(Object value) {
        return withData ? plain(value) : shape(value);
    }

    private static Object plain(Object value) {
        if (value instanceof List<?> choices) {
            return choices.stream().map(String::valueOf).toList();
        }
        return value instanceof Conversation thread ? thread.text() : value;
    }

    private static Map<String, Object> shape(Object value) {
        if (value instanceof BigDecimal) {
            return Map.of("type", "number");
        }
        if (value instanceof Boolean) {
            return Map.of("type", "boolean");
        }
        if (value instanceof LocalDate || value instanceof Instant) {
            return Map.of("type", "date");
        }
        String text = String.valueOf(plain(value));
        return sized(value instanceof Conversation ? "conversation" : "text", text.length());
    }

    private static Map<String, Object> sized(String type, int length) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type);
        json.put("length", length);
        return json;
    }

    private static String named(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> ids(List<RecordId> ids) {
        return ids.stream().map(RecordId::value).toList();
    }
}
