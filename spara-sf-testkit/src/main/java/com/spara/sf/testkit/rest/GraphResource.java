package com.spara.sf.testkit.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /composite/graph}: several composites as one call, each of them all or none. */
final class GraphResource implements Resource {
    private static final int SINCE = 50;
    private static final int MOST_GRAPHS = 75;
    private static final int MOST_NODES = 500;
    private static final int MOST_FAILURES = 14;
    private static final Pattern GRAPH_ID = Pattern.compile("[A-Za-z0-9][^.]{0,38}");
    private static final Pattern ROWS = Pattern.compile("/services/data/v[0-9.]+/sobjects/.+");

    private final Passage passage;
    private final Org org;

    GraphResource(Org org, Passage passage) {
        this.org = org;
        this.passage = passage;
    }

    private record Graph(String id, CompositeParts parts) {}

    private record Done(String id, Map<CompositePart, RestAnswer> answers) {
        boolean isSuccessful() {
            return answers.values().stream().noneMatch(RestAnswer::isError);
        }
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        if (request.version() < SINCE) {
            throw RestException.notFound();
        }
        if (!request.method().equals("POST")) {
            throw RestException.methodNotAllowed(request, "POST");
        }
        List<Done> done = new ArrayList<>();
        for (Graph graph : read(request.object())) {
            boolean halted = done.stream().filter(each -> !each.isSuccessful()).count() >= MOST_FAILURES;
            CompositeRun run = new CompositeRun(org, passage);
            done.add(new Done(graph.id, halted ? run.halted(graph.parts) : run.answers(request, graph.parts)));
        }
        return RestAnswer.of(HttpStatus.OK, body(done));
    }

    private static List<Graph> read(Map<?, ?> body) {
        if (!(body.get("graphs") instanceof List<?> items) || items.isEmpty() || items.size() > MOST_GRAPHS) {
            throw RestException.badRequest(
                    "JSON_PARSER_ERROR", "graphs must be an array of 1 to " + MOST_GRAPHS + " graphs");
        }
        List<Graph> graphs = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        items.forEach(item -> graphs.add(graph(item, ids)));
        int nodes = graphs.stream().mapToInt(graph -> graph.parts.list().size()).sum();
        if (nodes > MOST_NODES) {
            throw RestException.badRequest("LIMIT_EXCEEDED", "A payload can hold up to " + MOST_NODES + " nodes");
        }
        return graphs;
    }

    private static Graph graph(@Nullable Object item, Set<String> ids) {
        if (!(item instanceof Map<?, ?> graph) || !(graph.get("graphId") instanceof String id)) {
            throw RestException.badRequest("JSON_PARSER_ERROR", "A graph needs the text graphId");
        }
        if (!GRAPH_ID.matcher(id).matches() || !ids.add(id)) {
            throw RestException.badRequest(
                    "INVALID_INPUT",
                    "Each graph needs a graphId of its own, under 40 characters, that begins with a letter or a digit"
                            + " and has no dot: " + id);
        }
        CompositeParts parts = CompositeParts.ofGraph(graph);
        if (!parts.list().stream().allMatch(part -> part.isAt(ROWS))) {
            throw RestException.badRequest("INVALID_INPUT", "A graph takes records only, under sobjects");
        }
        return new Graph(id, parts);
    }

    private static JsonBody body(List<Done> done) {
        return json -> {
            json.writeStartObject();
            json.writeStartArray("graphs");
            for (Done graph : done) {
                json.writeStartObject();
                json.write("graphId", graph.id);
                json.writeKey("graphResponse");
                new CompositeBody(graph.answers).write(json);
                json.write("isSuccessful", graph.isSuccessful());
                json.writeEnd();
            }
            json.writeEnd();
            json.writeEnd();
        };
    }
}
