package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.Change;
import com.spara.sf.testkit.records.Question;
import com.spara.sf.testkit.records.RefusedException;
import com.spara.sf.testkit.records.SaveError;
import com.spara.sf.testkit.records.SaveOptions;
import com.spara.sf.testkit.records.SaveResult;
import jakarta.json.stream.JsonGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of one collections request in their order; with all-or-none, one that fails takes back the others. */
final class CollectionRun {
    private static final RestError ROLLED_BACK = new RestError(
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "Record rolled back because not all records were valid and the request was using AllOrNone header",
            List.of());

    private final Org org;
    private final RestRequest request;
    private final boolean allOrNone;
    private final int start;
    private final List<Result> results = new ArrayList<>();
    private boolean upsert;

    CollectionRun(Org org, RestRequest request, @Nullable Object wanted) {
        this.org = org;
        this.request = request;
        this.allOrNone = request.exchange().isAllOrNone() || "true".equals(String.valueOf(wanted));
        this.start = org.records().savepoint();
    }

    /** A row that was saved, or why it was not. */
    private record Result(
            @Nullable SavedBody saved, @Nullable RestError error) {}

    /** Says that rows are found by a key, so that each result tells whether its record is new. */
    CollectionRun upserting() {
        upsert = true;
        return this;
    }

    /** Does one row at once. */
    void row(Supplier<SavedBody> work) {
        try {
            results.add(new Result(work.get(), null));
        } catch (RefusedException e) {
            results.add(refused(e.error()));
        } catch (RestException e) {
            results.add(new Result(null, e.rowError()));
        }
    }

    /** Saves rows together, each of which may turn out to be none. */
    void save(List<Supplier<Change>> rows, SaveOptions options) {
        List<Change> changes = new ArrayList<>();
        List<Optional<RestError>> faults = new ArrayList<>();
        rows.forEach(row -> faults.add(fault(row, changes)));
        List<SaveResult> saved = org.records().saveAll(changes, options);
        int next = 0;
        for (Optional<RestError> fault : faults) {
            results.add(fault.isPresent() ? new Result(null, fault.get()) : result(changes.get(next), saved.get(next)));
            next += fault.isPresent() ? 0 : 1;
        }
    }

    private Optional<RestError> fault(Supplier<Change> row, List<Change> changes) {
        try {
            changes.add(row.get());
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(new RowErrors(org).inCollection(e.error(), request));
        } catch (RestException e) {
            return Optional.of(e.rowError());
        }
    }

    private Result result(Change change, SaveResult saved) {
        if (saved.error() != null) {
            return refused(saved.error());
        }
        Boolean created = upsert ? change instanceof Change.Create : null;
        return new Result(new SavedBody(String.valueOf(saved.id()), created), null);
    }

    private Result refused(SaveError error) {
        return new Result(null, new RowErrors(org).inCollection(error, request));
    }

    /** In a composite that is all-or-none, one bad row is the failure of the whole part. */
    RestAnswer answer() {
        boolean failed = results.stream().anyMatch(result -> result.error != null);
        if (failed && allOrNone) {
            org.records().rollback(start);
        }
        int status = failed && request.exchange().isAllOrNone() ? HttpStatus.BAD_REQUEST : HttpStatus.OK;
        List<Result> shown = failed && allOrNone
                ? results.stream().map(CollectionRun::rolledBack).toList()
                : results;
        return RestAnswer.of(status, json -> {
            json.writeStartArray();
            shown.forEach(result -> write(json, result));
            json.writeEnd();
        });
    }

    private static Result rolledBack(Result result) {
        return result.error == null ? new Result(null, ROLLED_BACK) : result;
    }

    private void write(JsonGenerator json, Result result) {
        if (result.saved != null) {
            result.saved.write(json);
        } else if (result.error != null) {
            json.writeStartObject();
            json.write("success", false);
            json.writeStartArray("errors");
            result.error.writeAsStatusCode(json);
            json.writeEnd();
            if (upsert && org.answers(Question.FAILED_UPSERTS_SAY_CREATED)) {
                json.write("created", false);
            }
            json.writeEnd();
        }
    }
}
