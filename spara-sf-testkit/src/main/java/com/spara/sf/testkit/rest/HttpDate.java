package com.spara.sf.testkit.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The date form of HTTP headers, in whole seconds. */
final class HttpDate {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    static String format(Instant moment) {
        return FORM.format(moment);
    }

    /** The moment in a conditional header; a date that cannot be read is an error. */
    static Optional<Instant> header(RestRequest request, String name) {
        return request.header(name).map(text -> parse(name, text));
    }

    private static Instant parse(String name, String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            throw RestException.badRequest(
                    "INVALID_HEADER", name + " must be a date such as Mon, 23 Nov 2026 09:00:00 GMT");
        }
    }

    /** Whether an {@code If-Modified-Since} header allows the answer 304. */
    static boolean isNotModified(RestRequest request, Instant changed) {
        return header(request, "If-Modified-Since")
                .filter(since -> !changed.isAfter(since))
                .isPresent();
    }
}
