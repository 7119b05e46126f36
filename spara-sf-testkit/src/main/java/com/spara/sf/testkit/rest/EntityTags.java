package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The entity tags of accounts, the only records that have them. */
final class EntityTags {
    private static final String MATCH = "If-Match";
    private static final String NONE_MATCH = "If-None-Match";
    private static final Pattern TAG = Pattern.compile("(W/)?\"[^\"]*\"");

    private EntityTags() {}

    /** Ignoring a condition would be a wrong answer. */
    static void requireSupported(RestRequest request) {
        boolean asked =
                request.header(MATCH).isPresent() || request.header(NONE_MATCH).isPresent();
        boolean account = request.segment(0).equals("sobjects")
                && request.segment(1).equalsIgnoreCase("Account")
                && request.resource().size() == 3;
        if (asked && !account) {
            throw RestException.gap("entity tags of anything but an account");
        }
    }

    static Optional<String> of(Row row) {
        return row.type().name().equals("Account") && row.value("SystemModstamp") instanceof Instant changed
                ? Optional.of("\"" + row.id() + "." + changed.getEpochSecond() + "\"")
                : Optional.empty();
    }

    /** Whether the reader has the record already. */
    static boolean isNotModified(RestRequest request, Row row) {
        return names(request, NONE_MATCH, row).orElse(false);
    }

    /** Throws the answer 412 when the record is another than the writer knows. */
    static void requireMatch(RestRequest request, Row row) {
        boolean changed = !names(request, MATCH, row).orElse(true);
        if (changed || names(request, NONE_MATCH, row).orElse(false)) {
            throw new RestException(
                    HttpStatus.PRECONDITION_FAILED,
                    new RestError("PRECONDITION_FAILED", "The record has another entity tag", null));
        }
    }

    /** Whether the header names the record as it is; empty when there is no such header. */
    private static Optional<Boolean> names(RestRequest request, String header, Row row) {
        return request.header(header).map(text -> {
            String known = of(row).orElse("");
            return text.trim().equals("*")
                    || Arrays.stream(text.split(",", -1))
                            .map(String::trim)
                            .map(tag -> requireTag(header, tag))
                            .anyMatch(known::equals);
        });
    }

    private static String requireTag(String header, String tag) {
        if (!TAG.matcher(tag).matches()) {
            throw RestException.badRequest("INVALID_HEADER", header + " must be entity tags in quotation marks, or *");
        }
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
