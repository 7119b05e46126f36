package com.spara.sf.testkit.bulk;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.records.Change;
import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.RefusedException;
import com.spara.sf.testkit.records.SaveError;
import com.spara.sf.testkit.records.SaveOptions;
import com.spara.sf.testkit.records.SaveResult;
import com.spara.sf.testkit.schema.SObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Saves or deletes up to 200 rows as one transaction, in the name of the user who made the job. */
final class IngestChunk {
    private final IngestJob job;
    private final Records records;
    private final List<IngestColumn> columns;
    private final SaveOptions options;

    IngestChunk(IngestJob job, Records records, List<IngestColumn> columns) {
        this.job = job;
        this.records = records;
        this.columns = columns;
        boolean ruled = !job.order().assignmentRuleId().isEmpty();
        this.options = SaveOptions.api(job.origin().userId(), ruled);
    }

    void save(List<List<String>> rows) {
        records.beginTransaction();
        List<IngestRow> all = rows.stream().map(this::row).toList();
        if (job.order().operation().isDelete()) {
            all.forEach(row -> job.outcomes().add(delete(row)));
        } else {
            saveAll(all);
        }
    }

    private IngestRow row(List<String> cells) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        String id = "";
        for (int i = 0; i < cells.size(); i++) {
            if (columns.get(i).isId()) {
                id = cells.get(i).trim();
            } else {
                columns.get(i).put(cells.get(i), values);
            }
        }
        return new IngestRow(id, values);
    }

    private void saveAll(List<IngestRow> rows) {
        IngestChanges how = new IngestChanges(job, records, rows);
        List<Change> changes = new ArrayList<>();
        List<@Nullable RowOutcome> refused = new ArrayList<>();
        for (IngestRow row : rows) {
            try {
                changes.add(how.change(row));
                refused.add(null);
            } catch (RefusedException e) {
                refused.add(RowOutcome.refused(row.id(), e.error()));
            }
        }
        List<SaveResult> saved = records.saveAll(changes, options);
        int next = 0;
        for (RowOutcome known : refused) {
            job.outcomes().add(known != null ? known : outcome(changes.get(next), saved.get(next)));
            next += known != null ? 0 : 1;
        }
    }

    private static RowOutcome outcome(Change change, SaveResult result) {
        String id = change instanceof Change.Update update ? update.id() : "";
        SaveError error = result.error();
        return error == null
                ? RowOutcome.saved(String.valueOf(result.id()), change instanceof Change.Create)
                : RowOutcome.refused(id, error);
    }

    private RowOutcome delete(IngestRow row) {
        try {
            String id = requireId(records.schema().require(job.object()), row);
            records.delete(id, options);
            if (job.order().operation() == IngestOrder.Operation.HARD_DELETE) {
                records.time().purge(id);
            }
            return RowOutcome.saved(id, false);
        } catch (RefusedException e) {
            return RowOutcome.refused(row.id(), e.error());
        }
    }

    /** The Id of the row, which must be one of the object; throws {@link RefusedException} when it is not. */
    static String requireId(SObject type, IngestRow row) {
        if (row.id().isEmpty()) {
            throw new RefusedException(SaveError.of("MISSING_ARGUMENT", "Id not specified", "Id"));
        }
        return RecordId.parse(row.id())
                .filter(id -> id.keyPrefix().equals(type.keyPrefix()))
                .map(RecordId::value)
                .orElseThrow(() -> new RefusedException(SaveError.of(
                        "MALFORMED_ID", type.label() + " ID: id value of incorrect type: " + row.id(), "Id")));
    }
}
