package com.spara.sf.testkit.bulk;

import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does an ingest job: looks through all of its CSV first, then saves 200 rows at a time. */
final class IngestRun {
    static final int CHUNK = 200;
    private static final int LONGEST_HEADER = 32_000;
    private static final int MOST_COLUMNS = 5_000;

    private final IngestJob job;
    private final Records records;

    IngestRun(IngestJob job, Records records) {
        this.job = job;
        this.records = records;
    }

    /** Does the first rows; throws {@link CsvException} when nothing can be done. */
    void run(long most) {
        List<IngestColumn> columns = columns();
        requireEvenRows(columns.size());
        IngestChunk chunks = new IngestChunk(job, records, columns);
        CsvReader csv = job.read();
        csv.next();
        List<List<String>> rows = new ArrayList<>();
        for (Optional<List<String>> row = csv.next();
                row.isPresent() && job.outcomes().size() + rows.size() < most;
                row = csv.next()) {
            rows.add(row.get());
            if (rows.size() == CHUNK) {
                chunks.save(rows);
                rows.clear();
            }
        }
        chunks.save(rows);
    }

    private List<IngestColumn> columns() {
        List<String> header =
                job.read().next().orElseThrow(() -> new CsvException("InvalidBatch : The CSV has no header"));
        if (header.size() > MOST_COLUMNS || String.join(",", header).length() > LONGEST_HEADER) {
            throw new CsvException("InvalidBatch : The header has at most " + MOST_COLUMNS + " fields and "
                    + LONGEST_HEADER + " characters");
        }
        Schema schema = records.view(job.origin().userId()).schema();
        SObject type = schema.object(job.object())
                .orElseThrow(() -> new CsvException("InvalidBatch : Unable to find object: " + job.object()));
        return header.stream()
                .map(name -> IngestColumn.named(name.trim(), type, schema))
                .toList();
    }

    private void requireEvenRows(int columns) {
        CsvReader csv = job.read();
        int number = 0;
        for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
            if (row.get().size() != columns) {
                throw new CsvException("InvalidBatch : Failed to parse CSV: record " + number + " has "
                        + row.get().size() + " values, the header has " + columns);
            }
            number++;
        }
    }
}
