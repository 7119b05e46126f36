package com.spara.sf.client.describe;

import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.RestAnswer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What Salesforce says of one object to the connected user: the fields that the user may see, and what may be done. */
public final class ObjectDescribe {

    private final String name;
    private final boolean queryable;
    private final boolean createable;
    private final boolean updateable;
    private final FieldTable fields;
    private final FieldTable relationships;
    private final String lastModified;
    private final Instant readAt;

    private ObjectDescribe(ObjectDescribe known, Instant readAt) {
        this.name = known.name;
        this.queryable = known.queryable;
        this.createable = known.createable;
        this.updateable = known.updateable;
        this.fields = known.fields;
        this.relationships = known.relationships;
        this.lastModified = known.lastModified;
        this.readAt = readAt;
    }

    /** Takes over the answer of the describe resource; fields that another org has alike are shared with it. */
    ObjectDescribe(RestAnswer answer, Instant readAt, SharedFields shared) {
        JsonView json = answer.body();
        this.name = json.at("name").textOrEmpty();
        this.queryable = json.at("queryable").isTrue();
        this.createable = json.at("createable").isTrue();
        this.updateable = json.at("updateable").isTrue();
        this.lastModified = answer.header("Last-Modified").orElse("");
        this.readAt = readAt;
        List<FieldDescribe> all = json.at("fields").items().stream()
                .map(FieldDescribe::new)
                .map(shared::shared)
                .toList();
        this.fields = new FieldTable(all.stream(), FieldDescribe::name);
        this.relationships = new FieldTable(
                all.stream().filter(field -> !field.relationship().isEmpty()), FieldDescribe::relationship);
    }

    /** The same, confirmed by Salesforce at a later time. */
    ObjectDescribe confirmedAt(Instant time) {
        return new ObjectDescribe(this, time);
    }

    /** The object's API name. */
    public String name() {
        return name;
    }

    /** Whether the connected user may see records. */
    public boolean isQueryable() {
        return queryable;
    }

    /** Whether the connected user may make records. */
    public boolean isCreateable() {
        return createable;
    }

    /** Whether the connected user may write records. */
    public boolean isUpdateable() {
        return updateable;
    }

    /** A field, by its API name in any case; empty if there is none or the user may not see it. */
    public Optional<FieldDescribe> field(String apiName) {
        return fields.find(apiName);
    }

    /** The reference field behind a relationship's name. */
    public Optional<FieldDescribe> relationship(String relationshipName) {
        return relationships.find(relationshipName);
    }

    /** All fields that the connected user may see. */
    public Collection<FieldDescribe> fields() {
        return fields.all();
    }

    /** When Salesforce last changed it, as it said; empty if it did not say. */
    String lastModified() {
        return lastModified;
    }

    Instant readAt() {
        return readAt;
    }
}
