package com.spara.sf.spi;

import com.spara.sf.RecordId;
import com.spara.sf.values.SortedValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as Salesforce answered it: the fields that were asked for, and the parents that were asked for with them.
 * Fields of parents are reached by their path, {@code Account.Owner.Name}; names are compared without regard to case.
 *
 * <p>Values are {@code String} (dates and times too, as Salesforce writes them), {@code BigDecimal} and {@code Boolean};
 * the typed accessors read them. Anyone can make one, so that a plug-in can be tested without an org. {@code toString}
 * shows the object and the Id only. Immutable and safe to share between threads.
 */
public final class SalesforceRecord {

    private static final String ID = "Id";
    private static final String STAMP = "SystemModstamp";

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .toFormatter();

    private final String object;
    private final SortedValues values;

    /** Read once, since they are asked for again and again; two threads at a time read the same. */
    private @Nullable Optional<RecordId> id;

    private @Nullable Optional<Instant> stamp;

    private SalesforceRecord(String object, SortedValues values) {
        this.object = object;
        this.values = values;
    }

    /**
     * Returns a record with nothing but its Id.
     *
     * @param object the object's API name, for example {@code Lead}
     * @param id the record's Id
     * @return the record
     */
    public static SalesforceRecord of(String object, RecordId id) {
        return of(object, Map.of("Id", id.value()));
    }

    /**
     * Returns a record with these fields.
     *
     * @param object the object's API name
     * @param fields values by field name, null for an empty field; the value of a parent is another {@code SalesforceRecord}
     *     under the name of the relationship
     * @return the record
     */
    public static SalesforceRecord of(String object, Map<String, ? extends @Nullable Object> fields) {
        return new SalesforceRecord(object, SortedValues.of(String.CASE_INSENSITIVE_ORDER, fields));
    }

    /**
     * Returns this record with one more field.
     *
     * @param field the field's API name, or a relationship's name when the value is a record
     * @param value the value, or null for an empty field
     * @return the new record
     */
    public SalesforceRecord with(String field, @Nullable Object value) {
        return new SalesforceRecord(object, value == null ? values.without(field) : values.with(field, value));
    }

    /**
     * Returns this record with all these fields, which replace those that it has, as {@link #with(String, Object)} takes each.
     *
     * @param fields values by field name, null for an empty field; the value of a parent is another {@code SalesforceRecord}
     *     under the name of the relationship
     * @return the new record
     * @throws NullPointerException if a name is null
     */
    public SalesforceRecord with(Map<String, ? extends @Nullable Object> fields) {
        return new SalesforceRecord(object, values.with(fields, (name, value) -> value));
    }

    /**
     * Returns the object's API name.
     *
     * @return the name, for example {@code Lead}
     */
    public String object() {
        return object;
    }

    /**
     * Returns the record's Id.
     *
     * @return the Id
     * @throws IllegalStateException if the record was made without one
     */
    public RecordId id() {
        return id(ID).orElseThrow(() -> new IllegalStateException("This " + object + " was made without an Id."));
    }

    /**
     * Returns the record's own fields, and its parents as records under the names of their relationships.
     *
     * @return the values by name, found in any case, without the empty fields; unmodifiable
     */
    public Map<String, Object> values() {
        return values;
    }

    /**
     * Returns a value.
     *
     * @param path a field's name, or a path to a parent's field
     * @return the value, or empty if the field is empty or was not asked for
     */
    public Optional<Object> value(String path) {
        return Optional.ofNullable(raw(path));
    }

    private @Nullable Object raw(String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return values.get(path);
        }
        return values.get(path.substring(0, dot)) instanceof SalesforceRecord parent
                ? parent.raw(path.substring(dot + 1))
                : null;
    }

    private @Nullable String rawText(String path) {
        Object value = raw(path);
        if (value == null) {
            return null;
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /**
     * Returns a value as text.
     *
     * @param path a field's name, or a path to a parent's field
     * @return the text, or empty if the field is empty or was not asked for
     */
    public Optional<String> text(String path) {
        return Optional.ofNullable(rawText(path));
    }

    /**
     * Returns a number.
     *
     * @param path a field's name, or a path to a parent's field
     * @return the number, or empty if the field is empty, no number or was not asked for
     */
    public Optional<BigDecimal> number(String path) {
        return raw(path) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }

    /**
     * Tells whether a checkbox is set.
     *
     * @param path a field's name, or a path to a parent's field
     * @return true if it is set; false if it is not, or was not asked for
     */
    public boolean isTrue(String path) {
        return Boolean.TRUE.equals(raw(path));
    }

    /**
     * Returns a date.
     *
     * @param path a field's name, or a path to a parent's field
     * @return the date, or empty if the field is empty, no date or was not asked for
     */
    public Optional<LocalDate> date(String path) {
        return text(path).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException notADate) {
                return Optional.empty();
            }
        });
    }

    /**
     * Returns a point in time.
     *
     * @param path a field's name, or a path to a parent's field
     * @return the time, or empty if the field is empty, no time or was not asked for
     */
    public Optional<Instant> time(String path) {
        if (!path.equals(STAMP)) {
            return parsedTime(path);
        }
        Optional<Instant> known = stamp;
        if (known == null) {
            known = parsedTime(STAMP);
            stamp = known;
        }
        return known;
    }

    private Optional<Instant> parsedTime(String path) {
        String text = rawText(path);
        if (text == null) {
            return Optional.empty();
        }
        Instant usual = StoredTime.usual(text);
        return usual != null ? Optional.of(usual) : otherTime(text);
    }

    private static Optional<Instant> otherTime(String text) {
        try {
            return Optional.of(DATE_TIME.parse(text, OffsetDateTime::from).toInstant());
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /**
     * Returns an Id.
     *
     * @param path a field's name, or a path to a parent's field
     * @return the Id, or empty if the field is empty, no Id or was not asked for
     */
    public Optional<RecordId> id(String path) {
        if (!path.equals(ID)) {
            return parsed(path);
        }
        Optional<RecordId> known = id;
        if (known == null) {
            known = parsed(ID);
            id = known;
        }
        return known;
    }

    private Optional<RecordId> parsed(String path) {
        String text = rawText(path);
        return text == null ? Optional.empty() : RecordId.parse(text);
    }

    /**
     * Returns a parent that was asked for with this record.
     *
     * @param relationship the relationship's name, for example {@code Account} or {@code ConvertedContact}
     * @return the parent, or empty if there is none or it was not asked for
     */
    public Optional<SalesforceRecord> parent(String relationship) {
        return values.get(relationship) instanceof SalesforceRecord parent ? Optional.of(parent) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SalesforceRecord record && object.equals(record.object) && values.equals(record.values);
    }

    @Override
    public int hashCode() {
        return 31 * object.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return object + " " + id("Id").map(RecordId::value).orElse("without Id");
    }
}
