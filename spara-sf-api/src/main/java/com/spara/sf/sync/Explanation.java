package com.spara.sf.sync;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans and results as text, in columns. Fields for which the lead has no value share one line. */
final class Explanation {

    private static final int MOST_IDS = 5;

    private final Shown shown;
    private final StringBuilder lines = new StringBuilder();

    private Explanation(Shown shown) {
        this.shown = shown;
    }

    static String of(PushPlan plan, Shown shown) {
        Explanation text = new Explanation(shown);
        text.record(plan.lead());
        text.record(plan.contact());
        text.unmapped(plan.unmapped());
        text.read(plan.changes(), plan.notes());
        return text.ended(plan.apiCalls() + " more API call" + (plan.apiCalls() == 1 ? "" : "s"));
    }

    static String of(PushResult result, Shown shown) {
        Explanation text = new Explanation(shown);
        text.record(result.lead());
        text.record(result.contact());
        text.unmapped(result.unmapped());
        text.read(result.changes(), result.notes());
        return text.ended(result.apiCalls() + " API call" + (result.apiCalls() == 1 ? "" : "s"));
    }

    private String ended(String calls) {
        line("What a [CODE] means: " + Reason.of("CODE", "").page());
        return lines + calls;
    }

    private void record(RecordPlan plan) {
        head(plan.object(), verb(plan.action().name(), plan.id()), found(plan.match()) + said(plan.reason()));
        fields(plan, "");
        plan.warnings().forEach(warning -> line("  ! " + said(warning)));
    }

    private void record(RecordResult result) {
        String why = found(result.match()) + said(result.reason());
        head(result.object(), verb(result.outcome().name(), result.id()), why);
        fields(result.plan(), doubt(result.outcome()));
        result.duplicate().ifPresent(this::duplicate);
        result.warnings().forEach(warning -> line("  ! " + said(warning)));
    }

    /** What was to be written and was not must not look as if it had been. */
    private static String doubt(Outcome outcome) {
        return switch (outcome) {
            case CREATED, UPDATED -> "";
            case UNKNOWN -> "perhaps written: ";
            case UNCHANGED, SKIPPED, FAILED -> "not written: ";
        };
    }

    private static String verb(String name, Optional<RecordId> id) {
        return name.toLowerCase(Locale.ROOT) + id.map(known -> " " + known).orElse("");
    }

    private void head(String object, String what, String why) {
        line(String.format(Locale.ROOT, "%-8s%-30s %s", object, what, why));
    }

    private String found(Optional<Match> match) {
        return match.map(known -> "Matched by " + known.matcher() + candidates(known) + ". ")
                .orElse("");
    }

    private String candidates(Match match) {
        int number = match.candidates().size();
        return number == 1
                ? ""
                : "; " + number + " candidates: " + said(match.decidedBy()) + ": " + ids(match.candidates());
    }

    private String said(Reason reason) {
        String ids = reason.ids().isEmpty() ? "" : " " + ids(reason.ids());
        String text = shown.reason(reason);
        return (text.isEmpty() ? "" : text + " ") + "[" + reason.code() + "]" + ids;
    }

    private static String ids(List<RecordId> ids) {
        String first = ids.stream().limit(MOST_IDS).map(RecordId::toString).collect(Collectors.joining(", "));
        return ids.size() > MOST_IDS ? first + " and " + (ids.size() - MOST_IDS) + " more" : first;
    }

    private void fields(RecordPlan plan, String doubt) {
        List<FieldDecision> told =
                plan.fields().stream().filter(field -> !isAbsent(field)).toList();
        Columns columns = new Columns(2);
        told.forEach(field -> columns.row(names(field), change(field, doubt), why(field)));
        lines.append(columns);
        String absent = plan.fields().stream()
                .filter(Explanation::isAbsent)
                .map(Explanation::names)
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            line("  Without a value on the lead, so left alone: " + absent);
        }
    }

    private static boolean isAbsent(FieldDecision field) {
        return field.action() == FieldDecision.Action.KEEP && field.reason().is(ReasonCode.NO_VALUE);
    }

    private static String names(FieldDecision field) {
        return field.field() + " ← " + field.source();
    }

    private String change(FieldDecision field, String doubt) {
        String before = shown.value(field.before().orElse(null));
        return switch (field.action()) {
            case WRITE -> doubt + before + "  →  " + shown.value(field.after().orElse(null));
            case KEEP -> "kept " + before;
            case LEAVE_OUT -> "left out";
        };
    }

    private String why(FieldDecision field) {
        String rule = field.rule() + (field.isGuarded() ? ", guarded" : "");
        boolean isOrdinary = field.reason().is(ReasonCode.WRITTEN)
                && shown.reason(field.reason()).isEmpty();
        String separator = shown.reason(field.reason()).isEmpty() ? " " : ": ";
        return isOrdinary ? rule : rule + separator + said(field.reason());
    }

    private void duplicate(DuplicateFound found) {
        String rule = found.rule().isEmpty() ? "A duplicate rule" : "The duplicate rule " + found.rule();
        String records = found.records().isEmpty() ? "no record that the user may see" : ids(found.records());
        line("  ! " + rule + (found.isBlocking() ? " blocks" : " alerts") + ", and names " + records);
    }

    private void unmapped(List<String> keys) {
        if (!keys.isEmpty()) {
            line("On the lead, and mapped nowhere: " + String.join(", ", keys));
        }
    }

    private void read(List<LeadChange> changes, List<Reason> notes) {
        if (changes.isEmpty() && notes.isEmpty()) {
            return;
        }
        line("Read onto the host's lead");
        Columns columns = new Columns(1);
        changes.forEach(change -> columns.row(
                change.key(),
                shown.value(change.before().orElse(null)) + "  →  "
                        + shown.value(change.after().orElse(null))));
        lines.append(columns);
        notes.forEach(note -> line("  " + said(note)));
    }

    private void line(String text) {
        lines.append(text).append(System.lineSeparator());
    }
}
