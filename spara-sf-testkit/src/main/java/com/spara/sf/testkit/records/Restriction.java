package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.ObjectRights;
import com.spara.sf.testkit.schema.SObject;
import java.util.List;
import java.util.function.Predicate;

/** Something that a user is kept from, with one object. */
@FunctionalInterface
public interface Restriction {
    void apply(UserView view, SObject type);

    static Restriction denying(ObjectRights.Right right) {
        return (view, type) -> view.change(type.name(), rights -> rights.denying(right));
    }

    /** Throws {@link IllegalArgumentException} for a field that the object does not have. */
    static Restriction hiding(List<String> fields) {
        return (view, type) -> {
            fields.forEach(type::require);
            view.change(type.name(), rights -> rights.hiding(fields));
        };
    }

    /** Throws {@link IllegalArgumentException} for a field that the object does not have. */
    static Restriction locking(List<String> fields) {
        return (view, type) -> {
            fields.forEach(type::require);
            view.change(type.name(), rights -> rights.locking(fields));
        };
    }

    static Restriction reading(Predicate<Row> rows) {
        return (view, type) -> view.limitReading(type.name(), rows);
    }

    static Restriction editing(Predicate<Row> rows) {
        return (view, type) -> view.limitEditing(type.name(), rows);
    }
}
