package com.spara.sf.testkit.contents;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.Conversion;
import com.spara.sf.testkit.FakeField;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeRecord;
import com.spara.sf.testkit.data.JsonPlace;
import com.spara.sf.testkit.data.Marks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One filling of one org. Confined to one thread. */
final class OrgFilling {
    private static final Set<String> OBJECT = Set.of("name", "fields");
    private static final Set<String> USER = Set.of(Marks.ID, "name", "email", "active");
    private static final Set<String> QUEUE = Set.of(Marks.ID, "name");

    private static final Set<String> CONVERSION = Set.of("account", "contact", "opportunity");

    private final FakeOrg org;
    private final JsonPlace top;
    private final NamedIds ids = new NamedIds();
    private final Set<String> mentioned = new HashSet<>();
    private final List<RecordId> inactive = new ArrayList<>();

    OrgFilling(FakeOrg org, JsonPlace top) {
        this.org = org;
        this.top = top;
    }

    Map<String, RecordId> fill() {
        items("objects").forEach(this::addObject);
        members("fields").forEach((object, fields) -> fields.items().forEach(field -> addField(object, field)));
        items("users").forEach(this::addUser);
        items("queues").forEach(this::addQueue);
        items(OrgData.APPS).forEach(app -> new AppData(app).addTo(org));
        List<RecordData> records = records();
        records.forEach(record -> ids.announce(record.place()));
        records.forEach(record -> record.mentions().forEach(mentioned::add));
        addAll(records);
        records.forEach(this::convert);
        mergeAll(records);
        records.forEach(this::delete);
        inactive.forEach(org::deactivate);
        return ids.known();
    }

    private List<JsonPlace> items(String name) {
        return top.member(name).map(JsonPlace::items).orElse(List.of());
    }

    private Map<String, JsonPlace> members(String name) {
        return top.member(name).map(JsonPlace::members).orElse(Map.of());
    }

    private void addObject(JsonPlace object) {
        JsonPlace name = object.knowing(OBJECT).require("name");
        FakeField[] fields = object.member("fields").map(JsonPlace::items).orElse(List.of()).stream()
                .map(FieldData::field)
                .toArray(FakeField[]::new);
        Refusals.at(name, () -> org.addObject(name.text(), fields));
    }

    private void addField(String object, JsonPlace field) {
        Refusals.at(field, () -> org.addField(object, FieldData.field(field)));
    }

    private void addUser(JsonPlace user) {
        String name = user.knowing(USER).require("name").text();
        String email = user.require("email").text();
        ids.announce(user);
        RecordId id = Refusals.at(user, () -> org.user(name, email));
        ids.put(user, id);
        if (user.member("active").isPresent() && !user.require("active").flag()) {
            inactive.add(id);
        }
    }

    private void addQueue(JsonPlace queue) {
        String name = queue.knowing(QUEUE).require("name").text();
        ids.announce(queue);
        ids.put(queue, Refusals.at(queue, () -> org.queue(name)));
    }

    private List<RecordData> records() {
        List<RecordData> records = new ArrayList<>();
        members("records")
                .forEach((object, rows) -> rows.items().forEach(row -> records.add(RecordData.of(object, row))));
        return records;
    }

    /** Adds in the order of the file, and later those that refer to one further down. */
    private void addAll(List<RecordData> records) {
        List<RecordData> waiting = new ArrayList<>(records);
        while (!waiting.isEmpty()) {
            int before = waiting.size();
            for (Iterator<RecordData> next = waiting.iterator(); next.hasNext(); ) {
                addIfReady(next);
            }
            if (waiting.size() == before) {
                throw waiting.get(0).place().refused("this refers to records that in the end refer back to it");
            }
        }
    }

    private void addIfReady(Iterator<RecordData> next) {
        RecordData record = next.next();
        Optional<Map<String, @Nullable Object>> values = record.values(ids);
        if (values.isPresent()) {
            ids.put(record.place(), Refusals.at(record.place(), () -> add(record.object(), values.get())));
            deleteUnlessMentioned(record);
            next.remove();
        }
    }

    /** At once, so that a later record can have what this one no longer needs, such as its external id. */
    private void deleteUnlessMentioned(RecordData record) {
        boolean isMentioned = record.place()
                .member(Marks.ID)
                .map(JsonPlace::text)
                .filter(mentioned::contains)
                .isPresent();
        if (!isMentioned && record.state(Marks.CONVERTED).isEmpty()) {
            delete(record);
        }
    }

    /** A default does not fill what the file leaves empty on purpose. */
    private RecordId add(String object, Map<String, @Nullable Object> values) {
        RecordId id = org.add(object, values);
        FakeRecord record = org.record(id);
        values.forEach((field, value) -> {
            boolean isFilled = value == null && record.text(field) != null;
            if (isFilled && !(record.value(field) instanceof Boolean)) {
                org.update(id, field, null);
            }
        });
        return id;
    }

    private void convert(RecordData record) {
        RecordId id = ids.of(record.place());
        record.state(Marks.CONVERTED).ifPresent(how -> Refusals.at(how, () -> convert(id, how)));
    }

    private void convert(RecordId lead, JsonPlace how) {
        if (how.isObject()) {
            how.knowing(CONVERSION);
            convert(lead, how, how.member("opportunity"));
        } else if (how.flag()) {
            org.convert(lead);
        }
    }

    private void convert(RecordId lead, JsonPlace how, Optional<JsonPlace> opportunity) {
        RecordId account = ids.require(how.require("account"));
        RecordId contact = ids.require(how.require("contact"));
        opportunity
                .map(ids::require)
                .ifPresentOrElse(
                        id -> org.convert(new Conversion(lead, account, contact, id)),
                        () -> org.convert(lead, account, contact));
    }

    /** Who is merged into one that is merged itself comes first. */
    private void mergeAll(List<RecordData> records) {
        List<RecordData> waiting = new ArrayList<>(records);
        waiting.removeIf(record -> record.state(Marks.MERGED_INTO).isEmpty());
        while (!waiting.isEmpty()) {
            RecordData next = waiting.stream()
                    .filter(record -> !isAwaited(record, waiting))
                    .findFirst()
                    .orElseThrow(() -> waiting.get(0).place().refused("this is merged into itself in the end"));
            merge(next);
            waiting.remove(next);
        }
    }

    private boolean isAwaited(RecordData record, List<RecordData> waiting) {
        RecordId id = ids.of(record.place());
        return waiting.stream().anyMatch(other -> id.equals(winner(other)));
    }

    private RecordId winner(RecordData loser) {
        return ids.require(loser.place().require(Marks.MERGED_INTO));
    }

    private void merge(RecordData loser) {
        JsonPlace winner = loser.place().require(Marks.MERGED_INTO);
        Refusals.at(winner, () -> org.merge(ids.require(winner), ids.of(loser.place())));
    }

    /** What belonged to a deleted record may be gone with it already. */
    private void delete(RecordData record) {
        RecordId id = ids.of(record.place());
        record.state(Marks.DELETED)
                .filter(JsonPlace::flag)
                .filter(yes -> !org.record(id).isDeleted())
                .ifPresent(yes -> Refusals.at(yes, () -> org.delete(id)));
    }
}
