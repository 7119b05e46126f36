package com.spara.sf.quickstart;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.sync.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The reasons of one record in a few sentences, but for fields that are written on create only. */
final class Why {
    private static final Set<String> ORDINARY =
            Set.of(ReasonCode.NO_VALUE, ReasonCode.ALREADY_THERE, ReasonCode.ON_CREATE_ONLY);

    private final RecordReport record;
    private final List<String> sentences = new ArrayList<>();

    private Why(RecordReport record) {
        this.record = record;
    }

    static String of(RecordReport record) {
        return new Why(record).text();
    }

    private String text() {
        record.plan().match().ifPresent(match -> sentences.add(found(match)));
        boolean foundAndWritten =
                record.plan().match().isPresent() && record.reason().is(ReasonCode.WRITTEN);
        if (!foundAndWritten) {
            sentences.add(record.reason().text());
        }
        record.reason().salesforceWords().ifPresent(words -> sentences.add("Salesforce says: " + words));
        kept();
        record.plan().fields().stream().filter(Why::isWorthANote).forEach(this::note);
        record.plan().warnings().forEach(warning -> sentences.add(warning.text()));
        return String.join(" ", sentences);
    }

    private static String found(Match match) {
        int candidates = match.candidates().size();
        return candidates == 1
                ? "Found by " + match.matcher() + "."
                : "Found " + candidates + " by " + match.matcher() + "; taken is "
                        + match.decidedBy().text() + ".";
    }

    private void kept() {
        String kept = record.plan().fields(FieldDecision.Action.KEEP).stream()
                .filter(field -> !ORDINARY.contains(field.reason().code()))
                .map(field -> field.field() + " (" + field.rule() + ")")
                .collect(Collectors.joining(", "));
        if (!kept.isEmpty()) {
            sentences.add("Kept: " + kept + ".");
        }
    }

    private static boolean isWorthANote(FieldDecision field) {
        return field.action() != FieldDecision.Action.KEEP
                && !field.reason().text().isEmpty();
    }

    private void note(FieldDecision field) {
        Reason reason = field.reason();
        sentences.add(field.field() + said(field, reason) + ": " + reason.text());
    }

    private static String said(FieldDecision field, Reason reason) {
        if (field.action() == FieldDecision.Action.LEAVE_OUT) {
            return " left out";
        }
        return reason.is(ReasonCode.PLACEHOLDER) ? " \"" + field.after().orElse("") + "\"" : "";
    }
}
