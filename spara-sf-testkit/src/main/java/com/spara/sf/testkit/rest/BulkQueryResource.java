package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.bulk.QueryJob;
import com.spara.sf.testkit.bulk.QueryJobs;
import com.spara.sf.testkit.bulk.QueryOrder;
import java.util.Map;
import java.util.Optional;

/** {@code /jobs/query}: reads records into a CSV. */
final class BulkQueryResource implements Resource {
    private static final int JOB = 2;
    private static final int PART = 3;

    private final Org org;
    private final QueryJobs jobs;

    BulkQueryResource(Org org) {
        this.org = org;
        this.jobs = new QueryJobs(org.records(), org.queries());
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        if (request.segment(JOB).isEmpty()) {
            return all(request);
        }
        QueryJob job = jobs.find(request.segment(JOB)).orElseThrow(RestException::notFound);
        requireVersion(request, job);
        if (request.segment(PART).isEmpty()) {
            return one(request, job);
        }
        if (!request.segment(PART).equals("results")) {
            throw RestException.notFound();
        }
        return results(request, job);
    }

    /** A job answers only in the version in which it was made. */
    private static void requireVersion(RestRequest request, QueryJob job) {
        if (request.version() != job.origin().version()) {
            throw new RestException(
                    HttpStatus.CONFLICT,
                    new RestError(
                            "API_VERSION_MISMATCH",
                            "The job was made with API version " + job.origin().version() + ".0",
                            null));
        }
    }

    private RestAnswer all(RestRequest request) {
        return switch (request.method()) {
            case "POST" -> create(request);
            case "GET" ->
                IngestResource.list(jobs.all().stream().map(JobBody::created).toList());
            default -> throw RestException.methodNotAllowed(request, "GET,POST");
        };
    }

    private RestAnswer create(RestRequest request) {
        Map<?, ?> body = request.object();
        String operation = JobsResource.text(body, "operation", "");
        if (!operation.equals("query") && !operation.equals("queryAll")) {
            throw JobsResource.malformed("operation", "query");
        }
        QueryOrder order = new QueryOrder(
                JobsResource.text(body, "query", ""), operation.equals("queryAll"), JobsResource.format(body));
        QueryJob job = jobs.create(order, request.session().userId(), request.version());
        return RestAnswer.of(HttpStatus.OK, JobBody.created(job));
    }

    private RestAnswer one(RestRequest request, QueryJob job) {
        switch (request.method()) {
            case "GET" -> {
                jobs.poll(job);
                return RestAnswer.of(HttpStatus.OK, JobBody.polled(job));
            }
            case "PATCH" -> {
                if (!JobsResource.wantedState(request).equals("Aborted")) {
                    throw JobsResource.malformed("state", "Aborted");
                }
                jobs.abort(job);
                return RestAnswer.of(HttpStatus.OK, JobBody.created(job));
            }
            case "DELETE" -> {
                jobs.delete(job);
                return RestAnswer.empty(HttpStatus.NO_CONTENT);
            }
            default -> throw RestException.methodNotAllowed(request, "DELETE,GET,PATCH");
        }
    }

    private RestAnswer results(RestRequest request, QueryJob job) {
        if (!request.method().equals("GET")) {
            throw RestException.methodNotAllowed(request, "GET");
        }
        Optional<Integer> mostRows = shortened(request.parameter("maxRecords").map(BulkQueryResource::positive));
        String locator = request.parameter("locator").orElse("");
        QueryJobs.Page page = jobs.page(job, locator, mostRows)
                .orElseThrow(() -> RestException.badRequest("INVALID_QUERY_LOCATOR", "invalid query locator"));
        return RestAnswer.raw(HttpStatus.OK, page.csv())
                .withHeader("Content-Type", "text/csv")
                .withHeader("Sforce-NumberOfRecords", String.valueOf(page.rows()))
                .withHeader("Sforce-Locator", page.locator().isEmpty() ? "null" : page.locator());
    }

    /** A page may have fewer rows than were asked for, and has where the org's pages were made shorter. */
    private Optional<Integer> shortened(Optional<Integer> wanted) {
        int most = org.pageSize();
        return most < Org.MOST_ROWS ? Optional.of(Math.min(most, wanted.orElse(most))) : wanted;
    }

    private static int positive(String digits) {
        if (!digits.matches("[1-9]\\d{0,8}")) {
            throw RestException.badRequest("INVALID_INPUT", "maxRecords must be a number of records");
        }
        return Integer.parseInt(digits);
    }
}
