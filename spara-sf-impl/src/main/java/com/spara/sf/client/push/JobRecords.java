package com.spara.sf.client.push;

import com.spara.sf.RecordId;
import com.spara.sf.client.bulk.CsvRow;
import com.spara.sf.client.bulk.CsvValue;
import com.spara.sf.client.bulk.IngestJob;
import com.spara.sf.client.bulk.JobInfo;
import com.spara.sf.spi.Lookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the results of jobs say of records: of those that are there by their Ids, of those that were to be made also by the values
 * that the matchers look for. Of each row no other values are held.
 */
final class JobRecords {

    private final Map<String, Set<String>> columns = new HashMap<>();
    private final Map<RecordId, Told> byId = new HashMap<>();
    private final Map<String, List<Told>> byValue = new HashMap<>();
    private final Set<String> lacking = new HashSet<>();

    /** What a row came to, with its values by column. */
    record Told(boolean isCreate, RowAnswer answer, Map<String, String> values) {}

    /** Makes the values known by which a lead is looked for, before results are read. */
    void lookFor(LeadWork work) {
        work.objects()
                .flatMap(object -> object.lookups().stream())
                .forEach(lookup -> columns.computeIfAbsent(
                                lookup.object(), any -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER))
                        .addAll(lookup.conditionFields()));
    }

    /** Reads the results of a job, first of the rows that it did not come to, since one of them may move on meanwhile. */
    void read(JobHandle.Job name, IngestJob job, JobInfo over) {
        long told = over.isComplete() ? 0 : job.unprocessed(over, row -> add(name, row, JobWrite.notComeTo(over)));
        told += job.successful(over, row -> row.id().ifPresent(id -> add(name, row.row(), RowAnswer.done(id))));
        told += job.failed(over, row -> add(name, row.row(), RowAnswer.refused(row.error())));
        if (!over.isComplete() && told < name.rows() && name.isCreate()) {
            lacking.add(name.object());
        }
    }

    /** Whether a job that was not completed says nothing of some rows, so that one of them may have become this record. */
    boolean mayLack(ObjectWork work) {
        return work.record().isEmpty() && lacking.contains(work.object());
    }

    private void add(JobHandle.Job name, CsvRow row, RowAnswer answer) {
        Told told = new Told(name.isCreate(), answer, values(name, row));
        answer.id().or(() -> row.text("Id").flatMap(RecordId::parse)).ifPresent(id -> byId.put(id, told));
        if (name.isCreate()) {
            told.values()
                    .forEach((column, value) -> byValue.computeIfAbsent(
                                    key(name.object(), column, value), any -> new ArrayList<>(1))
                            .add(told));
        }
    }

    private Map<String, String> values(JobHandle.Job name, CsvRow row) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String column : columns.getOrDefault(name.object(), Set.of())) {
            row.text(column).ifPresent(value -> values.put(column, plain(value)));
        }
        return values;
    }

    /** What the jobs say of the record that a lead goes to; empty if none of them had it. */
    Optional<Told> of(ObjectWork work) {
        return work.record().isPresent()
                ? work.record().flatMap(record -> Optional.ofNullable(byId.get(record.id())))
                : work.lookups().stream()
                        .flatMap(lookup -> made(lookup).stream())
                        .findFirst();
    }

    private Optional<Told> made(Lookup lookup) {
        Map.Entry<String, Object> first =
                lookup.conditions().entrySet().iterator().next();
        String key = key(lookup.object(), first.getKey(), plain(CsvValue.text(first.getValue())));
        return byValue.getOrDefault(key, List.of()).stream()
                .filter(told -> lookup.conditions().entrySet().stream()
                        .allMatch(condition -> plain(CsvValue.text(condition.getValue()))
                                .equals(told.values().get(condition.getKey()))))
                .min(Comparator.comparing(told -> told.answer().is(RowAnswer.Kind.NOT_SENT)));
    }

    private static String key(String object, String column, String value) {
        return object + "\0" + column.toLowerCase(Locale.ROOT) + "\0" + value;
    }

    private static String plain(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
