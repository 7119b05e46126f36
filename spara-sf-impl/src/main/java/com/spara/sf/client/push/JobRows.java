package com.spara.sf.client.push;

import com.spara.sf.client.bulk.CsvRow;
import com.spara.sf.client.bulk.CsvValue;
import com.spara.sf.client.bulk.UploadRows;
import com.spara.sf.client.bulk.Uploaded;
import com.spara.sf.client.json.Sha256;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows of one job: how they are sent, and how they are found again in its results, which come in no order. A changed record
 * is known by its Id, a new one by its key, else by all its values as they were sent.
 */
final class JobRows {

    private final List<Row> rows;
    private final List<String> columns;
    private final List<String> telling;

    JobRows(List<Row> rows) {
        this.rows = new ArrayList<>(rows);
        Set<String> all = new LinkedHashSet<>();
        rows.forEach(row -> all.addAll(row.cells().keySet()));
        this.columns = List.copyOf(all);
        this.telling = telling();
    }

    /** What the results say of one row, which is told from others by its identity. */
    record Told(String identity, RowAnswer answer) {}

    private List<String> telling() {
        Row first = rows.get(0);
        if (!first.isCreate()) {
            return List.of("Id");
        }
        boolean haveKeys = rows.stream().allMatch(row -> row.keyField().isPresent());
        return haveKeys
                ? columns.stream()
                        .filter(column ->
                                column.equalsIgnoreCase(first.keyField().orElseThrow()))
                        .toList()
                : columns;
    }

    Row first() {
        return rows.get(0);
    }

    int size() {
        return rows.size();
    }

    UploadRows upload() {
        rows.forEach(row -> row.sending(false, false));
        return new UploadRows(
                columns, () -> rows.stream().<Map<String, ?>>map(Row::cells).iterator());
    }

    /** Keeps the rows that the job took, and returns the others. */
    List<Row> keep(Uploaded uploaded) {
        Set<Integer> leftOut = Set.copyOf(uploaded.leftOut());
        List<Row> left = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i >= uploaded.rows() || leftOut.contains(i)) {
                left.add(rows.get(i));
            }
        }
        rows.removeAll(Set.copyOf(left));
        return left;
    }

    Told told(CsvRow row, RowAnswer answer) {
        return new Told(identity(column -> row.text(column).orElse("")), answer);
    }

    /** Gives the rows their answers; of rows that are alike any may have the one or the other. */
    void answer(Collection<Told> answers) {
        Map<String, Deque<Row>> open = new HashMap<>();
        for (Row row : rows) {
            Map<String, Object> cells = row.cells();
            open.computeIfAbsent(identity(column -> CsvValue.text(cells.get(column))), any -> new ArrayDeque<>())
                    .add(row);
        }
        answers.forEach(told -> Optional.ofNullable(open.get(told.identity()))
                .map(Deque::poll)
                .ifPresent(row -> row.answer(told.answer())));
    }

    /** Gives an answer to those rows that have none. */
    void answerRest(RowAnswer answer) {
        rows.stream().filter(row -> !row.isAnswered()).forEach(row -> row.answer(answer));
    }

    /** Neither white space around a value nor the form of its line breaks need come back as they were sent. */
    private String identity(Function<String, String> cell) {
        String values = telling.stream()
                .map(column -> cell.apply(column).strip().replaceAll("\\R", "\n"))
                .collect(Collectors.joining("\0"));
        return Sha256.of(values).base64(Sha256.LENGTH);
    }
}
