package com.spara.sf.testkit.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** All objects of an org. Immutable: a change gives a new schema that shares what did not change. */
public final class Schema {
    private static final int PREFIX = 3;

    private final Map<String, SObject> byName;
    private final Map<String, SObject> byPrefix;
    private final Map<String, List<ChildRelationship>> children;

    private Schema(Map<String, SObject> byName) {
        this.byName = Collections.unmodifiableMap(byName);
        this.byPrefix = new HashMap<>();
        this.children = new HashMap<>();
        byName.values().forEach(object -> byPrefix.put(object.keyPrefix(), object));
        byName.values().forEach(this::registerChildren);
    }

    /** The objects of a standard org, read once. */
    public static Schema standard() {
        return Standard.SCHEMA;
    }

    static Schema of(Collection<SObject> objects) {
        Map<String, SObject> byName = new TreeMap<>();
        objects.forEach(object -> byName.put(key(object.name()), object));
        return new Schema(byName);
    }

    /** This schema with the object, in place of one of the same name. */
    public Schema with(SObject object) {
        Map<String, SObject> changed = new TreeMap<>(byName);
        changed.put(key(object.name()), object);
        return new Schema(changed);
    }

    /** This schema as a user sees it; the rights are asked for by the object's name. */
    public Schema seenWith(Function<String, ObjectRights> rights) {
        return of(byName.values().stream()
                .filter(object -> rights.apply(object.name()).allows(ObjectRights.Right.READ))
                .map(object -> seen(object, rights.apply(object.name())))
                .toList());
    }

    private static SObject seen(SObject object, ObjectRights rights) {
        return rights.equals(ObjectRights.ALL) ? object : object.seenWith(rights);
    }

    /** The object of this name, in any case. */
    public Optional<SObject> object(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /** An object that is known to be there. Throws {@link IllegalArgumentException} when it is not. */
    public SObject require(String name) {
        return object(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "this org has no object " + name + "; add it first, or take one of its global describe"));
    }

    /** The object whose Ids begin as this one does. */
    public Optional<SObject> objectOf(String id) {
        return Optional.ofNullable(byPrefix.get(id.substring(0, PREFIX)));
    }

    /** All objects, by name. */
    public Collection<SObject> objects() {
        return byName.values();
    }

    /** Everything that refers to the object. */
    public List<ChildRelationship> children(SObject object) {
        return children.getOrDefault(key(object.name()), List.of());
    }

    private void registerChildren(SObject child) {
        for (Field field : child.fields()) {
            for (String parent : field.referenceTo()) {
                children.computeIfAbsent(key(parent), name -> new ArrayList<>())
                        .add(new ChildRelationship(child, field));
            }
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Holds the standard schema from the first use on. */
    private static final class Standard {
        static final Schema SCHEMA = StandardSchema.read();
    }
}
