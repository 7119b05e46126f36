package com.spara.sf.benchmarks.compare;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.FakeApp;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An org as it is before a job, what must be in it afterwards, and what must have come back. */
final class JobOrg {

    static final String SELLER = "seller@example.com";
    static final List<String> PULLED =
            List.of("Email", "FirstName", "LastName", "Company", "Phone", "MobilePhone", "Title", "Website");

    private static final List<String> WRITTEN =
            List.of("Email", "FirstName", "LastName", "Company", "Phone", "MobilePhone", "Title");
    private static final int CALLS_A_DAY = 10_000_000;
    private static final String SECRET = "secret";

    private final FakeOrg org = FakeOrg.create();

    private JobOrg() {
        org.limits().dailyCalls(CALLS_A_DAY);
    }

    /** An org that knows half of the people, with an Account for each company. */
    static JobOrg toPushInto(int people) {
        JobOrg job = new JobOrg();
        RecordId seller = job.org.user("Sally Seller", SELLER);
        Map<String, RecordId> accounts = new LinkedHashMap<>();
        for (Person person : people(people)) {
            RecordId account = accounts.computeIfAbsent(person.company(), job::account);
            if (person.isKnown()) {
                job.known(person, seller, account);
            }
        }
        return job;
    }

    /** An org that has all people as Leads, each changed a second after the one before. */
    static JobOrg toPullFrom(int people) {
        JobOrg job = new JobOrg();
        for (Person person : people(people)) {
            job.org.clock().advance(Duration.ofSeconds(1));
            Map<String, Object> lead = written(person, "Lead");
            lead.put("Website", website(person));
            job.org.add("Lead", lead);
        }
        job.org.clock().advance(Duration.ofDays(1));
        return job;
    }

    FakeOrg org() {
        return org;
    }

    Place place(String url) {
        FakeApp app = org.app("benchmark").secret(SECRET);
        return new Place(url, org.token(), app.key(), SECRET, app.refreshToken(org.user()));
    }

    private RecordId account(String name) {
        return org.add("Account", Map.of("Name", name));
    }

    private void known(Person person, RecordId owner, RecordId account) {
        Map<String, Object> lead = new LinkedHashMap<>(Map.of(
                "Email", person.email(), "LastName", person.lastName(), "Company", person.company(), "OwnerId", owner));
        Map<String, Object> contact = new LinkedHashMap<>(
                Map.of("Email", person.email(), "LastName", person.lastName(), "AccountId", account, "OwnerId", owner));
        if (person.hasPhone()) {
            lead.put("Phone", person.knownPhone());
            contact.put("Phone", person.knownPhone());
        }
        org.add("Lead", lead);
        org.add("Contact", contact);
    }

    /** What is in the org, in brief. */
    String state() {
        Tally tally = new Tally();
        for (String object : List.of("Lead", "Contact")) {
            for (FakeRecord row : org.records(object)) {
                tally.row(values(object, row.fields()));
            }
        }
        return tally.toString();
    }

    /** What must be in the org when the people were pushed. */
    static String stateAfterPush(int people) {
        Tally tally = new Tally();
        for (Person person : people(people)) {
            tally.row(values("Lead", written(person, "Lead")));
            tally.row(values("Contact", written(person, "Contact")));
        }
        return tally.toString();
    }

    /** What a push must hand over: for each person the Account's name and the owner's e-mail address. */
    static String readBack(int people, String newOwner) {
        Tally tally = new Tally();
        for (Person person : people(people)) {
            tally.row(List.of(person.email(), person.company(), person.isKnown() ? SELLER : newOwner));
        }
        return tally.toString();
    }

    /** What a pull must hand over. */
    static String pulled(int people) {
        Tally tally = new Tally();
        for (Person person : people(people)) {
            Map<String, Object> lead = written(person, "Lead");
            lead.put("Website", website(person));
            tally.row(PULLED.stream().map(lead::get).toList());
        }
        return tally.toString();
    }

    private static String website(Person person) {
        return "https://example.com/" + person.number();
    }

    private static List<Object> values(String object, Map<String, ?> fields) {
        List<Object> values = new ArrayList<>(List.of(object));
        WRITTEN.forEach(field -> values.add(String.valueOf(fields.get(field))));
        return values;
    }

    private static Map<String, Object> written(Person person, String object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Email", person.email());
        fields.put("FirstName", person.firstName());
        fields.put("LastName", person.lastName());
        fields.put("Phone", person.isKnown() && person.hasPhone() ? person.knownPhone() : person.phone());
        fields.put("MobilePhone", person.mobile());
        fields.put("Title", person.title());
        if (object.equals("Lead")) {
            fields.put("Company", person.company());
        }
        return fields;
    }

    private static Iterable<Person> people(int count) {
        return () -> IntStream.range(0, count).mapToObj(Person::new).iterator();
    }
}
