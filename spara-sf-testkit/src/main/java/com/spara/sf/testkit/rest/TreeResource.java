package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.Change;
import com.spara.sf.testkit.records.SaveError;
import com.spara.sf.testkit.records.SaveOptions;
import com.spara.sf.testkit.records.SaveResult;
import com.spara.sf.testkit.schema.SObject;
import jakarta.json.stream.JsonGenerator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /composite/tree/X}: new records with their children, all or none. */
final class TreeResource implements Resource {
    private static final int TYPE = 2;

    private final Org org;

    TreeResource(Org org) {
        this.org = org;
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        SObject type = org.view(request).schema().object(request.segment(TYPE)).orElseThrow(RestException::notFound);
        if (!request.method().equals("POST")) {
            throw RestException.methodNotAllowed(request, "POST");
        }
        TreeNodes nodes = TreeNodes.read(org.view(request).schema(), type, request.object());
        int start = org.records().savepoint();
        Map<TreeNode, SaveResult> saved = save(nodes, new SaveHeaders(org.records()).read(request));
        boolean failed = saved.values().stream().anyMatch(result -> result.error() != null);
        if (failed) {
            org.records().rollback(start);
        }
        return RestAnswer.of(
                failed ? HttpStatus.BAD_REQUEST : HttpStatus.CREATED, json -> write(json, request, saved, failed));
    }

    /** Level by level, as children need their parents' Ids; after a level with a failure there is no next one. */
    private Map<TreeNode, SaveResult> save(TreeNodes nodes, SaveOptions options) {
        Map<TreeNode, SaveResult> saved = new LinkedHashMap<>();
        List<TreeNode> level = nodes.roots();
        while (!level.isEmpty()) {
            List<Change> changes =
                    level.stream().map(node -> change(node, saved)).toList();
            List<SaveResult> results = org.records().saveAll(changes, options);
            for (int i = 0; i < results.size(); i++) {
                saved.put(level.get(i), results.get(i));
            }
            boolean failed = results.stream().anyMatch(result -> result.error() != null);
            level = failed ? List.of() : new ArrayList<>(nodes.childrenOf(level));
        }
        return saved;
    }

    private static Change change(TreeNode node, Map<TreeNode, SaveResult> saved) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(node.fields());
        TreeNode parent = node.parent();
        if (parent != null) {
            SaveResult result = saved.get(parent);
            values.put(node.parentField(), result == null ? null : result.id());
        }
        return new Change.Create(node.type(), values);
    }

    private void write(JsonGenerator json, RestRequest request, Map<TreeNode, SaveResult> saved, boolean failed) {
        json.writeStartObject();
        json.write("hasErrors", failed);
        json.writeStartArray("results");
        saved.forEach((node, result) -> {
            SaveError error = result.error();
            if (error != null) {
                writeError(json, node, new RowErrors(org).inCollection(error, request));
            } else if (!failed) {
                json.writeStartObject();
                json.write("referenceId", node.referenceId());
                json.write("id", String.valueOf(result.id()));
                json.writeEnd();
            }
        });
        json.writeEnd();
        json.writeEnd();
    }

    private static void writeError(JsonGenerator json, TreeNode node, RestError error) {
        json.writeStartObject();
        json.write("referenceId", node.referenceId());
        json.writeStartArray("errors");
        error.writeAsStatusCode(json);
        json.writeEnd();
        json.writeEnd();
    }
}
