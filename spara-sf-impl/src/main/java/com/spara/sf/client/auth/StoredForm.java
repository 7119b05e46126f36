package com.spara.sf.client.auth;

import com.spara.sf.Reason;
import com.spara.sf.client.json.JsonText;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.ConnectionState.Status;
import com.spara.sf.connect.OrgAddress;
import com.spara.sf.spi.StoredConnection;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A connection as one line of JSON, and back. Members that a newer version wrote are passed over. */
final class StoredForm {

    private static final int VERSION = 1;

    private StoredForm() {}

    static StoredConnection of(ConnectionRecord record) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", VERSION);
        json.put("status", record.state().status().name());
        json.put("since", record.state().since().toString());
        json.put("reason", json(record.state().reason()));
        json.put(
                "warnings",
                record.state().warnings().stream().map(StoredForm::json).toList());
        OrgPlace place = record.place();
        if (place != null) {
            json.put("login", place.login().toString());
            json.put("instance", place.instance().toString());
            json.put("organization", place.organizationId());
            json.put("user", place.userId());
        }
        json.put("consumerKey", record.app().consumerKey());
        json.put("consumerSecret", record.app().secret());
        json.put("accessToken", record.tokens().access());
        json.put("refreshToken", record.tokens().refresh());
        json.put("inDoubt", record.tokens().inDoubt());
        Map<String, String> used = new LinkedHashMap<>();
        record.usedLogins().forEach((login, until) -> used.put(login, until.toString()));
        json.put("usedLogins", used);
        byte[] bytes = JsonText.write(generator -> JsonText.value(generator, json));
        return StoredConnection.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private static Map<String, String> json(Reason reason) {
        return Map.of(
                "code", reason.code(),
                "text", reason.text(),
                "words", reason.salesforceWords().orElse(""));
    }

    /** Reads a line; throws {@link IllegalStateException}, which does not repeat it, if it is none. */
    static ConnectionRecord read(String connection, StoredConnection stored) {
        try {
            JsonView json = JsonView.of(JsonText.read(new StringReader(stored.reveal())));
            ConnectionRecord record =
                    new ConnectionRecord(state(json), null, app(json), tokens(json), usedLogins(json.at("usedLogins")));
            return json.at("login").text().isEmpty() ? record : record.at(place(json));
        } catch (IOException | JsonException | IllegalArgumentException | DateTimeException broken) {
            // without the cause, whose message may quote a token
            throw new IllegalStateException("What the token store gave for the connection '" + connection
                    + "' is not what was saved there. Connect the org again.");
        }
    }

    private static Map<String, Instant> usedLogins(JsonView json) {
        Map<String, Instant> used = new TreeMap<>();
        if (json.raw() instanceof Map<?, ?> map) {
            map.forEach((login, until) -> used.put(String.valueOf(login), Instant.parse(String.valueOf(until))));
        }
        return used;
    }

    private static ConnectionState state(JsonView json) {
        return ConnectionState.of(
                        Status.valueOf(json.at("status").textOrEmpty()),
                        reason(json.at("reason")),
                        Instant.parse(json.at("since").textOrEmpty()))
                .warning(json.at("warnings").items().stream()
                        .map(StoredForm::reason)
                        .toList());
    }

    private static Reason reason(JsonView json) {
        return Reason.of(json.at("code").textOrEmpty(), json.at("text").textOrEmpty())
                .quoting(json.at("words").textOrEmpty());
    }

    private static OrgPlace place(JsonView json) {
        return new OrgPlace(
                OrgAddress.stored(json.at("login").textOrEmpty()),
                OrgAddress.stored(json.at("instance").textOrEmpty()),
                json.at("organization").textOrEmpty(),
                json.at("user").textOrEmpty());
    }

    private static AppKey app(JsonView json) {
        return new AppKey(
                json.at("consumerKey").textOrEmpty(), json.at("consumerSecret").textOrEmpty());
    }

    private static Tokens tokens(JsonView json) {
        return new Tokens(
                json.at("accessToken").textOrEmpty(),
                json.at("refreshToken").textOrEmpty(),
                json.at("inDoubt").isTrue());
    }
}
