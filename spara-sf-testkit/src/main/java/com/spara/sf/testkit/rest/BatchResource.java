package com.spara.sf.testkit.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code /composite/batch}: requests that have nothing to do with each other, each of which counts as a call. */
final class BatchResource implements Resource {
    private static final int MOST_PARTS = 25;

    private final Passage passage;

    BatchResource(Passage passage) {
        this.passage = passage;
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        if (!request.method().equals("POST")) {
            throw RestException.methodNotAllowed(request, "POST");
        }
        Map<?, ?> body = request.object();
        List<BatchPart> parts = parts(body);
        List<RestAnswer> answers = new ArrayList<>();
        boolean haltOnError = Boolean.TRUE.equals(body.get("haltOnError"));
        boolean halted = false;
        for (BatchPart part : parts) {
            RestAnswer answer = halted ? halted() : answer(request, part);
            halted |= haltOnError && answer.isError();
            answers.add(answer);
            request.exchange().passed(part.passed(answer));
        }
        request.exchange().countMore(parts.size() - 1);
        return RestAnswer.of(HttpStatus.OK, new BatchBody(answers));
    }

    private static List<BatchPart> parts(Map<?, ?> body) {
        if (!(body.get("batchRequests") instanceof List<?> items) || items.isEmpty()) {
            throw RestException.badRequest(
                    "JSON_PARSER_ERROR", "batchRequests must be an array of at least one subrequest");
        }
        if (items.size() > MOST_PARTS) {
            throw RestException.badRequest(
                    "LIMIT_EXCEEDED",
                    "A batch request can hold up to " + MOST_PARTS + " subrequests, not " + items.size());
        }
        List<BatchPart> parts = new ArrayList<>();
        items.forEach(item -> parts.add(BatchPart.read(item)));
        return parts;
    }

    private RestAnswer answer(RestRequest outer, BatchPart part) {
        try {
            RestRequest request = part.request(outer);
            return passage.answer(request, Visit.ofPart(request));
        } catch (RestException e) {
            return e.answer();
        }
    }

    private static RestAnswer halted() {
        return new RestException(
                        HttpStatus.PRECONDITION_FAILED,
                        new RestError(
                                "BATCH_PROCESSING_HALTED",
                                "Batch processing halted per request, because an error occurred in an earlier subrequest.",
                                null))
                .answer();
    }
}
