package com.spara.sf.client;

import com.spara.sf.client.pull.PageSize;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeOrg;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** A wire on which no snapshot spans the parts of a composite, since each is sent by itself, and something happens between. */
final class SplitWire {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** What is at random in a pause before a repetition is shorter, so that a history is always the same. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final Transport wire;
    private Duration ahead = Duration.ZERO;
    private Runnable between = () -> {};
    private Predicate<String> before = url -> false;

    SplitWire(Transport wire) {
        this.wire = wire;
    }

    SalesforceSync sync(FakeOrg org) {
        return sync(org, PageSize.MOST);
    }

    /** For an org that answers so many rows to a query. */
    SalesforceSync sync(FakeOrg org, int rowsOfAQuery) {
        return Salesforce.over(this::send)
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time.compareTo(SHORT) < 0 ? SHORT : time))
                .withRowsOfAQuery(rowsOfAQuery)
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(SyncSettings.standard());
    }

    /** What happens once, before everything that changed is asked for. */
    void beforeChanges(Runnable work) {
        before = url -> url.contains("IsDeleted");
        between = work;
    }

    /** What happens once, before the second query of a first look. */
    void beforeFurther(Runnable work) {
        before = url -> url.contains("OFFSET");
        between = work;
    }

    /** What happens once, before records that others left behind are read, which were asked for by their address. */
    void beforeLeftBehind(Runnable work) {
        before = url -> url.contains("SystemModstamp") && url.contains("WHERE%20Id%20IN");
        between = work;
    }

    /** What happens once, before it is asked who has the addresses that were left. */
    void beforeAddresses(Runnable work) {
        before = url -> url.contains("Email%20IN");
        between = work;
    }

    /** How far the clock is ahead by which answers are dated. */
    void ahead(Duration time) {
        ahead = time;
    }

    private WireResponse send(WireRequest request, Duration deadline) throws IOException {
        if (!request.uri().getPath().endsWith("/composite")) {
            return wire.send(request, deadline);
        }
        JsonArrayBuilder answers = JSON.createArrayBuilder();
        Map<String, String> headers = new TreeMap<>();
        for (JsonValue part : parts(request)) {
            if (before.test(part.asJsonObject().getString("url"))) {
                Runnable now = between;
                between = () -> {};
                now.run();
            }
            headers.putAll(sendAlone(request, part, answers, deadline));
        }
        return answer(headers, answers);
    }

    private static JsonArray parts(WireRequest request) {
        try (JsonReader in = JSON.createReader(request.openBody())) {
            return in.readObject().getJsonArray("compositeRequest");
        }
    }

    private Map<String, String> sendAlone(
            WireRequest request, JsonValue part, JsonArrayBuilder answers, Duration deadline) throws IOException {
        JsonObject body = JSON.createObjectBuilder()
                .add("allOrNone", false)
                .add("collateSubrequests", false)
                .add("compositeRequest", JSON.createArrayBuilder().add(part))
                .build();
        WireRequest alone = WireRequest.of(request.method(), request.uri());
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            alone = alone.withHeader(header.getKey(), header.getValue());
        }
        try (WireResponse response =
                wire.send(alone.withBody(body.toString().getBytes(StandardCharsets.UTF_8)), deadline)) {
            boolean isPacked = response.header("Content-Encoding").orElse("").equals("gzip");
            InputStream in = isPacked ? new GZIPInputStream(response.body()) : response.body();
            try (JsonReader reader = JSON.createReader(in)) {
                reader.readObject().getJsonArray("compositeResponse").forEach(answers::add);
            }
            return response.headers();
        }
    }

    private WireResponse answer(Map<String, String> given, JsonArrayBuilder answers) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(given);
        headers.keySet()
                .removeIf(name -> name.equalsIgnoreCase("Content-Encoding") || name.equalsIgnoreCase("Content-Length"));
        headers.computeIfPresent(
                "Date",
                (name, date) -> DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date))
                                .plus(ahead)
                                .atOffset(ZoneOffset.UTC)));
        byte[] body = JSON.createObjectBuilder()
                .add("compositeResponse", answers)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        return WireResponse.of(200, headers, new ByteArrayInputStream(body));
    }
}
