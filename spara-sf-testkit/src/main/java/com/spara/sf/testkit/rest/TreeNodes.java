package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.schema.ChildRelationship;
import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of a tree, checked as a whole before any of them is saved. */
final class TreeNodes {
    private static final int MOST_RECORDS = 200;
    private static final int MOST_LEVELS = 5;
    private static final int MOST_TYPES = 5;

    private final Schema schema;
    private final List<TreeNode> all = new ArrayList<>();
    private final Set<String> referenceIds = new HashSet<>();

    private TreeNodes(Schema schema) {
        this.schema = schema;
    }

    static TreeNodes read(Schema schema, SObject type, Map<?, ?> body) {
        TreeNodes nodes = new TreeNodes(schema);
        nodes.addAll(type, body, null);
        nodes.requireFew();
        return nodes;
    }

    private void addAll(SObject type, Map<?, ?> body, TreeNode.@Nullable Place place) {
        if (!(body.get("records") instanceof List<?> items) || items.isEmpty()) {
            throw RestException.badRequest("INVALID_INPUT", "At least 1 record is required");
        }
        for (Object item : items) {
            if (!(item instanceof Map<?, ?> record)) {
                throw RestException.badRequest("JSON_PARSER_ERROR", "A record of a tree must be a JSON object");
            }
            add(type, record, place);
        }
    }

    private void add(SObject type, Map<?, ?> record, TreeNode.@Nullable Place place) {
        RecordBody body = RecordBody.of(record);
        if (body.type().filter(type.name()::equalsIgnoreCase).isEmpty()) {
            throw RestException.badRequest("INVALID_INPUT", "Each record here needs attributes with the type " + type);
        }
        Map<ChildRelationship, Map<?, ?>> children = takeChildren(type, body);
        TreeNode node = new TreeNode(type, body, place);
        if (!referenceIds.add(node.referenceId())) {
            throw RestException.badRequest(
                    "INVALID_INPUT", "Duplicate ReferenceId provided in the request: " + node.referenceId());
        }
        all.add(node);
        children.forEach((relation, below) -> addAll(
                relation.child(),
                below,
                new TreeNode.Place(node, relation.field().name())));
    }

    private Map<ChildRelationship, Map<?, ?>> takeChildren(SObject type, RecordBody body) {
        Map<ChildRelationship, Map<?, ?>> children = new HashMap<>();
        for (ChildRelationship relation : schema.children(type)) {
            String name = relation.field().childRelationshipName().orElse("");
            body.fields().keySet().stream()
                    .filter(key -> key.equalsIgnoreCase(name) && body.fields().get(key) instanceof Map)
                    .findFirst()
                    .ifPresent(key ->
                            children.put(relation, (Map<?, ?>) body.fields().remove(key)));
        }
        return children;
    }

    private void requireFew() {
        require(all.size() <= MOST_RECORDS, "up to " + MOST_RECORDS + " records");
        require(all.stream().allMatch(node -> node.depth() <= MOST_LEVELS), "up to " + MOST_LEVELS + " levels");
        long types = all.stream().map(node -> node.type().name()).distinct().count();
        require(types <= MOST_TYPES, "records of up to " + MOST_TYPES + " objects");
    }

    private static void require(boolean fine, String what) {
        if (!fine) {
            throw RestException.badRequest("LIMIT_EXCEEDED", "A tree can hold " + what);
        }
    }

    List<TreeNode> roots() {
        return all.stream().filter(node -> node.parent() == null).toList();
    }

    List<TreeNode> childrenOf(List<TreeNode> level) {
        Set<TreeNode> parents = new HashSet<>(level);
        return all.stream()
                .filter(node -> node.parent() != null && parents.contains(node.parent()))
                .toList();
    }
}
