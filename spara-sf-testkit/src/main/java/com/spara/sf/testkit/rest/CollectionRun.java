package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.RefusedException;
import jakarta.json.stream.JsonGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of one collections request, one after the other; with all-or-none, one that fails takes back the others. */
final class CollectionRun {
    private static final RestError ROLLED_BACK = new RestError(
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "Record rolled back because not all records were valid and the request was using AllOrNone header",
            List.of());

    private final Records records;
    private final boolean allOrNone;
    private final int start;
    private final List<Result> results = new ArrayList<>();

    CollectionRun(Records records, boolean allOrNone) {
        this.records = records;
        this.allOrNone = allOrNone;
        this.start = records.savepoint();
    }

    /** A row that was saved, or why it was not. */
    private record Result(
            @Nullable SavedBody saved, @Nullable RestError error) {}

    void row(Supplier<SavedBody> save) {
        try {
            results.add(new Result(save.get(), null));
        } catch (RefusedException e) {
            results.add(new Result(null, RestError.of(e.error())));
        } catch (RestException e) {
            results.add(new Result(null, e.rowError()));
        }
    }

    /** In a composite that is all-or-none, one bad row is the failure of the whole part. */
    RestAnswer answer(RestRequest request) {
        boolean failed = results.stream().anyMatch(result -> result.error != null);
        if (failed && allOrNone) {
            records.rollback(start);
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

    private static void write(JsonGenerator json, Result result) {
        if (result.saved != null) {
            result.saved.write(json);
        } else if (result.error != null) {
            json.writeStartObject();
            json.write("success", false);
            json.writeStartArray("errors");
            result.error.writeAsStatusCode(json);
            json.writeEnd();
            json.writeEnd();
        }
    }
}
