package com.spara.sf.orgcheck;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** An answer of the org, to a request or to one part of a composite; its words are {@link #facts()} only. */
record Reply(int status, Map<String, String> headers, JsonValue body) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{2,79}");
    private static final Pattern OAUTH_ERROR = Pattern.compile("[A-Za-z][A-Za-z0-9_]{2,79}");

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The header of that name, in whatever case. */
    Optional<String> header(String name) {
        Map<String, String> blind = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        blind.putAll(headers);
        return Optional.ofNullable(blind.get(name));
    }

    /** The body if it is an object, else an empty one. */
    JsonObject object() {
        return body instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** The objects of the body if it is an array, for example the rows of a collection. */
    List<JsonObject> items() {
        return objects(body);
    }

    /** The objects of an array in an object; none if there is no such array. */
    static List<JsonObject> items(JsonObject object, String member) {
        return objects(object.getOrDefault(member, JsonValue.NULL));
    }

    private static List<JsonObject> objects(JsonValue value) {
        return value instanceof JsonArray array
                ? array.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                        .toList()
                : List.of();
    }

    /** What a row of a collection was refused for. */
    static Optional<JsonObject> error(JsonObject row) {
        return items(row, "errors").stream().findFirst();
    }

    /** Whether a row of a collection was saved. */
    static boolean isSaved(JsonObject row) {
        return row.getBoolean("success", false);
    }

    /** The member if it is a text. */
    static Optional<String> text(JsonObject object, String member) {
        return object.get(member) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    /** The first error code, whether of the request or of the first row of a collection. */
    Optional<String> code() {
        return items().stream()
                .findFirst()
                .flatMap(first -> error(first)
                        .or(() -> Optional.of(first))
                        .flatMap(error -> text(error, "errorCode").or(() -> text(error, "statusCode")))
                        .filter(code -> CODE.matcher(code).matches()));
    }

    /** What an OAuth endpoint calls its refusal. */
    Optional<String> oauthError() {
        return text(object(), "error")
                .filter(error -> OAUTH_ERROR.matcher(error).matches());
    }

    /** Whether a duplicate rule refused the request, or the first row of the collection. */
    boolean isDuplicate() {
        return code().filter("DUPLICATES_DETECTED"::equals).isPresent();
    }

    /** The status, and the code if there is one. */
    String facts() {
        return status + code().or(this::oauthError).map(code -> " " + code).orElse("");
    }

    @Override
    public String toString() {
        return facts();
    }
}
