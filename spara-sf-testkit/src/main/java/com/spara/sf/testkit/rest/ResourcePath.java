package com.spara.sf.testkit.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The path and the query string of a request, decoded. Trailing slashes do not count; a parameter that stands twice is a
 * list.
 */
record ResourcePath(List<String> segments, Map<String, String> query) {
    private static final List<String> DATA = List.of("services", "data");

    ResourcePath {
        segments = List.copyOf(segments);
        query = Collections.unmodifiableMap(query);
    }

    /** Reads {@code /services/data/v66.0/query?q=…}; a plus sign is a space in the query string only. */
    static ResourcePath parse(String target) {
        try {
            int mark = target.indexOf('?');
            String path = mark < 0 ? target : target.substring(0, mark);
            return new ResourcePath(segments(path), mark < 0 ? Map.of() : parameters(target.substring(mark + 1)));
        } catch (IllegalArgumentException e) {
            throw RestException.badRequest(
                    "INVALID_URL", "The URL holds a percent sign that two hexadecimal digits do not follow");
        }
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList();
    }

    /** The pairs of a query string or of a form; of two with one name the latter counts. */
    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : decode(parameter.substring(equals + 1));
            parameters.merge(decode(name), value, (one, more) -> one + "," + more);
        }
        return parameters;
    }

    private static String decode(String text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    boolean isData() {
        return segments.size() >= DATA.size()
                && segments.subList(0, DATA.size()).equals(DATA);
    }

    /** The part below {@code /services/data}: the version, then the resource. */
    List<String> belowData() {
        return segments.subList(DATA.size(), segments.size());
    }

    /** This path with every segment and every value of the query string changed. */
    ResourcePath map(UnaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>();
        query.forEach((name, value) -> changed.put(name, change.apply(value)));
        return new ResourcePath(segments.stream().map(change).toList(), changed);
    }
}
