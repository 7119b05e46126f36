package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.ObjectRights;
import com.spara.sf.testkit.schema.Schema;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The org as one user may see it; everything, until something is taken away. Read it within the records' lock. */
public final class UserView {
    private final Supplier<Schema> whole;
    private final Map<String, ObjectRights> rights = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Predicate<Row>> visible = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Predicate<Row>> editable = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable Schema seenOf;
    private @Nullable Schema seen;

    UserView(Supplier<Schema> whole) {
        this.whole = whole;
    }

    /** The objects and fields that the user may see; the same as long as nothing changes. */
    public Schema schema() {
        Schema all = whole.get();
        if (rights.isEmpty()) {
            return all;
        }
        Schema known = seen;
        if (known == null || seenOf != all) {
            known = all.seenWith(this::rights);
            seen = known;
            seenOf = all;
        }
        return known;
    }

    public boolean allows(ObjectRights.Right right, String object) {
        return rights(object).allows(right);
    }

    /** Whether the user may read the record. */
    public boolean sees(Row row) {
        String object = row.type().name();
        return allows(ObjectRights.Right.READ, object)
                && visible.getOrDefault(object, every -> true).test(row);
    }

    /** Whether the user may change the record, as far as its object allows it. */
    boolean edits(Row row) {
        return editable.getOrDefault(row.type().name(), every -> true).test(row);
    }

    private ObjectRights rights(String object) {
        return rights.getOrDefault(object, ObjectRights.ALL);
    }

    void change(String object, UnaryOperator<ObjectRights> change) {
        rights.put(object, change.apply(rights(object)));
        seen = null;
    }

    void limitReading(String object, Predicate<Row> rows) {
        visible.put(object, rows);
    }

    void limitEditing(String object, Predicate<Row> rows) {
        editable.put(object, rows);
    }

    void allowAll() {
        rights.clear();
        visible.clear();
        editable.clear();
        seen = null;
    }
}
