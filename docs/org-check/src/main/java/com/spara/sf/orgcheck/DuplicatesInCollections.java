package com.spara.sf.orgcheck;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of its own that a duplicate rule refuses names the records found; of rows in collections no capture is known. */
final class DuplicatesInCollections implements Assumption {
    private static final List<String> MEMBERS = List.of("duplicateResult", "duplicateResut");

    @Override
    public String statement() {
        return "A duplicate that is refused in a collection names the records found.";
    }

    @Override
    public Finding look(Workbench bench) {
        Map<String, ?> person = bench.person();
        bench.create(person);
        Reply row = bench.send(Request.post("/sobjects/Lead", person));
        Reply collection = bench.inComposite(Workbench.collectionOf(person));
        JsonObject error = collection.items().stream()
                .filter(refused -> collection.isDuplicate())
                .findFirst()
                .flatMap(Reply::error)
                .orElseThrow(() -> new UnansweredException(
                        "no duplicate rule of this org refuses the same person twice: " + collection.facts()));
        Optional<String> member = member(error);
        return Finding.of(
                member.isPresent(),
                "in a collection: " + collection.facts() + ", " + named(member) + "; by itself: " + row.facts() + ", "
                        + named(row.items().stream().findFirst().flatMap(DuplicatesInCollections::member)));
    }

    private static Optional<String> member(JsonObject error) {
        return MEMBERS.stream().filter(error::containsKey).findFirst();
    }

    private static String named(Optional<String> member) {
        return member.orElse("no records named");
    }
}
