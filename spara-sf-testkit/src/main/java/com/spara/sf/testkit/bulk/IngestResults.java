package com.spara.sf.testkit.bulk;

import com.spara.sf.testkit.records.Question;
import com.spara.sf.testkit.records.Records;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Writes what became of the rows of a job, each with its own values behind it. Nobody promises that they come in the
 * order of the upload, so here every second one comes first, unless the org is told to keep the order.
 */
final class IngestResults {
    private static final int IDS_OF_FAILURES = 53;

    private final IngestJob job;
    private final Records records;

    IngestResults(IngestJob job, Records records) {
        this.job = job;
        this.records = records;
    }

    byte[] successful() {
        return table(List.of("sf__Id", "sf__Created"), index -> !outcome(index).isFailure(), (line, row) -> {
            RowOutcome outcome = outcome(row.index);
            line.line(concat(List.of(outcome.id(), String.valueOf(outcome.isCreated())), row.cells));
        });
    }

    byte[] failed() {
        boolean named = job.origin().version() >= IDS_OF_FAILURES;
        return table(List.of("sf__Id", "sf__Error"), index -> outcome(index).isFailure(), (line, row) -> {
            RowOutcome outcome = outcome(row.index);
            line.line(concat(List.of(named ? outcome.id() : "", outcome.errorText()), row.cells));
        });
    }

    /** The rows that were not come to, as they were sent. */
    byte[] unprocessed() {
        CsvWriter out = new CsvWriter(job.format());
        CsvReader csv = job.read();
        csv.next().ifPresent(header -> out.line(List.of(), header));
        int index = 0;
        for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
            if (index >= job.outcomes().size()) {
                out.line(List.of(), row.get());
            }
            index++;
        }
        return out.bytes();
    }

    private RowOutcome outcome(int index) {
        return job.outcomes().get(index);
    }

    private record SentRow(int index, List<String> cells) {}

    private byte[] table(List<String> added, IntPredicate wanted, BiConsumer<CsvWriter, SentRow> how) {
        CsvWriter out = new CsvWriter(job.format());
        out.line(added, job.read().next().orElse(List.of()));
        if (records.answers().is(Question.BULK_RESULTS_KEEP_ORDER)) {
            pass(wanted, row -> how.accept(out, row));
        } else {
            pass(wanted.and(index -> index % 2 == 1), row -> how.accept(out, row));
            pass(wanted.and(index -> index % 2 == 0), row -> how.accept(out, row));
        }
        return out.bytes();
    }

    private void pass(IntPredicate wanted, Consumer<SentRow> how) {
        CsvReader csv = job.read();
        csv.next();
        for (int index = 0; index < job.outcomes().size(); index++) {
            List<String> cells = csv.next().orElseThrow();
            if (wanted.test(index)) {
                how.accept(new SentRow(index, cells));
            }
        }
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
