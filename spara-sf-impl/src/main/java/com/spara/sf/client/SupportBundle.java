package com.spara.sf.client;

import com.spara.sf.Reason;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.json.JsonText;
import com.spara.sf.client.push.PushEngine;
import com.spara.sf.client.rest.ApiVersion;
import com.spara.sf.connect.ApiUsage;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.Problem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What somebody who helps has to know of a connection, without secrets and people's data. Each part is made by itself, so that one
 * that fails does not cost the others.
 *
 * @param connection the connection; its name is the host's own and is left away
 * @param settings the settings that are in use
 */
record SupportBundle(Connection connection, SyncSettings settings) {

    private static final String POM = "/META-INF/maven/com.spara.sf/spara-sf-impl/pom.properties";

    String json(Supplier<PushEngine> engine) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", 1);
        json.put("software", software());
        json.put("check", part(this::check));
        json.put("connection", part(() -> state(connection.state())));
        json.put("madeAt", part(() -> engine.get().clock().instant().toString()));
        json.put(
                "usage", part(() -> connection.usage().map(SupportBundle::usage).orElse(Map.of())));
        json.put("learned", part(() -> engine.get().learned()));
        json.put("lastCalls", part(() -> engine.get().lastCalls().lines()));
        json.put("settings", part(() -> SettingsShape.of(settings)));
        return JsonText.pretty(json);
    }

    private static Object part(Supplier<Object> made) {
        try {
            return made.get();
        } catch (SalesforceException failed) {
            return Map.of("failed", reason(failed.reason()));
        } catch (RuntimeException failed) {
            return Map.of("failed", failed.getClass().getName());
        }
    }

    private static Map<String, Object> software() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("library", version());
        json.put("salesforceApi", ApiVersion.PINNED.major());
        json.put("java", Runtime.version().toString());
        json.put("os", System.getProperty("os.name", "unknown"));
        return json;
    }

    /** Where classes are not in a jar, as in a developer's workspace, nobody knows. */
    private static String version() {
        return Resource.find(POM).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("version="))
                .map(line -> line.substring("version=".length()))
                .findFirst()
                .orElse("unknown");
    }

    private static Map<String, Object> state(ConnectionState state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", state.status().name());
        json.put("since", state.since().toString());
        json.put("reason", reason(state.reason()));
        state.url().ifPresent(url -> json.put("url", url.toString()));
        state.organizationId().ifPresent(id -> json.put("organizationId", id));
        json.put(
                "warnings", state.warnings().stream().map(SupportBundle::reason).toList());
        return json;
    }

    private static Map<String, Object> usage(ApiUsage usage) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("used", BigDecimal.valueOf(usage.used()));
        json.put("allowed", BigDecimal.valueOf(usage.allowed()));
        json.put("asOf", usage.asOf().toString());
        return json;
    }

    private List<Map<String, Object>> check() {
        return connection.sync(settings).check(settings).stream()
                .map(SupportBundle::problem)
                .toList();
    }

    private static Map<String, Object> problem(Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", problem.severity().name());
        json.put("object", problem.object());
        problem.field().ifPresent(field -> json.put("field", field));
        json.putAll(reason(problem.reason()));
        return json;
    }

    /** Salesforce's own words may hold people's data. */
    private static Map<String, Object> reason(Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", reason.code());
        json.put("text", reason.text());
        json.put("page", reason.page());
        return json;
    }
}
