package com.spara.sf.testkit.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A parameterized search as it was asked for, by the parameters of a GET or the body of a POST. */
record SearchOrder(SearchWords words, SearchScope scope, List<Target> targets, int offset, int limit) {
    private static final int MOST = 2_000;
    private static final String ID = "Id";

    /** What is wanted of one object; where and order as in SOQL, an empty text when there is none. */
    record Target(String object, String fields, String where, String orderBy, int limit) {}

    static SearchOrder read(RestRequest request) {
        return request.method().equals("POST") ? ofBody(request.object()) : ofParameters(request);
    }

    private static SearchOrder ofParameters(RestRequest request) {
        String fields = request.parameter("fields").orElse(ID);
        int usual = number(request.parameter("defaultLimit").orElse(null), MOST);
        List<String> objects = request.parameter("sobject")
                .map(names -> Arrays.asList(names.split(",", -1)))
                .orElse(List.of());
        List<Target> targets = objects.stream()
                .map(String::trim)
                .map(name -> new Target(
                        name,
                        request.parameter(name + ".fields").orElse(fields),
                        request.parameter(name + ".where").orElse(""),
                        request.parameter(name + ".orderBy").orElse(""),
                        number(request.parameter(name + ".limit").orElse(null), usual)))
                .toList();
        return new SearchOrder(
                words(request.parameter("q")),
                SearchScope.named(request.parameter("in").orElse("ALL")),
                targets,
                number(request.parameter("offset").orElse(null), 0),
                number(request.parameter("overallLimit").orElse(null), MOST));
    }

    private static SearchOrder ofBody(Map<?, ?> body) {
        String fields = names(body.get("fields"), ID);
        int usual = number(body.get("defaultLimit"), MOST);
        List<Target> targets = new ArrayList<>();
        if (body.get("sobjects") instanceof List<?> items) {
            items.forEach(item -> targets.add(target(item, fields, usual)));
        }
        return new SearchOrder(
                words(Optional.ofNullable(body.get("q")).map(Object::toString)),
                SearchScope.named(Objects.toString(body.get("in"), "ALL")),
                targets,
                number(body.get("offset"), 0),
                number(body.get("overallLimit"), MOST));
    }

    private static Target target(@Nullable Object item, String fields, int usual) {
        if (!(item instanceof Map<?, ?> object)) {
            throw RestException.badRequest("JSON_PARSER_ERROR", "Each of sobjects must be a JSON object with a name");
        }
        return new Target(
                Objects.toString(object.get("name"), ""),
                names(object.get("fields"), fields),
                Objects.toString(object.get("where"), ""),
                Objects.toString(object.get("orderBy"), ""),
                number(object.get("limit"), usual));
    }

    private static SearchWords words(Optional<String> text) {
        return SearchWords.of(text.orElseThrow(
                () -> RestException.badRequest("MALFORMED_SEARCH", "A search string has to be specified")));
    }

    private static String names(@Nullable Object value, String usual) {
        if (value instanceof List<?> names) {
            return String.join(", ", names.stream().map(String::valueOf).toList());
        }
        return value == null ? usual : value.toString();
    }

    private static int number(@Nullable Object value, int usual) {
        if (value == null) {
            return usual;
        }
        String digits = value.toString();
        if (!digits.matches("\\d{1,9}") || Integer.parseInt(digits) > MOST) {
            throw RestException.badRequest(
                    "NUMBER_OUTSIDE_VALID_RANGE", "Limits and offset are numbers of up to " + MOST);
        }
        return Integer.parseInt(digits);
    }
}
