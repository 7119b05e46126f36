package com.spara.sf.testkit;

import com.spara.sf.RecordId;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a test expects of an org. Each method returns this object when it holds, and otherwise throws an {@link
 * AssertionError} that shows the org's records and calls as tables.
 *
 * <pre>{@code
 * org.expect().records("Lead", 1).value(ada, "Company", "Acme").apiCalls(2).allTroubleHappened();
 * }</pre>
 *
 * <p>As thread-safe as the org.
 */
public final class OrgExpectations {
    private final FakeOrg org;

    OrgExpectations(FakeOrg org) {
        this.org = org;
    }

    /**
     * Expects a number of records of an object; deleted ones do not count.
     *
     * @param object the API name, for example {@code Lead}
     * @param count how many
     * @return this object
     */
    public OrgExpectations records(String object, int count) {
        int actual = org.records(object).size();
        return expect(actual == count, "expected " + count + " of " + object + " but there are " + actual);
    }

    /**
     * Expects a value of a field. Numbers are equal by value, everything else by its text.
     *
     * @param id the record
     * @param field the field's API name, in any case
     * @param value the value; null for an empty field
     * @return this object
     * @throws IllegalArgumentException if the org has no such record, or the object no such field
     */
    public OrgExpectations value(RecordId id, String field, @Nullable Object value) {
        FakeRecord record = org.record(id);
        String message = "expected " + record.type() + "." + field + " of " + id + " to be "
                + (value == null ? "empty" : "<" + value + ">") + " but it is "
                + (record.value(field) == null ? "empty" : "<" + record.text(field) + ">");
        return expect(isSame(record, field, value), message);
    }

    private static boolean isSame(FakeRecord record, String field, @Nullable Object value) {
        if (value instanceof Number number && record.value(field) instanceof BigDecimal actual) {
            return actual.compareTo(new BigDecimal(number.toString())) == 0;
        }
        return value == null ? record.value(field) == null : value.toString().equals(record.text(field));
    }

    /**
     * Expects a record to be in the recycle bin.
     *
     * @param id the record
     * @return this object
     * @throws IllegalArgumentException if the org never had such a record
     */
    public OrgExpectations deleted(RecordId id) {
        return expect(org.record(id).isDeleted(), "expected " + id + " to be deleted, and it is not");
    }

    /**
     * Expects a number of API calls as Salesforce counts them, since the org was made or the ledger was cleared.
     *
     * @param count how many
     * @return this object
     */
    public OrgExpectations apiCalls(int count) {
        int actual = org.calls().count();
        return expect(actual == count, "expected " + count + " API calls but there were " + actual);
    }

    /**
     * Expects everything that was planned to go wrong to have happened.
     *
     * @return this object
     */
    public OrgExpectations allTroubleHappened() {
        List<Trouble> unmet = org.unmetTrouble();
        String list = unmet.stream()
                .map(trouble -> System.lineSeparator() + "  " + trouble)
                .collect(Collectors.joining());
        return expect(unmet.isEmpty(), "planned trouble never happened:" + list);
    }

    private OrgExpectations expect(boolean holds, String otherwise) {
        if (!holds) {
            throw failure(otherwise, org);
        }
        return this;
    }

    static AssertionError failure(String message, FakeOrg org) {
        return new AssertionError(message + System.lineSeparator() + org);
    }
}
