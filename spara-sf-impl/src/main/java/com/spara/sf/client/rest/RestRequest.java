package com.spara.sf.client.rest;

import com.spara.sf.client.json.JsonText;
import jakarta.json.stream.JsonGenerator;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request to the REST API: a method, a path from the root, headers and a body, which is JSON, a stream or nothing. */
public final class RestRequest {

    private static final byte[] NOTHING = {};

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final Body body;
    private final Nature nature;

    /** What is sent: JSON that is written, or a stream that is opened each time. */
    private record Body(
            @Nullable Consumer<JsonGenerator> json,
            @Nullable Supplier<InputStream> stream) {

        static final Body NONE = new Body(null, null);
    }

    /** Whether it may be sent twice, and who takes the answer if that is no JSON. */
    private record Nature(boolean isRead, @Nullable BodySink sink) {}

    private RestRequest(String method, String path, Map<String, String> headers, Body body, Nature nature) {
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
        this.nature = nature;
    }

    /** A request to read. */
    public static RestRequest get(String path) {
        return new RestRequest("GET", path, Map.of(), Body.NONE, new Nature(true, null));
    }

    /** A request with a JSON body, whose content is written with a generator that stands where the value begins. */
    public static RestRequest of(String method, String path, Consumer<JsonGenerator> content) {
        return new RestRequest(method, path, Map.of(), new Body(content, null), new Nature(false, null));
    }

    /** A request with a streamed body, which is opened each time the request is sent; its type is a header. */
    public static RestRequest upload(String path, Supplier<InputStream> source) {
        return new RestRequest("PUT", path, Map.of(), new Body(null, source), new Nature(false, null));
    }

    /** A request without a body that takes something away. */
    public static RestRequest delete(String path) {
        return new RestRequest("DELETE", path, Map.of(), Body.NONE, new Nature(false, null));
    }

    /** This request with other headers. */
    public RestRequest with(Map<String, String> newHeaders) {
        return new RestRequest(method, path, newHeaders, body, nature);
    }

    /** This request, which does nothing more when it is carried out twice, so that it is sent again as a read is. */
    public RestRequest repeatable() {
        return new RestRequest(method, path, headers, body, new Nature(true, nature.sink()));
    }

    /** This request, whose answer is taken while it comes if it says success; errors are JSON all the same. */
    public RestRequest into(BodySink sink) {
        return new RestRequest(method, path, headers, body, new Nature(nature.isRead(), sink));
    }

    /** The resource below the version, without queries and Ids, as a name for metrics; the root is asked who the user is. */
    String resource() {
        String below = path.replaceFirst("^/services/data/v[^/]*/?", "").replaceFirst("\\?.*", "");
        return below.isEmpty()
                ? "identity"
                : below.replaceAll("/(?:(?=[^/]*\\d)[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?(?:-\\d+)?)(?=/|$)", "/{id}");
    }

    /** Whether it may be sent again whatever happened, since it changes nothing, or nothing more. */
    boolean isRead() {
        return nature.isRead();
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

    /** The body where it is JSON; empty if there is none. */
    byte[] body() {
        Consumer<JsonGenerator> content = body.json();
        return content == null ? NOTHING : JsonText.write(content);
    }

    /** What opens the body where it is a stream. */
    @Nullable
    Supplier<InputStream> stream() {
        return body.stream();
    }

    /** Who takes the answer, if that is no JSON. */
    @Nullable
    BodySink sink() {
        return nature.sink();
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
        Consumer<JsonGenerator> content = body.json();
        if (content != null) {
            json.writeKey("body");
            content.accept(json);
        }
        json.writeEnd();
    }
}
