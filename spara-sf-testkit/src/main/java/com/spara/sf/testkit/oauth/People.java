package com.spara.sf.testkit.oauth;

import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.schema.SObject;
import java.util.List;
import java.util.Optional;

/** The users of the org. */
final class People {
    private final Records records;

    People(Records records) {
        this.records = records;
    }

    private SObject type() {
        return records.schema().require("User");
    }

    Optional<Person> find(String id) {
        return records.find(id).filter(row -> row.type().name().equals("User")).map(Person::new);
    }

    Optional<Person> named(String username) {
        return records.findByKey(type(), type().require("Username"), username).stream()
                .findFirst()
                .map(Person::new);
    }

    List<Person> active() {
        return records.rows(type()).map(Person::new).filter(Person::isActive).toList();
    }
}
