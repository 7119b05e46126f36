package com.spara.sf.sync;

import com.spara.sf.Conversation;
import com.spara.sf.Reason;
import com.spara.sf.RecordId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans and results as text, in columns. Empty lines of fields without a value are left away. */
final class Explanation {

    private static final int LONGEST_VALUE = 40;
    private static final int CHANGE_WIDTH = 44;

    private Explanation() {}

    static String of(RecordPlan plan) {
        String head = head(plan.object(), plan.action().name(), plan.id(), plan.match(), plan.reason());
        return head + fields(plan) + warnings(plan.warnings());
    }

    static String of(RecordResult result) {
        String head = head(result.object(), result.outcome().name(), result.id(), result.match(), result.reason());
        return head + fields(result.plan()) + warnings(result.warnings());
    }

    private static String head(
            String object, String verb, Optional<RecordId> id, Optional<Match> match, Reason reason) {
        String what =
                verb.toLowerCase(Locale.ROOT) + id.map(known -> " " + known).orElse("");
        String found = match.map(Explanation::found).orElse("");
        String said = reason.salesforceWords()
                .map(words -> " Salesforce says: " + words)
                .orElse("");
        String why = (found.isEmpty() ? "" : found + ". ") + reason.text() + said;
        return String.format(Locale.ROOT, "%-8s%-30s %s%n", object, what, why);
    }

    private static String found(Match match) {
        int candidates = match.candidates().size();
        String by = "Matched by " + match.matcher();
        return candidates == 1
                ? by
                : by + "; " + candidates + " candidates: " + match.decidedBy().text();
    }

    private static String fields(RecordPlan plan) {
        int width =
                plan.fields().stream().mapToInt(f -> f.field().length()).max().orElse(0);
        StringBuilder lines = new StringBuilder();
        for (FieldDecision field : plan.fields()) {
            lines.append(String.format(
                    Locale.ROOT,
                    "  %-" + width + "s  %-" + CHANGE_WIDTH + "s  %s%n",
                    field.field(),
                    change(field),
                    why(field)));
        }
        return lines.toString();
    }

    private static String change(FieldDecision field) {
        return switch (field.action()) {
            case WRITE ->
                shown(field.before().orElse(null)) + "  →  "
                        + shown(field.after().orElse(null));
            case KEEP -> "kept " + shown(field.before().orElse(null));
            case LEAVE_OUT -> "left out";
        };
    }

    private static String why(FieldDecision field) {
        String rule = field.rule() + (field.isGuarded() ? ", guarded" : "");
        return field.reason().text().isEmpty()
                ? rule
                : rule + ": " + field.reason().text();
    }

    private static String warnings(List<Reason> warnings) {
        StringBuilder lines = new StringBuilder();
        for (Reason warning : warnings) {
            lines.append("  ! ").append(warning.text());
            lines.append(warning.ids().isEmpty() ? "" : " " + warning.ids()).append(System.lineSeparator());
        }
        return lines.toString();
    }

    static String notes(List<Reason> notes) {
        StringBuilder lines = new StringBuilder();
        for (Reason note : notes) {
            lines.append("  ").append(note.text());
            lines.append(note.ids().isEmpty() ? "" : " " + note.ids()).append(System.lineSeparator());
        }
        return lines.toString();
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "\"\"";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String text = value instanceof Conversation thread ? thread.text() : value.toString();
        String line = text.replaceAll("\\s+", " ").strip();
        return '"' + (line.length() > LONGEST_VALUE ? line.substring(0, LONGEST_VALUE - 1) + "…" : line) + '"';
    }
}
