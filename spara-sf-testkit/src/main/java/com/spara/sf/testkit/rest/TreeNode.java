package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.schema.SObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record of a tree. Two are the same only when they are one. */
final class TreeNode {
    private final SObject type;
    private final String referenceId;
    private final Map<String, @Nullable Object> fields;
    private final @Nullable TreeNode parent;
    private final String parentField;

    TreeNode(SObject type, RecordBody body, @Nullable Place place) {
        this.type = type;
        this.referenceId = body.referenceId()
                .orElseThrow(() -> RestException.badRequest(
                        "INVALID_INPUT", "Each record of a tree needs attributes with a type and a referenceId"));
        this.fields = body.fields();
        this.parent = place == null ? null : place.parent;
        this.parentField = place == null ? "" : place.field;
    }

    /** Below which record, and by which field. */
    record Place(TreeNode parent, String field) {}

    SObject type() {
        return type;
    }

    String referenceId() {
        return referenceId;
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }

    @Nullable
    TreeNode parent() {
        return parent;
    }

    /** The field that refers to the parent. */
    String parentField() {
        return parentField;
    }

    int depth() {
        return parent == null ? 1 : parent.depth() + 1;
    }
}
