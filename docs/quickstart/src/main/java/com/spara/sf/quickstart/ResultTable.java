package com.spara.sf.quickstart;

import com.spara.sf.ReasonCode;
import com.spara.sf.sync.FieldDecision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A report as a table of 120 columns, for people. */
final class ResultTable {
    private static final List<Integer> WIDTHS = List.of(3, 26, 7, 9, 26, 39);
    private static final String END = System.lineSeparator();
    private static final String PLANNED_ALONE = ", each looked up alone; a push takes 200 at a time";
    private static final String NOTHING_WRITTEN = "Nothing was written.";
    private static final String NEXT = "Next: -Dexec.args=\"--plan\" shows what a push would do and writes nothing,"
            + " \"--help\" lists all options.";
    private static final String GUIDE = "      docs/first-push.md leads to a host of your own.";

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private ResultTable(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new ResultTable(report).text();
    }

    private String text() {
        line(leads() + (report.isPlan() ? ", looked up in " : " pushed into ") + report.org());
        line("");
        text.append(table());
        line("");
        line("Leads      " + totals(LeadReport::lead));
        line("Contacts   " + totals(LeadReport::contact) + notShown());
        report.apiCalls().ifPresent(this::apiCalls);
        onCreateOnly();
        line("");
        next();
        return text.toString();
    }

    private void next() {
        if (report.isPlan()) {
            line(NOTHING_WRITTEN);
        } else {
            line(NEXT);
            line(GUIDE);
        }
    }

    private void apiCalls(int calls) {
        line("API calls  " + calls + " for " + leads() + (report.isPlan() ? PLANNED_ALONE : ""));
    }

    /** One line for all records: said with each of them, it would drown the rest. */
    private void onCreateOnly() {
        String fields = report.leads().stream()
                .flatMap(lead -> lead.records().stream())
                .flatMap(record -> record.plan().fields().stream())
                .filter(field -> field.reason().is(ReasonCode.ON_CREATE_ONLY))
                .map(FieldDecision::field)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!fields.isEmpty()) {
            line("Kept       " + fields + " of the records that were there: the rule is to write it on create only");
        }
    }

    private void line(String content) {
        text.append(content).append(END);
    }

    private TextTable table() {
        TextTable table = new TextTable(WIDTHS);
        String fields = report.isPlan() ? "Fields to write" : "Fields written";
        table.row(List.of("#", "Lead", "Object", report.isPlan() ? "Plan" : "Outcome", fields, "Why"));
        table.rule();
        for (int i = 0; i < report.leads().size(); i++) {
            rows(table, i + 1, report.leads().get(i));
        }
        return table;
    }

    private static void rows(TextTable table, int number, LeadReport lead) {
        String warnings = lead.warnings().stream().map(w -> " " + w.text()).collect(Collectors.joining());
        table.row(row(List.of(String.valueOf(number), lead.who()), lead.lead(), warnings + lead.readBack()));
        if (!lead.contact().isNoNews()) {
            table.row(row(List.of("", ""), lead.contact(), ""));
        }
    }

    private static List<String> row(List<String> who, RecordReport record, String more) {
        List<String> cells = new ArrayList<>(who);
        cells.add(record.plan().object());
        cells.add(record.outcome());
        cells.add(Fields.of(record));
        cells.add(Why.of(record) + more);
        return cells;
    }

    private String totals(Function<LeadReport, RecordReport> object) {
        Map<String, Long> counts = report.leads().stream()
                .map(object)
                .collect(Collectors.groupingBy(RecordReport::outcome, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private String notShown() {
        long hidden = report.leads().stream()
                .filter(lead -> lead.contact().isNoNews())
                .count();
        return hidden == 0 ? "" : " (" + hidden + " not shown: no match, and none to be made)";
    }

    private String leads() {
        int number = report.leads().size();
        return number + (number == 1 ? " lead" : " leads");
    }
}
