package com.spara.sf.quickstart;

import com.spara.sf.Conversation;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.sync.RecordPlan;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** The fields of one record that were or would be written: of a new record their names, of another one old and new. */
final class Fields {
    private static final int LONGEST_VALUE = 40;

    private Fields() {}

    static String of(RecordReport record) {
        return record.plan().action() == RecordPlan.Action.CREATE
                ? record.fields().stream().map(FieldDecision::field).collect(Collectors.joining(", "))
                : record.fields().stream().map(Fields::change).collect(Collectors.joining("\n"));
    }

    private static String change(FieldDecision field) {
        String before = field.before().map(value -> shown(value) + " -> ").orElse("");
        return field.field() + ": " + before + field.after().map(Fields::shown).orElse("(cleared)");
    }

    private static String shown(Object value) {
        String text = value instanceof BigDecimal number
                ? number.toPlainString()
                : value instanceof Conversation thread ? thread.text() : value.toString();
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_VALUE ? line : text.length() + " characters";
    }
}
