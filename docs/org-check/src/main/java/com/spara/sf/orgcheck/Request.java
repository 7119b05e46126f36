package com.spara.sf.orgcheck;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request to the REST API, alone or as a part of a composite; the path begins below the version. A CSV travels alone. */
record Request(String method, String path, Map<String, ?> body, Map<String, String> headers, String csv) {

    static Request get(String path) {
        return new Request("GET", path, Map.of(), Map.of(), "");
    }

    static Request delete(String path) {
        return new Request("DELETE", path, Map.of(), Map.of(), "");
    }

    static Request post(String path, Map<String, ?> body) {
        return new Request("POST", path, body, Map.of(), "");
    }

    static Request upload(String path, String csv) {
        return new Request("PUT", path, Map.of(), Map.of(), csv);
    }

    static Request patch(String path, Map<String, ?> body) {
        return new Request("PATCH", path, body, Map.of(), "");
    }

    Request with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Request(method, path, body, more, csv);
    }

    /** Names the request without its data. */
    @Override
    public String toString() {
        return method;
    }
}
