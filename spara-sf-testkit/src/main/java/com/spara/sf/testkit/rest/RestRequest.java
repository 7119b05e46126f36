package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.oauth.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request to a resource, on its own or as a part of a composite. Confined to one exchange. */
final class RestRequest {
    private final String method;
    private final int version;
    private final ResourcePath path;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Supplier<@Nullable Object> body;
    private final Exchange exchange;
    private Supplier<byte[]> bytes = () -> new byte[0];

    RestRequest(String method, ResourcePath path, Supplier<@Nullable Object> body, Exchange exchange) {
        this.method = method;
        this.path = path;
        this.version = ApiVersions.require(path.belowData().get(0));
        this.body = body;
        this.exchange = exchange;
    }

    RestRequest withHeaders(Map<String, String> more) {
        headers.putAll(more);
        return this;
    }

    RestRequest withBytes(Supplier<byte[]> plain) {
        bytes = plain;
        return this;
    }

    /** In capitals; {@code ?_HttpMethod=PATCH} makes a POST a PATCH. */
    String method() {
        return method.equals("POST") ? path.query().getOrDefault("_HttpMethod", method) : method;
    }

    int version() {
        return version;
    }

    /** The resource below the version, such as {@code [sobjects, Lead]}. */
    List<String> resource() {
        List<String> below = path.belowData();
        return below.subList(1, below.size());
    }

    /** The segment of the resource, or an empty text beyond its end. */
    String segment(int index) {
        List<String> resource = resource();
        return index < resource.size() ? resource.get(index) : "";
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(path.query().get(name));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Map<String, String> headers() {
        return headers;
    }

    Exchange exchange() {
        return exchange;
    }

    Session session() {
        return exchange.session();
    }

    /** The body as JDK values; throws the answer when it is not JSON. */
    @Nullable
    Object body() {
        return body.get();
    }

    /** The body as it was sent, decompressed; empty in a part of a composite. */
    byte[] bytes() {
        return bytes.get();
    }

    /** The body, which must be a JSON object. */
    Map<?, ?> object() {
        if (body() instanceof Map<?, ?> object) {
            return object;
        }
        throw RestException.badRequest("JSON_PARSER_ERROR", "The HTTP entity body must be a JSON object");
    }

    /** The path of a row under the version of this request. */
    String rowUrl(String object, String id) {
        return ApiVersions.path(version) + "/sobjects/" + object + "/" + id;
    }
}
