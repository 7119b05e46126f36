package com.spara.sf.testkit.rest;

import com.spara.sf.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request as a gate sees it: what it is, without looking deeper than needed. */
public final class Visit {
    private static final Set<String> QUERIES = Set.of("query", "queryAll");

    private final RestRequest request;
    private final boolean part;

    private Visit(RestRequest request, boolean part) {
        this.request = request;
        this.part = part;
    }

    static Visit ofCall(RestRequest request) {
        return new Visit(request, false);
    }

    static Visit ofPart(RestRequest request) {
        return new Visit(request, true);
    }

    /** Whether it is a part of a composite, rather than an HTTP call of its own. */
    public boolean isPart() {
        return part;
    }

    /** The resource below the version, such as {@code sobjects/Lead}. */
    public String resource() {
        return String.join("/", request.resource());
    }

    public boolean isQuery() {
        return QUERIES.contains(request.segment(0));
    }

    /** Whether it changes nothing; a composite does not when none of its parts does. */
    public boolean isRead() {
        if (request.segment(0).equals("composite") && request.resource().size() == 1) {
            return parts().allMatch(one -> "GET".equals(one.get("method")));
        }
        return request.method().equals("GET") || isRetrieve();
    }

    /** Whether it makes records of the object, as a row or among others. */
    public boolean creates(String object) {
        return request.method().equals("POST") && !isRetrieve() && (isRowOf(object) || hasRecordsOf(object));
    }

    /** Whether it changes records of the object, as a row or among others. */
    public boolean updates(String object) {
        return request.method().equals("PATCH") && (isRowOf(object) || hasRecordsOf(object));
    }

    /** Whether it names the record, in its path or among others. */
    public boolean names(RecordId id) {
        return isSame(id, request.segment(2))
                || isCollection() && list("records").anyMatch(record -> isSame(id, idOf(record)));
    }

    /** The Id that a record names; as a key to upsert by it may be written in another way. */
    private static @Nullable Object idOf(Map<?, ?> record) {
        return record.containsKey("id") ? record.get("id") : record.get("Id");
    }

    private static boolean isSame(RecordId id, @Nullable Object text) {
        return RecordId.parse(Objects.toString(text, "")).filter(id::equals).isPresent();
    }

    private boolean isRetrieve() {
        return request.method().equals("POST")
                && isCollection()
                && request.resource().size() > 2;
    }

    private boolean isRowOf(String object) {
        return request.segment(0).equals("sobjects") && request.segment(1).equalsIgnoreCase(object);
    }

    private boolean isCollection() {
        return request.segment(0).equals("composite") && request.segment(1).equals("sobjects");
    }

    private boolean hasRecordsOf(String object) {
        return isCollection()
                && list("records")
                        .map(record -> record.get("attributes"))
                        .anyMatch(attributes -> attributes instanceof Map<?, ?> map
                                && object.equalsIgnoreCase(Objects.toString(map.get("type"), "")));
    }

    private Stream<Map<?, ?>> parts() {
        return list("compositeRequest");
    }

    private Stream<Map<?, ?>> list(String member) {
        return body() instanceof Map<?, ?> object && object.get(member) instanceof List<?> items
                ? items.stream().filter(Map.class::isInstance).<Map<?, ?>>map(item -> (Map<?, ?>) item)
                : Stream.empty();
    }

    @Override
    public String toString() {
        return (part ? "the part " : "") + request.method() + " " + resource();
    }

    /** A body that is not JSON belongs to no record; the resource itself will say what is wrong with it. */
    private @Nullable Object body() {
        try {
            return request.body();
        } catch (RestException notJson) {
            return null;
        }
    }
}
