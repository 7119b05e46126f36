package com.spara.sf.client.describe;

import com.spara.sf.client.json.JsonView;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What Salesforce says of one object to the connected user: the fields that the user may see, and what may be done. */
public final class ObjectDescribe {

    private final String name;
    private final boolean queryable;
    private final boolean createable;
    private final boolean updateable;
    private final Map<String, FieldDescribe> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, FieldDescribe> relationships = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final String lastModified;
    private final Instant readAt;

    private ObjectDescribe(ObjectDescribe known, Instant readAt) {
        this.name = known.name;
        this.queryable = known.queryable;
        this.createable = known.createable;
        this.updateable = known.updateable;
        this.fields.putAll(known.fields);
        this.relationships.putAll(known.relationships);
        this.lastModified = known.lastModified;
        this.readAt = readAt;
    }

    /** Takes over the answer of the describe resource. */
    public ObjectDescribe(JsonView json, String lastModified, Instant readAt) {
        this.name = json.at("name").textOrEmpty();
        this.queryable = json.at("queryable").isTrue();
        this.createable = json.at("createable").isTrue();
        this.updateable = json.at("updateable").isTrue();
        this.lastModified = lastModified;
        this.readAt = readAt;
        for (JsonView item : json.at("fields").items()) {
            FieldDescribe field = new FieldDescribe(item);
            fields.put(field.name(), field);
            field.relationshipName().ifPresent(relationship -> relationships.put(relationship, field));
        }
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
        return Optional.ofNullable(fields.get(apiName));
    }

    /** The reference field behind a relationship's name. */
    public Optional<FieldDescribe> relationship(String relationshipName) {
        return Optional.ofNullable(relationships.get(relationshipName));
    }

    /** All fields that the connected user may see. */
    public Collection<FieldDescribe> fields() {
        return fields.values();
    }

    /** When Salesforce last changed it, as it said; empty if it did not say. */
    String lastModified() {
        return lastModified;
    }

    Instant readAt() {
        return readAt;
    }
}
