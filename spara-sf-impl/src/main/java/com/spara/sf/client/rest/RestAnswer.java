package com.spara.sf.client.rest;

import com.spara.sf.client.json.JsonView;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** A status, headers and a JSON body: the answer to a whole call, or to one subrequest of a composite. */
public record RestAnswer(int status, JsonView headers, JsonView body) {

    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_SUCCESS = 200;
    private static final int UNAUTHORIZED = 401;

    /** Whether the status says success. */
    public boolean isSuccess() {
        return status >= FIRST_SUCCESS && status < FIRST_REDIRECT;
    }

    /** The errors in the body. */
    public List<RestError> errors() {
        return RestError.listOf(body);
    }

    /** The code of the first error, or an empty text. */
    public String errorCode() {
        return errors().stream().findFirst().map(RestError::code).orElse("");
    }

    /** Whether the token was taken for expired, which shows in no other way (REST API Developer Guide, "Status Codes"). */
    boolean isExpired() {
        return status == UNAUTHORIZED && errorCode().equals("INVALID_SESSION_ID");
    }

    /** How many API requests were used, as the answer says. */
    LimitInfo usage() {
        return LimitInfo.of(header("Sforce-Limit-Info").orElse(""));
    }

    /** The time of the org's clock when it answered; empty if it did not say. */
    Optional<Instant> date() {
        try {
            return header("Date").map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** A header, by its exact name as Salesforce writes it in composites. */
    public Optional<String> header(String name) {
        return headers.at(name).text();
    }
}
