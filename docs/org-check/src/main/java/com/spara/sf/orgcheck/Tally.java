package com.spara.sf.orgcheck;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The lines so far, counted. */
final class Tally {
    private final Map<Finding.Verdict, Integer> counts = new EnumMap<>(Finding.Verdict.class);
    private boolean clean;

    String line(Assumption assumption, Finding finding) {
        counts.merge(finding.verdict(), 1, Integer::sum);
        int number = counts.values().stream().mapToInt(Integer::intValue).sum();
        return String.format(
                Locale.ROOT, "%2d  %-14s  %s [%s]", number, finding.verdict(), assumption.statement(), finding.facts());
    }

    /** Notes whether all records of the run are gone. */
    void cleaned(boolean gone) {
        clean = gone;
    }

    boolean isComplete() {
        return clean && count(Finding.Verdict.UNANSWERED) == 0;
    }

    String summary() {
        return count(Finding.Verdict.YES) + " yes, " + count(Finding.Verdict.NO) + " no, "
                + count(Finding.Verdict.UNANSWERED) + " could not tell."
                + (clean ? " All records of this run are deleted." : "");
    }

    private int count(Finding.Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }
}
