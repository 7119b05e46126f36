package com.spara.sf.testkit.rest;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One subrequest of a batch, whose url may leave out {@code /services/data/}. */
record BatchPart(String method, String url, @Nullable Object richInput) {
    private static final String DATA = "/services/data/";
    private static final Set<String> REFUSED = Set.of("composite", "jobs");

    static BatchPart read(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> members)) {
            throw RestException.badRequest("JSON_PARSER_ERROR", "A subrequest must be a JSON object");
        }
        if (members.get("method") instanceof String method && members.get("url") instanceof String url) {
            return new BatchPart(method, url, members.get("richInput"));
        }
        throw RestException.badRequest("JSON_PARSER_ERROR", "A subrequest needs the texts method and url");
    }

    RestRequest request(RestRequest outer) {
        String below = url.startsWith("/") ? url.substring(1) : url;
        ResourcePath path = ResourcePath.parse(url.startsWith(DATA) ? url : DATA + below);
        if (path.belowData().size() < 2) {
            throw RestException.notFound();
        }
        RestRequest request = new RestRequest(method, path, () -> richInput, outer.exchange());
        if (REFUSED.contains(request.segment(0))) {
            throw RestException.badRequest(
                    "INVALID_INPUT", "The resource " + request.segment(0) + " cannot be a subrequest of a batch");
        }
        return request.withHeaders(CompositePart.inherited(outer));
    }

    PassedPart passed(RestAnswer answer) {
        return new PassedPart(method, url, answer.status());
    }
}
