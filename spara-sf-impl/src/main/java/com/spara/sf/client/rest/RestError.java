package com.spara.sf.client.rest;

import com.spara.sf.client.json.JsonView;
import java.util.List;

/**
 * One error as Salesforce writes it: an {@code errorCode} on single resources, a {@code statusCode} in collections. The
 * message may hold people's data and the admin's words, so it is never logged.
 */
public record RestError(String code, String message, List<String> fields, JsonView json) {

    /** Reads the errors of an answer's body; an empty list if it is not an array of errors. */
    public static List<RestError> listOf(JsonView body) {
        return body.items().stream()
                .filter(item -> !codeOf(item).isEmpty())
                .map(RestError::of)
                .toList();
    }

    private static RestError of(JsonView item) {
        return new RestError(
                codeOf(item),
                item.at("message").textOrEmpty(),
                item.at("fields").items().stream()
                        .flatMap(field -> field.text().stream())
                        .toList(),
                item);
    }

    private static String codeOf(JsonView item) {
        return item.at("errorCode").text().orElse(item.at("statusCode").textOrEmpty());
    }
}
