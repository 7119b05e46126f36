package com.spara.sf.testkit;

import com.spara.sf.testkit.data.Marks;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records in the form that fills an org: what was chosen, without what the platform adds by itself. */
final class RecordDump {
    private static final String RECORD_TYPE = "RecordTypeId";
    private static final List<String> AUDIT =
            List.of("CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById");
    private static final String MASTER = "MasterRecordId";

    private final OrgRooms rooms;
    private final Map<String, String> names;

    /** Takes the names of the records by their Ids. */
    RecordDump(OrgRooms rooms, Map<String, String> names) {
        this.rooms = rooms;
        this.names = names;
    }

    Map<String, @Nullable Object> of(Row row) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put(Marks.ID, Objects.requireNonNull(names.get(row.id())));
        row.type().fields().stream()
                .filter(field -> isWritten(field) && !isUnchanged(row, field))
                .forEach(field -> members.put(field.name(), shown(field, row.value(field))));
        audit(row, members);
        fate(row, members);
        return members;
    }

    /** A converted lead gets its state by being converted. */
    private static boolean isWritten(Field field) {
        return field.is(FieldFlag.CREATEABLE)
                && !field.name().equals(RECORD_TYPE)
                && !field.name().equals("IsConverted");
    }

    /** Whether a new record has this value anyway. */
    private boolean isUnchanged(Row row, Field field) {
        Object value = row.value(field);
        Object unchanged = field.name().equals("OwnerId") ? rooms.setup().adminId() : field.defaultValue();
        return Objects.equals(value, unchanged);
    }

    private @Nullable Object shown(Field field, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        String name = field.type().isId() ? names.get(text) : null;
        if (name != null) {
            return Marks.MARK + name;
        }
        return text.startsWith(Marks.MARK) ? Marks.MARK + text : text;
    }

    /** Only of records that are not made at the moment and by the user that a new org begins with. */
    private void audit(Row row, Map<String, @Nullable Object> members) {
        for (String name : AUDIT) {
            row.type().field(name).ifPresent(field -> {
                Object value = row.value(field);
                Object usual = value instanceof Instant
                        ? OrgRooms.START
                        : rooms.setup().adminId();
                if (!usual.equals(value)) {
                    members.put(name, shown(field, value));
                }
            });
        }
    }

    private void fate(Row row, Map<String, @Nullable Object> members) {
        if (row.type().field("IsConverted").isPresent() && Boolean.TRUE.equals(row.value("IsConverted"))) {
            members.put(Marks.CONVERTED, conversion(row));
        }
        boolean isMerged = row.type().field(MASTER).map(row::value).isPresent();
        if (isMerged) {
            members.put(Marks.MERGED_INTO, Marks.MARK + names.get(String.valueOf(row.value(MASTER))));
        } else if (row.isDeleted()) {
            members.put(Marks.DELETED, true);
        }
    }

    private Map<String, Object> conversion(Row lead) {
        Map<String, Object> targets = new LinkedHashMap<>();
        for (String target : List.of("Account", "Contact", "Opportunity")) {
            String id = String.valueOf(lead.value("Converted" + target + "Id"));
            targets.put(target.toLowerCase(Locale.ROOT), Marks.MARK + names.get(id));
        }
        return targets;
    }
}
