package com.spara.sf.benchmarks.compare;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The floor: this very job and no other, by hand and tuned, with nothing that a library needs. Two calls for two hundred
 * people, JSON as a stream both ways; whatever is not as expected ends the program.
 */
final class FloorPush implements Contender {

    private static final int BATCH = 200;
    private static final String ROOT = "/services/data/v66.0";
    private static final String FIELDS = "SELECT Email,Id,FirstName,LastName,Phone,MobilePhone,Title,Owner.Email";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonGeneratorFactory generators = Json.createGeneratorFactory(null);
    private final JsonParserFactory parsers = Json.createParserFactory(null);
    private @Nullable Place place;

    @Override
    public void open(Place newPlace) {
        place = newPlace;
    }

    @Override
    public void run(int people, Tally cameBack) throws IOException, InterruptedException {
        for (int from = 0; from < people; from += BATCH) {
            List<Person> batch = new ArrayList<>(BATCH);
            for (int number = from; number < Math.min(people, from + BATCH); number++) {
                batch.add(new Person(number));
            }
            push(batch, cameBack);
        }
    }

    private void push(List<Person> batch, Tally cameBack) throws IOException, InterruptedException {
        String emails = in(batch, Person::email);
        Found found = new Found();
        send(
                json -> {
                    query(json, "leads", FIELDS + ",Company FROM Lead WHERE Email IN " + emails);
                    query(json, "contacts", FIELDS + ",Account.Name FROM Contact WHERE Email IN " + emails);
                    query(json, "accounts", "SELECT Name FROM Account WHERE Name IN " + in(batch, Person::company));
                },
                found);
        List<Person> made =
                batch.stream().filter(person -> found.lead(person) == null).toList();
        Found owners = new Found();
        send(
                json -> {
                    write(json, "Lead", batch, found);
                    write(json, "Contact", batch, found);
                    if (!made.isEmpty()) {
                        query(
                                json,
                                "leads",
                                "SELECT Email,Owner.Email FROM Lead WHERE Email IN " + in(made, Person::email));
                    }
                },
                owners);
        batch.forEach(person -> cameBack.row(seen(person, found, owners)));
    }

    private static List<String> seen(Person person, Found found, Found owners) {
        Map<String, String> contact = found.contact(person);
        if (contact != null) {
            return List.of(
                    person.email(),
                    Objects.requireNonNull(contact.get("Account.Name")),
                    Objects.requireNonNull(contact.get("Owner.Email")));
        }
        String account = found.accounts.contains(person.company()) ? person.company() : "";
        Map<String, String> lead = Objects.requireNonNull(owners.lead(person));
        return List.of(person.email(), account, Objects.requireNonNull(lead.get("Owner.Email")));
    }

    private static void write(JsonGenerator json, String object, List<Person> batch, Found found) {
        List<Person> known = new ArrayList<>(BATCH);
        List<Person> made = new ArrayList<>(BATCH);
        for (Person person : batch) {
            (found.of(object, person) == null ? made : known).add(person);
        }
        collection(json, "POST", object, made, found);
        collection(json, "PATCH", object, known, found);
    }

    private static void collection(JsonGenerator json, String method, String object, List<Person> rows, Found found) {
        if (rows.isEmpty()) {
            return;
        }
        json.writeStartObject()
                .write("method", method)
                .write("url", ROOT + "/composite/sobjects")
                .write("referenceId", method + object)
                .writeStartObject("body")
                .write("allOrNone", false)
                .writeStartArray("records");
        rows.forEach(person -> row(json, object, person, found.of(object, person)));
        json.writeEnd().writeEnd().writeEnd();
    }

    private static void row(JsonGenerator json, String object, Person person, @Nullable Map<String, String> known) {
        json.writeStartObject()
                .writeStartObject("attributes")
                .write("type", object)
                .writeEnd();
        if (known == null) {
            json.write("Email", person.email());
        } else {
            json.write("id", Objects.requireNonNull(known.get("Id")));
        }
        field(json, known, "FirstName", person.firstName(), true);
        field(json, known, "LastName", person.lastName(), true);
        field(json, known, "Phone", person.phone(), false);
        field(json, known, "MobilePhone", person.mobile(), false);
        field(json, known, "Title", person.title(), false);
        if (object.equals("Lead")) {
            field(json, known, "Company", person.company(), true);
        }
        json.writeEnd();
    }

    private static void field(
            JsonGenerator json, @Nullable Map<String, String> known, String name, String value, boolean overwrite) {
        String before = known == null ? null : known.get(name);
        if (before == null || overwrite && !before.equals(value)) {
            json.write(name, value);
        }
    }

    private static String in(List<Person> batch, Function<Person, String> value) {
        return batch.stream().map(value).distinct().collect(Collectors.joining("','", "('", "')"));
    }

    private static void query(JsonGenerator json, String reference, String soql) {
        json.writeStartObject()
                .write("method", "GET")
                .write("url", ROOT + "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8))
                .write("referenceId", reference)
                .writeEnd();
    }

    private interface Parts {
        void write(JsonGenerator json);
    }

    private void send(Parts parts, Found found) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator json = generators.createGenerator(body)) {
            json.writeStartObject().write("allOrNone", false).write("collateSubrequests", false);
            json.writeStartArray("compositeRequest");
            parts.write(json);
            json.writeEnd().writeEnd();
        }
        Place to = Objects.requireNonNull(place);
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(URI.create(to.url() + ROOT + "/composite"))
                        .header("Authorization", "Bearer " + to.token())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (JsonParser json = parsers.createParser(answer.body())) {
            found.read(json);
        }
    }

    /** What an answer holds: rows by e-mail address, and names of Accounts. */
    private static final class Found {

        private final Map<String, Map<String, String>> leads = new HashMap<>();
        private final Map<String, Map<String, String>> contacts = new HashMap<>();
        private final Set<String> accounts = new LinkedHashSet<>();

        @Nullable
        Map<String, String> lead(Person person) {
            return leads.get(person.email());
        }

        @Nullable
        Map<String, String> contact(Person person) {
            return contacts.get(person.email());
        }

        @Nullable
        Map<String, String> of(String object, Person person) {
            return object.equals("Lead") ? lead(person) : contact(person);
        }

        /** Every row is an object with attributes; everything below it is taken under its path. */
        void read(JsonParser json) {
            while (json.hasNext()) {
                if (json.next() == JsonParser.Event.KEY_NAME) {
                    String key = json.getString();
                    if (key.equals("attributes")) {
                        row(json);
                    } else if (key.equals("success") && json.next() == JsonParser.Event.VALUE_FALSE
                            || key.equals("errorCode")) {
                        throw new IllegalStateException("refused");
                    }
                }
            }
        }

        private void row(JsonParser json) {
            Map<String, String> row = new HashMap<>(16);
            String type = type(json);
            fields(json, "", row);
            String email = row.get("Email");
            if (type.equals("Account")) {
                accounts.add(Objects.requireNonNull(row.get("Name")));
            } else {
                (type.equals("Lead") ? leads : contacts).put(Objects.requireNonNull(email), row);
            }
        }

        private static String type(JsonParser json) {
            String type = "";
            for (JsonParser.Event event = json.next(); event != JsonParser.Event.END_OBJECT; event = json.next()) {
                if (event == JsonParser.Event.KEY_NAME && json.getString().equals("type")) {
                    json.next();
                    type = json.getString();
                }
            }
            return type;
        }

        private static void fields(JsonParser json, String path, Map<String, String> row) {
            String key = "";
            for (JsonParser.Event event = json.next(); event != JsonParser.Event.END_OBJECT; event = json.next()) {
                switch (event) {
                    case KEY_NAME -> key = json.getString();
                    case VALUE_STRING -> row.put(path + key, json.getString());
                    case START_OBJECT -> {
                        if (key.equals("attributes")) {
                            json.skipObject();
                        } else {
                            fields(json, key + ".", row);
                        }
                    }
                    default -> {}
                }
            }
        }
    }
}
