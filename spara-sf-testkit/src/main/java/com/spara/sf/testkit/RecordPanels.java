package com.spara.sf.testkit;

import com.spara.sf.testkit.page.Html;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.schema.SObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The records of an org on its page: the first of each object, all of one object, or one of them. */
final class RecordPanels {
    static final String OBJECT = "object";
    static final String RECORD = "record";
    private static final String FROM = "from";
    private static final int FIRST = 20;
    private static final int PAGE = 100;

    private final OrgRooms rooms;
    private final Html html;

    RecordPanels(OrgRooms rooms, Html html) {
        this.rooms = rooms;
        this.html = html;
    }

    /** Some records of one object, and where they stand among all of it. */
    private record Excerpt(SObject type, List<FakeRecord> records, long from, long count) {}

    void overview() {
        List<SObject> shown =
                rooms.workObjects().filter(type -> count(type) > 0).toList();
        if (shown.isEmpty()) {
            html.element("p", "There are no records yet.", "class", "quiet");
        }
        shown.forEach(type -> table(excerpt(type, 0, FIRST)));
    }

    /** The objects that have records, and what else the page holds. */
    void navigation() {
        html.open("nav");
        for (SObject type : rooms.records().schema().objects()) {
            long count = count(type);
            if (count > 0) {
                html.open("a", "href", link(OBJECT, type.name())).text(type.name() + " ");
                html.element("b", String.valueOf(count)).close("a");
            }
        }
        html.element("a", "Planned trouble", "href", "/#trouble").element("a", "Calls", "href", "/#calls");
        html.close("nav");
    }

    /** A page of records of one object. */
    void object(Map<String, String> parameters) {
        Optional<SObject> type = rooms.records().schema().object(parameters.getOrDefault(OBJECT, ""));
        if (type.isEmpty()) {
            html.element("p", "This org has no such object.");
            return;
        }
        Excerpt excerpt = excerpt(type.get(), number(parameters.getOrDefault(FROM, "")), PAGE);
        table(excerpt);
        turn(excerpt, excerpt.from - PAGE, "Back");
        turn(excerpt, excerpt.from + PAGE, "Further");
    }

    private void turn(Excerpt excerpt, long from, String word) {
        if (from > -PAGE && from < excerpt.count) {
            String place = "&" + FROM + "=" + Math.max(0, from);
            html.open("p").element("a", word, "href", link(OBJECT, excerpt.type.name()) + place);
            html.close("p");
        }
    }

    /** Every field of one record. */
    void record(String id) {
        Optional<FakeRecord> found = rooms.records().find(id).map(FakeRecord::new);
        if (found.isEmpty()) {
            html.element("p", "This org has no such record.");
            return;
        }
        FakeRecord record = found.get();
        html.open("h2").element("a", record.type(), "href", link(OBJECT, record.type()));
        html.text(record.isDeleted() ? " (in the recycle bin)" : "").close("h2");
        html.open("div", "class", "wide").open("table", "class", "one");
        record.fields().keySet().forEach(field -> {
            html.open("tr").element("th", field);
            cell(record, field);
            html.close("tr");
        });
        html.close("table").close("div");
    }

    private void table(Excerpt excerpt) {
        html.open("h2").element("a", excerpt.type.name(), "href", link(OBJECT, excerpt.type.name()));
        html.element("span", range(excerpt), "class", "quiet").close("h2");
        Set<String> columns = new LinkedHashSet<>();
        excerpt.records.forEach(
                record -> columns.addAll(RecordTable.shownFields(record).keySet()));
        html.open("div", "class", "wide").open("table").open("tr");
        columns.forEach(column -> html.element("th", column));
        html.close("tr");
        excerpt.records.forEach(record -> row(record, columns));
        html.close("table").close("div");
    }

    private static String range(Excerpt excerpt) {
        int shown = excerpt.records.size();
        return shown == excerpt.count
                ? shown + (shown == 1 ? " record" : " records")
                : "records " + (excerpt.from + 1) + " to " + (excerpt.from + shown) + " of " + excerpt.count;
    }

    private void row(FakeRecord record, Set<String> columns) {
        html.open("tr", "class", record.isDeleted() ? "deleted" : "live");
        columns.forEach(column -> cell(record, column));
        html.close("tr");
    }

    private void cell(FakeRecord record, String field) {
        String text = Optional.ofNullable(record.text(field)).orElse("");
        boolean isFalse = Boolean.FALSE.equals(record.value(field));
        html.open("td", "title", isFalse ? "" : text);
        if (rooms.records().find(text).isPresent()) {
            html.element("a", text, "href", link(RECORD, text));
        } else {
            html.text(text);
        }
        html.close("td");
    }

    private Excerpt excerpt(SObject type, long from, int most) {
        List<FakeRecord> records = rooms.records()
                .rows(type)
                .skip(from)
                .limit(most)
                .map(FakeRecord::new)
                .toList();
        return new Excerpt(type, records, from, count(type));
    }

    private long count(SObject type) {
        return rooms.records().rows(type).map(Row::id).count();
    }

    private static long number(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    private static String link(String parameter, String value) {
        return "/?" + parameter + "=" + value;
    }
}
