package com.spara.sf.testkit.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The body of a composite, checked as a whole before any part is done. */
record CompositeParts(List<CompositePart> list, boolean isAllOrNone) {
    private static final int MOST_PARTS = 25;
    private static final int MOST_HEAVY_PARTS = 5;
    private static final Pattern REFERENCE_ID = Pattern.compile("[A-Za-z0-9_]+");

    /** Throws the answer for a call of which nothing is done. */
    static CompositeParts read(Map<?, ?> body) {
        List<CompositePart> parts = parts(body);
        requireCount(parts);
        requireReferenceIds(parts);
        return new CompositeParts(List.copyOf(parts), Boolean.TRUE.equals(body.get("allOrNone")));
    }

    /** A graph, which is always all or none, and is counted with the others of its payload. */
    static CompositeParts ofGraph(Map<?, ?> body) {
        List<CompositePart> parts = parts(body);
        requireReferenceIds(parts);
        return new CompositeParts(List.copyOf(parts), true);
    }

    private static List<CompositePart> parts(Map<?, ?> body) {
        if (!(body.get("compositeRequest") instanceof List<?> items) || items.isEmpty()) {
            throw RestException.badRequest(
                    "JSON_PARSER_ERROR", "compositeRequest must be an array of at least one subrequest");
        }
        List<CompositePart> parts = new ArrayList<>();
        items.forEach(item -> parts.add(CompositePart.read(item)));
        return parts;
    }

    private static void requireCount(List<CompositePart> parts) {
        if (parts.size() > MOST_PARTS) {
            throw RestException.badRequest(
                    "LIMIT_EXCEEDED",
                    "A composite request can hold up to " + MOST_PARTS + " subrequests, not " + parts.size());
        }
        long heavy = parts.stream().filter(CompositePart::isHeavy).count();
        if (heavy > MOST_HEAVY_PARTS) {
            throw RestException.badRequest(
                    "LIMIT_EXCEEDED",
                    "A composite request can hold up to " + MOST_HEAVY_PARTS
                            + " subrequests that are queries or sObject collections, not " + heavy);
        }
    }

    private static void requireReferenceIds(List<CompositePart> parts) {
        Set<String> seen = new HashSet<>();
        for (CompositePart part : parts) {
            if (!REFERENCE_ID.matcher(part.referenceId()).matches() || !seen.add(part.referenceId())) {
                throw RestException.badRequest(
                        "INVALID_INPUT",
                        "Each subrequest needs a referenceId of its own, of letters, digits and underscores: "
                                + part.referenceId());
            }
        }
    }
}
