package com.spara.sf.testkit;

import com.spara.sf.testkit.data.Marks;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.schema.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The contents of one org in the form that fills another. Confined to one thread. */
final class OrgDump {
    private static final BigDecimal VERSION = BigDecimal.ONE;
    private static final String RECORD_TYPE = "RecordType";
    private static final Set<String> BUILT_IN = Set.of(
            "Id",
            "OwnerId",
            "IsDeleted",
            "Name",
            "CreatedDate",
            "CreatedById",
            "LastModifiedDate",
            "LastModifiedById",
            "SystemModstamp",
            "RecordTypeId");

    private final OrgRooms rooms;
    private final Schema schema;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Object> top = new LinkedHashMap<>();

    private OrgDump(OrgRooms rooms) {
        this.rooms = rooms;
        this.schema = rooms.records().schema();
    }

    /** The whole file as JDK values. */
    static Map<String, Object> of(OrgRooms rooms) {
        return rooms.records().exclusively(() -> new OrgDump(rooms).dump());
    }

    private Map<String, Object> dump() {
        top.put("version", VERSION);
        put("objects", schema.objects().stream().filter(SObject::isCustom).map(this::object));
        put("fields", fields());
        name(users());
        name(queues());
        workObjects().forEach(type -> name(rooms.records().rows(type)));
        put("users", users().map(this::user));
        put("queues", queues().map(this::queue));
        put("records", records());
        return top;
    }

    private void put(String member, Stream<Map<String, Object>> items) {
        List<Map<String, Object>> list = items.toList();
        if (!list.isEmpty()) {
            top.put(member, list);
        }
    }

    private void put(String member, Map<String, Object> members) {
        if (!members.isEmpty()) {
            top.put(member, members);
        }
    }

    private Stream<SObject> workObjects() {
        return rooms.workObjects().filter(type -> !type.name().equals(RECORD_TYPE));
    }

    private Stream<Row> users() {
        return rows("User").filter(row -> !row.id().equals(rooms.setup().adminId()));
    }

    private Stream<Row> queues() {
        return rows("Group").filter(row -> "Queue".equals(row.value("Type")));
    }

    private Stream<Row> rows(String object) {
        return rooms.records().rows(schema.require(object));
    }

    private void name(Stream<Row> rows) {
        List<Row> list = rows.toList();
        for (int i = 0; i < list.size(); i++) {
            Row row = list.get(i);
            String object = row.type().name().toLowerCase(Locale.ROOT);
            names.put(row.id(), (object.equals("group") ? "queue" : object) + "-" + (i + 1));
        }
    }

    private Map<String, Object> object(SObject type) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", type.name());
        List<Map<String, Object>> own = type.fields().stream()
                .filter(field -> !BUILT_IN.contains(field.name()))
                .map(FieldDump::of)
                .toList();
        if (!own.isEmpty()) {
            object.put("fields", own);
        }
        return object;
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (SObject standard : Schema.standard().objects()) {
            List<Map<String, Object>> added = schema.require(standard.name()).fields().stream()
                    .filter(field -> standard.field(field.name()).isEmpty() && !BUILT_IN.contains(field.name()))
                    .map(FieldDump::of)
                    .toList();
            if (!added.isEmpty()) {
                fields.put(standard.name(), added);
            }
        }
        return fields;
    }

    private Map<String, Object> user(Row row) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put(Marks.ID, name(row));
        user.put("name", fullName(row));
        user.put("email", Objects.requireNonNull(row.value("Email")));
        if (Boolean.FALSE.equals(row.value("IsActive"))) {
            user.put("active", false);
        }
        return user;
    }

    private static String fullName(Row user) {
        String first = Objects.toString(user.value("FirstName"), "");
        return (first + " " + user.value("LastName")).strip();
    }

    private Map<String, Object> queue(Row row) {
        Map<String, Object> queue = new LinkedHashMap<>();
        queue.put(Marks.ID, name(row));
        queue.put("name", Objects.requireNonNull(row.value("Name")));
        return queue;
    }

    private String name(Row row) {
        return Objects.requireNonNull(names.get(row.id()));
    }

    private Map<String, Object> records() {
        RecordDump dump = new RecordDump(rooms, names);
        Map<String, Object> records = new LinkedHashMap<>();
        workObjects().forEach(type -> {
            List<Object> rows = new ArrayList<>();
            rooms.records().rows(type).forEach(row -> rows.add(dump.of(row)));
            if (!rows.isEmpty()) {
                records.put(type.name(), rows);
            }
        });
        return records;
    }
}
