package com.spara.sf.testkit.bulk;

import com.spara.sf.testkit.records.Change;
import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.RefusedException;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.records.SaveError;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldType;
import com.spara.sf.testkit.schema.SObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rows of a chunk change. */
final class IngestChanges {
    private final IngestJob job;
    private final Records records;
    private final SObject type;
    private final Set<String> repeatedKeys;

    IngestChanges(IngestJob job, Records records, List<IngestRow> rows) {
        this.job = job;
        this.records = records;
        this.type = records.schema().require(job.object());
        this.repeatedKeys = isUpsert() ? repeated(rows) : Set.of();
    }

    private boolean isUpsert() {
        return job.order().operation() == IngestOrder.Operation.UPSERT;
    }

    private Set<String> repeated(List<IngestRow> rows) {
        Set<String> seen = new HashSet<>();
        return rows.stream()
                .map(row -> keyOf(row).toLowerCase(Locale.ROOT))
                .filter(key -> !key.isEmpty() && !seen.add(key))
                .collect(Collectors.toSet());
    }

    private Field key() {
        return type.require(job.order().externalIdField());
    }

    private String keyOf(IngestRow row) {
        return key().type() == FieldType.ID
                ? row.id()
                : Objects.toString(row.values().get(key().name()), "");
    }

    /** Throws {@link RefusedException} for a row of which nothing can be made. */
    Change change(IngestRow row) {
        return switch (job.order().operation()) {
            case INSERT -> create(row);
            case UPDATE -> new Change.Update(IngestChunk.requireId(type, row), row.values());
            case UPSERT -> upsert(row);
            case DELETE, HARD_DELETE -> throw new IllegalStateException("a delete changes no values");
        };
    }

    private Change create(IngestRow row) {
        if (!row.id().isEmpty()) {
            throw new RefusedException(
                    SaveError.of("INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", "Id"));
        }
        return new Change.Create(type, row.values());
    }

    private Change upsert(IngestRow row) {
        String value = keyOf(row);
        if (repeatedKeys.contains(value.toLowerCase(Locale.ROOT))) {
            throw new RefusedException(
                    SaveError.of("DUPLICATE_VALUE", "Duplicate external id specified: " + value, key().name()));
        }
        if (key().type() == FieldType.ID) {
            return value.isEmpty() ? create(row) : new Change.Update(IngestChunk.requireId(type, row), row.values());
        }
        if (value.isEmpty()) {
            throw new RefusedException(SaveError.of("MISSING_ARGUMENT", key().name() + " not specified", key().name()));
        }
        @Nullable Row found = find(value);
        return found == null ? new Change.Create(type, row.values()) : new Change.Update(found.id(), others(row));
    }

    private @Nullable Row find(String value) {
        List<Row> found = records.findByKey(type, key(), value).stream()
                .filter(records.view(job.origin().userId())::sees)
                .toList();
        if (found.size() > 1) {
            throw new RefusedException(SaveError.of(
                    "DUPLICATE_EXTERNAL_ID",
                    key().name() + ": more than one record found for external id field: " + found.size(),
                    key().name()));
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private Map<String, @Nullable Object> others(IngestRow row) {
        row.values().remove(key().name());
        return row.values();
    }
}
