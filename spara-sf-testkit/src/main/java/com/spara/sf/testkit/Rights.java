package com.spara.sf.testkit;

import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.Restriction;
import com.spara.sf.testkit.schema.ObjectRights;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a user may do over the API: everything, until it is taken away. What a test does to the org directly needs no
 * rights. The describe of an object changes with the rights, and says so to conditional requests. As thread-safe as
 * the org.
 *
 * <pre>{@code
 * org.rights().hides("Lead", "Phone").readOnly("Lead", "Title").noAccessTo("Account");
 * }</pre>
 */
public final class Rights {
    private final Records records;
    private final String userId;

    Rights(Records records, String userId) {
        this.records = records;
        this.userId = userId;
    }

    /**
     * Takes an object away: it is not there for this user, in paths, describes and queries, nor as a parent.
     *
     * @param object the API name
     * @return these rights
     */
    public Rights noAccessTo(String object) {
        return restrict(object, Restriction.denying(ObjectRights.Right.READ));
    }

    /**
     * Refuses to create records of an object with INSUFFICIENT_ACCESS_OR_READONLY.
     *
     * @param object the API name
     * @return these rights
     */
    public Rights cannotCreate(String object) {
        return restrict(object, Restriction.denying(ObjectRights.Right.CREATE));
    }

    /**
     * Refuses to change records of an object with INSUFFICIENT_ACCESS_OR_READONLY.
     *
     * @param object the API name
     * @return these rights
     */
    public Rights cannotEdit(String object) {
        return restrict(object, Restriction.denying(ObjectRights.Right.EDIT));
    }

    /**
     * Refuses the describe of an object with 403 and INSUFFICIENT_ACCESS; all else stays allowed. No source tells the
     * code that a real org would answer.
     *
     * @param object the API name
     * @return these rights
     */
    public Rights cannotDescribe(String object) {
        return restrict(object, Restriction.denying(ObjectRights.Right.DESCRIBE));
    }

    /**
     * Hides fields: they are not in the describe, and <q>No such column</q> in queries and writes.
     *
     * @param object the API name
     * @param fields the fields
     * @return these rights
     * @throws IllegalArgumentException if the object has no such field
     */
    public Rights hides(String object, String... fields) {
        return restrict(object, Restriction.hiding(List.of(fields)));
    }

    /**
     * Makes fields read-only: neither createable nor updateable in the describe, and refused with
     * INVALID_FIELD_FOR_INSERT_UPDATE in writes.
     *
     * @param object the API name
     * @param fields the fields
     * @return these rights
     * @throws IllegalArgumentException if the object has no such field
     */
    public Rights readOnly(String object, String... fields) {
        return restrict(object, Restriction.locking(List.of(fields)));
    }

    /**
     * Shows only some records of an object; the others are like records that do not exist.
     *
     * @param object the API name
     * @param visible whether the user may read a record
     * @return these rights
     */
    public Rights seesOnly(String object, Predicate<FakeRecord> visible) {
        return restrict(object, Restriction.reading(row -> visible.test(new FakeRecord(row))));
    }

    /**
     * Lets only some records of an object be changed or deleted; the others are refused with
     * INSUFFICIENT_ACCESS_OR_READONLY.
     *
     * @param object the API name
     * @param editable whether the user may change a record
     * @return these rights
     */
    public Rights editsOnly(String object, Predicate<FakeRecord> editable) {
        return restrict(object, Restriction.editing(row -> editable.test(new FakeRecord(row))));
    }

    /**
     * Gives everything back.
     *
     * @return these rights
     */
    public Rights all() {
        records.allowAll(userId);
        return this;
    }

    private Rights restrict(String object, Restriction restriction) {
        records.restrict(userId, object, restriction);
        return this;
    }

    @Override
    public String toString() {
        return "the rights of " + userId;
    }
}
