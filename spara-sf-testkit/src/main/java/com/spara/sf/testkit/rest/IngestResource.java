package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.bulk.IngestJob;
import com.spara.sf.testkit.bulk.IngestJobs;
import com.spara.sf.testkit.bulk.IngestOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /jobs/ingest}: loads a CSV. */
final class IngestResource implements Resource {
    private static final int JOB = 2;
    private static final int PART = 3;
    private static final int MOST_BYTES = 150 * 1024 * 1024;
    private static final int MOST_CHARACTERS_AT_ONCE = 100_000;

    private final Org org;
    private final IngestJobs jobs;

    IngestResource(Org org) {
        this.org = org;
        this.jobs = new IngestJobs(org.records());
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        if (request.segment(JOB).isEmpty()) {
            return all(request);
        }
        IngestJob job = jobs.find(request.segment(JOB)).orElseThrow(RestException::notFound);
        return request.segment(PART).isEmpty() ? one(request, job) : part(request, job);
    }

    private RestAnswer all(RestRequest request) {
        return switch (request.method()) {
            case "POST" -> create(request);
            case "GET" -> list(jobs.all().stream().map(JobBody::created).toList());
            default -> throw RestException.methodNotAllowed(request, "GET,POST");
        };
    }

    /** A list of jobs, which is never so long here that it has a second page. */
    static RestAnswer list(List<JsonBody> jobs) {
        return RestAnswer.of(HttpStatus.OK, json -> {
            json.writeStartObject();
            json.write("done", true);
            json.writeNull("nextRecordsUrl");
            json.writeStartArray("records");
            jobs.forEach(job -> job.write(json));
            json.writeEnd();
            json.writeEnd();
        });
    }

    private RestAnswer create(RestRequest request) {
        String type = request.header("Content-Type").orElse("");
        if (!type.startsWith("multipart/")) {
            return RestAnswer.of(HttpStatus.OK, JobBody.created(create(request, request.object())));
        }
        Multipart parts = Multipart.read(type, request.bytes());
        byte[] content = parts.require("content");
        if (content.length > MOST_CHARACTERS_AT_ONCE) {
            throw RestException.badRequest(
                    "INVALIDJOB", "InvalidJob : A multipart request holds up to 100,000 characters of content");
        }
        if (!(Json.parse(parts.require("job")) instanceof Map<?, ?> order)) {
            throw RestException.badRequest("JSON_PARSER_ERROR", "The part job must be a JSON object");
        }
        IngestJob job = create(request, order);
        jobs.upload(job, content);
        jobs.close(job);
        return RestAnswer.of(HttpStatus.OK, JobBody.created(job));
    }

    private IngestJob create(RestRequest request, Map<?, ?> body) {
        IngestOrder.Operation operation = IngestOrder.Operation.named(JobsResource.text(body, "operation", ""))
                .orElseThrow(() -> JobsResource.malformed("operation", "insert"));
        String rule = JobsResource.text(body, "assignmentRuleId", "");
        if (!rule.isEmpty()) {
            new SaveHeaders(org.records()).requireRule(rule);
        }
        IngestOrder order = new IngestOrder(
                JobsResource.text(body, "object", ""),
                operation,
                JobsResource.text(body, "externalIdFieldName", ""),
                rule,
                JobsResource.format(body));
        return jobs.create(order, request.session().userId(), request.version());
    }

    private RestAnswer one(RestRequest request, IngestJob job) {
        switch (request.method()) {
            case "GET" -> {
                jobs.poll(job);
                return RestAnswer.of(HttpStatus.OK, JobBody.polled(job));
            }
            case "PATCH" -> {
                change(job, JobsResource.wantedState(request));
                return RestAnswer.of(HttpStatus.OK, JobBody.changed(job));
            }
            case "DELETE" -> {
                jobs.delete(job);
                return RestAnswer.empty(HttpStatus.NO_CONTENT);
            }
            default -> throw RestException.methodNotAllowed(request, "DELETE,GET,PATCH");
        }
    }

    private void change(IngestJob job, String state) {
        switch (state) {
            case "UploadComplete" -> jobs.close(job);
            case "Aborted" -> jobs.abort(job);
            default -> throw JobsResource.malformed("state", "UploadComplete");
        }
    }

    private RestAnswer part(RestRequest request, IngestJob job) {
        String part = request.segment(PART);
        if (part.equals("batches") && request.method().equals("PUT")) {
            return upload(request, job);
        }
        byte @Nullable [] csv = switch (part) {
            case "successfulResults" -> jobs.successful(job);
            case "failedResults" -> jobs.failed(job);
            case "unprocessedrecords" -> jobs.unprocessed(job);
            default -> null;
        };
        if (csv == null) {
            throw RestException.notFound();
        }
        if (!request.method().equals("GET")) {
            throw RestException.methodNotAllowed(request, "GET");
        }
        return RestAnswer.raw(HttpStatus.OK, csv).withHeader("Content-Type", "text/csv");
    }

    private RestAnswer upload(RestRequest request, IngestJob job) {
        if (request.header("Content-Type")
                .filter(type -> type.startsWith("text/csv"))
                .isEmpty()) {
            throw new RestException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    new RestError("UNSUPPORTED_MEDIA_TYPE", "Content type must be text/csv", null));
        }
        if (request.bytes().length > MOST_BYTES) {
            throw new RestException(
                    HttpStatus.BODY_TOO_LARGE,
                    new RestError("EXCEEDED_MAX_SIZE_REQUEST", "A job takes up to 150 MB of data", null));
        }
        jobs.upload(job, request.bytes());
        return RestAnswer.empty(HttpStatus.CREATED);
    }
}
