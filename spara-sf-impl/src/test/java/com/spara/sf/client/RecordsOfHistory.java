package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What happens to the Leads and Contacts of a history, of which two of three Leads are hot. */
final class RecordsOfHistory {

    private static final int ELDEST = 6;

    private final FakeOrg org;
    private final Random random;
    private final PersonsOfHistory persons;
    private final List<RecordId> leads = new ArrayList<>();
    private final List<RecordId> contacts = new ArrayList<>();

    RecordsOfHistory(FakeOrg org, Random random, PersonsOfHistory persons) {
        this.org = org;
        this.random = random;
        this.persons = persons;
    }

    private String rating() {
        return random.nextInt(3) == 0 ? "Cold" : "Hot";
    }

    private String name() {
        return "n" + random.nextInt(1_000);
    }

    void add() {
        String name = name();
        String email = persons.address();
        if (random.nextInt(4) == 0) {
            contacts.add(named(org.add("Contact", "LastName", name, "Email", email), name, email));
        } else {
            leads.add(named(org.add("Lead", lead(name, email)), name, email));
        }
    }

    private Object[] lead(String name, String email) {
        return new Object[] {"LastName", name, "Company", "Acme", "Email", email, "Rating", rating()};
    }

    private RecordId named(RecordId record, String name, String email) {
        return persons.has(persons.isNamed(record, name), email);
    }

    private RecordId any(List<RecordId> records) {
        return records.get(random.nextInt(records.size()));
    }

    void change() {
        if (!contacts.isEmpty() && random.nextInt(4) == 0) {
            tried(change(any(contacts), null));
        } else if (!leads.isEmpty()) {
            tried(change(any(leads), rating()));
        }
    }

    /** A change of the name, and perhaps of the address. */
    private Runnable change(RecordId record, @Nullable String rating) {
        String name = name();
        persons.isNamed(record, name);
        List<Object> fields = new ArrayList<>(List.of("LastName", name));
        if (rating != null) {
            fields.addAll(List.of("Rating", rating));
        }
        if (persons.isMoving()) {
            String email = persons.address();
            persons.has(record, email);
            fields.addAll(List.of("Email", email));
        }
        return () -> org.update(record, fields.toArray());
    }

    void remove() {
        if (contacts.size() > 2 && random.nextInt(4) == 0) {
            tried(() -> org.delete(any(contacts)));
        } else if (leads.size() > 2) {
            RecordId one = any(leads);
            RecordId other = any(leads);
            tried(() -> {
                if (random.nextBoolean() || one.equals(other)) {
                    org.delete(one);
                } else {
                    org.merge(one, other);
                }
            });
        }
    }

    /** A record takes another address. */
    void move(RecordId record) {
        String email = persons.address();
        persons.has(record, email);
        tried(() -> org.update(record, "Email", email));
    }

    /** A record is deleted, or merged into another one that has the address. */
    void makeAnew(RecordId record, String email) {
        boolean isLead = record.keyPrefix().equals("00Q");
        String name = name();
        RecordId anew = isLead
                ? org.add("Lead", "LastName", name, "Company", "Acme", "Email", email, "Rating", "Hot")
                : org.add("Contact", "LastName", name, "Email", email);
        (isLead ? leads : contacts).add(named(anew, name, email));
        boolean isMerged = random.nextBoolean();
        tried(() -> {
            if (isMerged) {
                org.merge(anew, record);
            } else {
                org.delete(record);
            }
        });
    }

    /** In another second: in that of its last change nothing tells it from what was read before it was deleted. */
    void undelete() {
        org.clock().advance(Duration.ofSeconds(1));
        if (!leads.isEmpty()) {
            tried(() -> org.undelete(any(leads)));
        }
    }

    void convert() {
        if (!leads.isEmpty()) {
            RecordId lead = any(leads);
            tried(() -> {
                RecordId contact = org.convert(lead).contactId();
                persons.join(lead, contact);
                persons.isNamed(contact, String.valueOf(org.record(contact).text("LastName")));
                contacts.add(contact);
            });
        }
    }

    void late() {
        Duration delay = Duration.ofSeconds(1 + random.nextInt(800));
        if (leads.isEmpty() || random.nextBoolean()) {
            String name = name();
            String email = persons.address();
            leads.add(named(org.lateAdd(delay, "Lead", lead(name, email)), name, email));
        } else {
            Runnable change = change(any(leads), rating());
            tried(() -> org.lateCommit(delay, change));
        }
    }

    /** A record that is deleted, locked, converted or not there yet stays as it is. */
    private static void tried(Runnable work) {
        try {
            work.run();
        } catch (IllegalArgumentException | IllegalStateException refused) {
            assertTrue(refused.getMessage() != null);
        }
    }

    /** One of those with which a first look begins is changed or deleted, so that others move up. */
    void moveOneOfTheEldest(boolean isDeleted) {
        if (isDeleted) {
            tried(() -> org.delete(oneOfTheEldest()));
        } else {
            tried(() -> change(oneOfTheEldest(), rating()).run());
        }
    }

    private RecordId oneOfTheEldest() {
        List<RecordId> eldest = org.records("Lead").stream()
                .filter(record -> !record.isDeleted())
                .sorted(Comparator.comparing(record -> String.valueOf(record.value("SystemModstamp"))))
                .map(FakeRecord::id)
                .limit(ELDEST)
                .toList();
        return eldest.isEmpty() ? any(contacts) : any(eldest);
    }
}
