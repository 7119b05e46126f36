package com.spara.sf.client.rest;

import com.spara.sf.spi.WireResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The time that the header {@code Retry-After} asks to wait: seconds, or a date (RFC 9110, section 10.2.3). */
public final class RetryAfter {

    private RetryAfter() {}

    /** Reads it; a date counts from that of the answer. Empty if there is none that can be read. */
    public static Optional<Duration> of(WireResponse response) {
        String header = response.header("Retry-After").orElse("").strip();
        if (header.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            Instant until = instant(header);
            return Optional.of(Duration.between(instant(response.header("Date").orElse("")), until));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Instant instant(String date) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    }
}
