package com.spara.sf.client.rest;

import com.spara.sf.client.json.JsonText;
import jakarta.json.stream.JsonGenerator;
import java.util.Map;
import java.util.function.Consumer;

/** One request to the REST API: a method, a path from the root, headers and a JSON body or none. */
public final class RestRequest {

    private static final byte[] NOTHING = {};

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final Consumer<JsonGenerator> content;
    private final boolean hasBody;

    private RestRequest(
            String method, String path, Map<String, String> headers, Consumer<JsonGenerator> content, boolean hasBody) {
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.content = content;
        this.hasBody = hasBody;
    }

    /** A request to read. */
    public static RestRequest get(String path) {
        return new RestRequest("GET", path, Map.of(), generator -> {}, false);
    }

    /** A request with a JSON body, whose content is written with a generator that stands where the value begins. */
    public static RestRequest of(String method, String path, Consumer<JsonGenerator> content) {
        return new RestRequest(method, path, Map.of(), content, true);
    }

    /** This request with other headers. */
    public RestRequest with(Map<String, String> newHeaders) {
        return new RestRequest(method, path, newHeaders, content, hasBody);
    }

    /** The resource below the version, without queries and Ids, as a name for metrics. */
    String resource() {
        String below = path.replaceFirst("^/services/data/v[^/]*/?", "").replaceFirst("\\?.*", "");
        return below.replaceAll("/(?:(?=[^/]*\\d)[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?(?:-\\d+)?)(?=/|$)", "/{id}");
    }

    /** Whether it changes nothing. */
    boolean isRead() {
        return method.equals("GET");
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return hasBody ? JsonText.write(content) : NOTHING;
    }

    /** Writes this request as a subrequest of a composite. */
    void writeAsSubrequest(JsonGenerator json, String referenceId) {
        json.writeStartObject();
        json.write("method", method).write("url", path).write("referenceId", referenceId);
        if (!headers.isEmpty()) {
            json.writeStartObject("httpHeaders");
            headers.forEach(json::write);
            json.writeEnd();
        }
        if (hasBody) {
            json.writeKey("body");
            content.accept(json);
        }
        json.writeEnd();
    }
}
