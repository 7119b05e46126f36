package com.spara.sf.benchmarks.compare;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The job as one writes it in an afternoon: person by person, {@code java.net.http}, one call for each thing. */
final class LoopPush implements Contender {

    private static final String ROOT = "/services/data/v66.0";
    private static final List<String> ONLY_IF_EMPTY = List.of("Phone", "MobilePhone", "Title");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable Place place;

    @Override
    public void open(Place newPlace) {
        place = newPlace;
    }

    @Override
    public void run(int people, Tally cameBack) throws IOException, InterruptedException {
        for (int number = 0; number < people; number++) {
            push(new Person(number), cameBack);
        }
    }

    private void push(Person person, Tally cameBack) throws IOException, InterruptedException {
        String where = " WHERE Email = '" + person.email() + "'";
        String fields = "Id,FirstName,LastName,Phone,MobilePhone,Title,Owner.Email";
        JsonObject lead = first("SELECT " + fields + ",Company FROM Lead" + where);
        JsonObject contact = first("SELECT " + fields + ",Account.Name FROM Contact" + where);
        String account = contact == null
                ? text(first("SELECT Id,Name FROM Account WHERE Name = '" + person.company() + "'"), "Name")
                : contact.getJsonObject("Account").getString("Name");
        String leadId = write("Lead", lead, person);
        write("Contact", contact, person);
        JsonObject owned =
                contact == null ? first("SELECT Id,Owner.Email FROM Lead WHERE Id = '" + leadId + "'") : contact;
        cameBack.row(List.of(
                person.email(),
                account,
                Objects.requireNonNull(owned).getJsonObject("Owner").getString("Email")));
    }

    private String write(String object, @Nullable JsonObject known, Person person)
            throws IOException, InterruptedException {
        JsonObjectBuilder row = Json.createObjectBuilder();
        values(object, person).forEach((field, value) -> {
            boolean keep = known != null && ONLY_IF_EMPTY.contains(field) && !known.isNull(field);
            if (!keep) {
                row.add(field, value);
            }
        });
        String path = ROOT + "/sobjects/" + object;
        if (known != null) {
            send("PATCH", path + "/" + known.getString("Id"), row.build().toString());
            return known.getString("Id");
        }
        row.add("Email", person.email());
        return json(send("POST", path, row.build().toString())).getString("id");
    }

    private static Map<String, String> values(String object, Person person) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "FirstName", person.firstName(),
                "LastName", person.lastName(),
                "Phone", person.phone(),
                "MobilePhone", person.mobile(),
                "Title", person.title()));
        if (object.equals("Lead")) {
            values.put("Company", person.company());
        }
        return values;
    }

    private @Nullable JsonObject first(String soql) throws IOException, InterruptedException {
        JsonObject answer =
                json(send("GET", ROOT + "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8), null));
        return answer.getInt("totalSize") == 0
                ? null
                : answer.getJsonArray("records").getJsonObject(0);
    }

    private static String text(@Nullable JsonObject row, String field) {
        return row == null ? "" : row.getString(field);
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private String send(String method, String path, @Nullable String body) throws IOException, InterruptedException {
        Place to = Objects.requireNonNull(place);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(to.url() + path))
                        .header("Authorization", "Bearer " + to.token())
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + answer.statusCode());
        }
        return answer.body();
    }
}
