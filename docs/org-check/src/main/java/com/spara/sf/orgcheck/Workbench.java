package com.spara.sf.orgcheck;

import com.spara.sf.spi.Sleeper;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What the assumptions work with: requests to the org, and Leads that bear the mark of this run. */
final class Workbench {
    private static final String MARK = "Spara-SF org-check ";
    private static final int ROUNDS = 3;
    private static final int MOST_ROWS = 200;

    private final OrgWire wire;
    private final Sleeper sleeper;
    private final Map<String, String> app;
    private final String run;
    private int addresses;

    /** The app is what names it in forms; empty if none is given. */
    Workbench(OrgWire wire, Seams seams, Map<String, String> app) {
        this.wire = wire;
        this.sleeper = seams.sleeper();
        this.app = app;
        this.run = String.format(Locale.ROOT, "%016x", seams.random().nextLong());
    }

    /** What tests replace. */
    record Seams(RandomGenerator random, Sleeper sleeper) {}

    /** The key and the secret of an app of the org, as forms have them. */
    Map<String, String> app() {
        return app;
    }

    /** A text that is no key, no secret and no token of any org. */
    String nonsense() {
        return "sparasforgcheck" + run;
    }

    void pause(Duration time) {
        try {
            sleeper.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UnansweredException("interrupted", stop);
        }
    }

    /** The last name of all records of this run. */
    String mark() {
        return MARK + run;
    }

    /** An address that nobody has, in a domain that belongs to nobody. */
    String freshEmail() {
        return "spara-sf-org-check-" + run + "-" + ++addresses + "@example.com";
    }

    /** The fields of a Lead of this run, with some more. */
    Map<String, Object> lead(Map<String, ?> more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("LastName", mark());
        fields.put("Company", mark());
        fields.putAll(more);
        return fields;
    }

    /** The fields of somebody whom every duplicate rule would recognise. */
    Map<String, Object> person() {
        return lead(Map.of("FirstName", "Org", "Title", "Check", "Email", freshEmail()));
    }

    /** Makes a Lead, past duplicate rules that only alert and without assignment rules; returns its Id. */
    String create(Map<String, ?> fields) {
        Reply made = send(Request.post("/sobjects/Lead", fields)
                .with("Sforce-Auto-Assign", "FALSE")
                .with("Sforce-Duplicate-Rule-Header", "allowSave=true"));
        return Reply.text(made.object(), "id")
                .orElseThrow(() -> new UnansweredException("a Lead could not be made: " + made.facts()));
    }

    /** The row of a Lead in requests. */
    static String row(String id) {
        return "/sobjects/Lead/" + id;
    }

    /** The request that makes one Lead as a collection. */
    static Request collectionOf(Map<String, ?> fields) {
        return Request.post("/composite/sobjects", records(fields));
    }

    /** The body of a collection of one Lead. */
    static Map<String, ?> records(Map<String, ?> fields) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("attributes", Map.of("type", "Lead"));
        row.putAll(fields);
        return Map.of("allOrNone", false, "records", List.of(row));
    }

    JsonObject read(String id, String field) {
        return require("reading a Lead", send(Request.get(row(id) + "?fields=" + field)))
                .object();
    }

    void delete(String id) {
        require("deleting a Lead", send(Request.delete(row(id))));
    }

    /** The path of a query; the resource is query or queryAll. */
    static String query(String resource, String soql) {
        String encoded = URLEncoder.encode(soql, StandardCharsets.UTF_8).replace("+", "%20");
        return "/" + resource + "?q=" + encoded;
    }

    /** The answer, if it is a success. */
    static Reply require(String what, Reply reply) {
        if (!reply.isSuccess()) {
            throw new UnansweredException(what + ": " + reply.facts());
        }
        return reply;
    }

    Reply send(Request request) {
        try {
            return wire.send(request);
        } catch (IOException e) {
            throw unanswered(e);
        }
    }

    /** The answer of an OAuth endpoint, which is not shown the token. */
    Reply oauth(String endpoint, Map<String, String> form) {
        try {
            return wire.oauth(endpoint, form);
        } catch (IOException e) {
            throw unanswered(e);
        }
    }

    /** The answers to the parts {@code r0}, {@code r1} and so on of one composite. */
    List<Reply> composite(Request... parts) {
        try {
            OrgWire.Composite answer = wire.composite(parts);
            require("a composite", answer.whole());
            if (answer.parts().size() != parts.length) {
                throw new UnansweredException(
                        "a composite came back with " + answer.parts().size() + " parts of " + parts.length);
            }
            return answer.parts();
        } catch (IOException e) {
            throw unanswered(e);
        }
    }

    /** The answer to the only part of a composite, or to the composite if that was refused as a whole. */
    Reply inComposite(Request part) {
        try {
            OrgWire.Composite answer = wire.composite(part);
            return answer.parts().isEmpty() ? answer.whole() : answer.parts().get(0);
        } catch (IOException e) {
            throw unanswered(e);
        }
    }

    private static UnansweredException unanswered(IOException e) {
        return new UnansweredException("no answer: " + e.getClass().getSimpleName(), e);
    }

    /** Deletes every record of this run, also those whose creation was never answered; says whether none is left. */
    boolean cleanUp() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> left = left();
            if (left.isEmpty()) {
                return true;
            }
            send(Request.delete("/composite/sobjects?allOrNone=false&ids=" + String.join(",", left)));
        }
        return left().isEmpty();
    }

    private List<String> left() {
        String soql = "SELECT Id FROM Lead WHERE LastName = '" + mark() + "' LIMIT " + MOST_ROWS;
        Reply found = require("looking for what is left", send(Request.get(query("query", soql))));
        return Reply.items(found.object(), "records").stream()
                .flatMap(record -> Reply.text(record, "Id").stream())
                .toList();
    }
}
