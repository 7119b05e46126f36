package com.spara.sf.testkit.rest;

import java.util.Map;

/** {@code /composite}: several requests as one call; and {@code /composite/sobjects}, many records in one request. */
final class CompositeResource implements Resource {
    private final Org org;
    private final Passage passage;
    private final CollectionResource collections;
    private final Map<String, Resource> others;

    CompositeResource(Org org, Passage passage) {
        this.org = org;
        this.passage = passage;
        this.collections = new CollectionResource(org);
        this.others = Map.of(
                "batch",
                new BatchResource(passage),
                "graph",
                new GraphResource(org, passage),
                "tree",
                new TreeResource(org));
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        if (request.segment(1).equals("sobjects")) {
            return collections.answer(request);
        }
        Resource other = others.get(request.segment(1));
        if (other != null) {
            return other.answer(request);
        }
        if (request.resource().size() > 1) {
            throw RestException.gap("the resource " + String.join("/", request.resource()));
        }
        if (!request.method().equals("POST")) {
            throw RestException.methodNotAllowed(request, "POST");
        }
        CompositeRun run = new CompositeRun(org, passage);
        return RestAnswer.of(
                HttpStatus.OK, new CompositeBody(run.answers(request, CompositeParts.read(request.object()))));
    }
}
