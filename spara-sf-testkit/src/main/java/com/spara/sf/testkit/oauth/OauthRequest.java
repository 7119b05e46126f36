package com.spara.sf.testkit.oauth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One request to an endpoint. Confined to one exchange. */
public final class OauthRequest {
    private final String method;
    private final List<String> path;
    private final Origin origin;
    private Map<String, String> query = Map.of();
    private Map<String, String> form = Map.of();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public OauthRequest(String method, List<String> path, Origin origin) {
        this.method = method;
        this.path = List.copyOf(path);
        this.origin = origin;
    }

    public OauthRequest withHeaders(Map<String, String> sent) {
        headers.putAll(sent);
        return this;
    }

    public OauthRequest withQuery(Map<String, String> parameters) {
        query = parameters;
        return this;
    }

    public OauthRequest withForm(Map<String, String> parameters) {
        form = parameters;
        return this;
    }

    public String method() {
        return method;
    }

    boolean isPost() {
        return method.equals("POST");
    }

    /** What is asked, such as {@code oauth2/token}. */
    public String resource() {
        List<String> named = path.size() > 1 && path.get(0).equals("services") ? path.subList(1, path.size()) : path;
        return String.join("/", named);
    }

    /** Of a token request, what the form asks by; otherwise empty. */
    public Optional<String> grantType() {
        return form("grant_type");
    }

    /** The segment of the path, or an empty text beyond its end. */
    String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    Origin origin() {
        return origin;
    }

    /** An empty parameter is none. */
    Optional<String> form(String name) {
        return Optional.ofNullable(form.get(name)).filter(value -> !value.isEmpty());
    }

    /** From the form of a POST, from the query string of anything else; an empty parameter is none. */
    Optional<String> parameter(String name) {
        return isPost() ? form(name) : Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    Map<String, String> parameters() {
        return isPost() ? form : query;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** What is asked, without any parameter. */
    @Override
    public String toString() {
        return method + " " + resource();
    }
}
