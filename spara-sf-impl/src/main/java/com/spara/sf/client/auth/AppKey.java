package com.spara.sf.client.auth;

import com.spara.sf.connect.WebApp;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an app shows to the token endpoint.
 *
 * @param secret empty for an app without one
 */
record AppKey(String consumerKey, String secret) {

    static final AppKey NONE = new AppKey("", "");

    static AppKey of(WebApp app) {
        return new AppKey(app.consumerKey(), app.revealSecret().orElse(""));
    }

    /** A form that begins with the app's key, and its secret if it has one. */
    Map<String, String> form(String grantType) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", grantType);
        return with(form);
    }

    Map<String, String> with(Map<String, String> form) {
        form.put("client_id", consumerKey);
        if (!secret.isEmpty()) {
            form.put("client_secret", secret);
        }
        return form;
    }

    @Override
    public String toString() {
        return "AppKey[hidden]";
    }
}
