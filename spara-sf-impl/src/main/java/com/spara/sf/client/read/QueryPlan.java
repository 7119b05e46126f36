package com.spara.sf.client.read;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.ObjectDescribe;
import com.spara.sf.spi.Lookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts lookups into queries. Lookups by one indexed field share their object's query by OR. Those by one field without an
 * index, or of which nobody knows, share a second one, because a single such branch would make Salesforce scan the whole
 * table for the first. Any other shape has a query of its own.
 */
final class QueryPlan {

    private static final Set<String> ALWAYS_INDEXED = Set.of("Id", "Email", "Name");
    private static final Set<String> WITH_DELETED = Set.of("Lead", "Contact");

    private final Describes describes;
    private final Form form;
    private final LookupTypes types;
    private final Map<String, QueryGroup> groups = new LinkedHashMap<>();
    private final Map<Lookup, Reason> impossible = new LinkedHashMap<>();
    private final Set<Lookup> vain = new LinkedHashSet<>();

    /** How much a query has to bear: everything, then what shares it has its own, then it has the bare fields only. */
    private enum Form {
        MERGED,
        APART,
        BARE
    }

    private QueryPlan(Describes describes, Form form) {
        this.describes = describes;
        this.form = form;
        this.types = new LookupTypes(describes);
    }

    /** Asks for all that the describes in hand show to be visible; what is not known yet is tried. */
    static QueryPlan of(Needs needs, Describes describes) {
        return new QueryPlan(describes, Form.MERGED).plan(needs);
    }

    /** Asks for the same, but by the fields of plug-ins in queries of their own, so that one that is refused costs no other. */
    static QueryPlan apart(Needs needs, Describes describes) {
        return new QueryPlan(describes, Form.APART).plan(needs);
    }

    /** Asks for the fields of the objects themselves only: no parents, no fields of plug-ins. */
    static QueryPlan bare(Needs needs, Describes describes) {
        return new QueryPlan(describes, Form.BARE).plan(needs);
    }

    /** Asks for nothing, as when only describes are wanted. */
    static QueryPlan nothing(Describes describes) {
        return new QueryPlan(describes, Form.MERGED);
    }

    /** Whether this plan asks for a field that the other does not. */
    boolean selectsMoreThan(QueryPlan other) {
        Map<String, Set<String>> theirs = new HashMap<>();
        other.groups
                .values()
                .forEach(group -> theirs.computeIfAbsent(group.object(), any -> new HashSet<>())
                        .addAll(group.selected()));
        return groups.values().stream()
                .anyMatch(
                        group -> !theirs.getOrDefault(group.object(), Set.of()).containsAll(group.selected()));
    }

    /** How many lookups are asked by values of other types than they were given, or not at all. */
    long typedLookups() {
        return vain.size()
                + groups.values().stream().mapToLong(QueryGroup::typedLookups).sum();
    }

    List<QueryGroup> groups() {
        return List.copyOf(groups.values());
    }

    List<Query> queries(int longestValues) {
        List<Query> queries = new ArrayList<>();
        for (QueryGroup group : groups.values()) {
            group.paths(longestValues).forEach(path -> queries.add(new Query(group, path)));
        }
        return queries;
    }

    /** Lookups by a field that the org does not have, or that the connected user may not see. */
    Map<Lookup, Reason> impossible() {
        return impossible;
    }

    /** Lookups by a value that their field cannot hold, which find nothing without being asked. */
    Set<Lookup> vain() {
        return vain;
    }

    private QueryPlan plan(Needs needs) {
        for (Lookup lookup : needs.lookups()) {
            if (isPossible(lookup)) {
                types.typed(lookup).ifPresentOrElse(typed -> group(typed).add(lookup, typed), () -> vain.add(lookup));
            }
        }
        for (QueryGroup group : groups.values()) {
            select(group, needs);
        }
        return this;
    }

    private boolean isPossible(Lookup lookup) {
        Optional<Reason> why = whyNot(lookup);
        if (why.isPresent()) {
            impossible.put(lookup, why.get());
        }
        return why.isEmpty();
    }

    private Optional<Reason> whyNot(Lookup lookup) {
        if (describes.isDenied(lookup.object())) {
            return Optional.of(
                    Reason.of(ReasonCode.NO_RIGHT, "The connected user may not see " + lookup.object() + "s."));
        }
        for (String field : lookup.conditionFields()) {
            if (!isVisible(lookup.object(), field)) {
                return Optional.of(Reason.of(
                        ReasonCode.FIELD_UNKNOWN,
                        "The org has no field " + lookup.object() + "." + field
                                + ", or the connected user may not see it."));
            }
        }
        return Optional.empty();
    }

    private QueryGroup group(Lookup lookup) {
        boolean plugIn = form != Form.MERGED && !ALWAYS_INDEXED.containsAll(lookup.conditionFields());
        boolean indexed = isShared(lookup) && !plugIn;
        boolean scanning = !indexed && !plugIn && isSingle(lookup);
        String key = indexed ? lookup.object() : lookup.object() + (scanning ? "?" : shape(lookup));
        boolean withDeleted = WITH_DELETED.contains(lookup.object()) && !lookup.isCounting();
        return groups.computeIfAbsent(key, any -> new QueryGroup(lookup.object(), isSingle(lookup), withDeleted));
    }

    private static String shape(Lookup lookup) {
        List<String> kinds = lookup.conditions().values().stream()
                .map(value -> value.getClass().getName())
                .toList();
        return lookup.conditionFields().toString() + kinds + lookup.isCounting();
    }

    private static boolean isSingle(Lookup lookup) {
        return lookup.conditions().size() == 1 && !lookup.isCounting();
    }

    private boolean isShared(Lookup lookup) {
        if (!isSingle(lookup)) {
            return false;
        }
        String field = lookup.conditionFields().iterator().next();
        return ALWAYS_INDEXED.contains(field) || isIndexed(lookup.object(), field);
    }

    private boolean isIndexed(String object, String field) {
        return describes
                .of(object)
                .flatMap(known -> known.field(field))
                .map(FieldDescribe::isIndexed)
                .orElse(false);
    }

    private void select(QueryGroup group, Needs needs) {
        Set<String> paths = new LinkedHashSet<>(needs.fieldsOf(group.object()));
        if (form != Form.BARE) {
            group.lookups().forEach(lookup -> paths.addAll(lookup.fields()));
        }
        paths.forEach(path -> selectIfAllowed(group, path));
    }

    private void selectIfAllowed(QueryGroup group, String path) {
        if (isAllowed(group.object(), path)) {
            group.select(path);
        }
    }

    boolean isAllowed(String object, String path) {
        boolean withoutParents = form == Form.BARE || describes.areParentsLeftAway(object);
        return isVisible(object, path) && !(withoutParents && path.contains("."));
    }

    /** Whether a field, or the field at the end of a path, can be asked for; true where no describe is in hand. */
    private boolean isVisible(String object, String path) {
        Optional<ObjectDescribe> known = describes.of(object);
        if (known.isEmpty()) {
            return true;
        }
        int dot = path.indexOf('.');
        if (dot < 0) {
            return known.get().field(path).isPresent();
        }
        return known.get()
                .relationship(path.substring(0, dot))
                .map(reference -> isVisibleBehind(reference, path.substring(dot + 1)))
                .orElse(false);
    }

    private boolean isVisibleBehind(FieldDescribe reference, String path) {
        List<String> targets = reference.referenceTo();
        return targets.size() != 1 || !describes.isDenied(targets.get(0)) && isVisible(targets.get(0), path);
    }
}
