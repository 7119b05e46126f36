package com.spara.sf.spi;

import com.spara.sf.RecordId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a plug-in wants looked up: records of one object whose fields equal given values, or the record that was matched
 * (or one it points to) with some more of its fields. The engine merges the lookups of all leads and all plug-ins into
 * one request.
 *
 * <pre>{@code
 * Lookup.in("Contact").where("Phone", "+44 20 7946 0000")
 * Lookup.in("Opportunity").where("AccountId", accountId).where("IsClosed", false).count()
 * Lookup.matched("Lead").parent("ConvertedAccount").select("Name", "Website")
 * }</pre>
 *
 * <p>Texts are compared as Salesforce compares them, without regard to case; one for a field of another type is read as such
 * a value, and finds nothing if it is none. {@code toString} shows names, never values.
 * Immutable and safe to share between threads.
 */
public final class Lookup {

    private static final int MOST_PARENTS = 4;
    private static final Set<Class<?>> COMPARABLE =
            Set.of(String.class, BigDecimal.class, Boolean.class, LocalDate.class, Instant.class, RecordId.class);

    private final String object;
    private final boolean ofMatched;
    private final String relationship;
    private final Map<String, Object> conditions;
    private final Set<String> fields;
    private final boolean counting;
    private final int hash;

    private Lookup(
            String object,
            boolean ofMatched,
            String relationship,
            Map<String, Object> conditions,
            Set<String> fields,
            boolean counting) {
        this.object = object;
        this.ofMatched = ofMatched;
        this.relationship = relationship;
        this.conditions = conditions;
        this.fields = fields;
        this.counting = counting;
        // the number of the fields, since lookups that differ in fields alone are rare and reading all names is slow
        this.hash = 31 * (31 * object.hashCode() + conditions.hashCode()) + fields.size();
    }

    /**
     * Returns a lookup of records of an object; at least one {@link #where} must follow.
     *
     * @param object the object's API name, for example {@code Contact}
     * @return the lookup
     * @throws IllegalArgumentException if the name cannot be an API name
     */
    public static Lookup in(String object) {
        return new Lookup(requireName(object), false, "", Map.of(), Set.of(), false);
    }

    /**
     * Returns a lookup of the record that was matched for the lead; it costs nothing, since that record is read anyway.
     *
     * @param object {@code Lead} or {@code Contact}
     * @return the lookup
     * @throws IllegalArgumentException if it is another object
     */
    public static Lookup matched(String object) {
        if (!object.equals("Lead") && !object.equals("Contact")) {
            throw new IllegalArgumentException("Only a Lead or a Contact is matched, not " + object + ".");
        }
        return new Lookup(object, true, "", Map.of(), Set.of(), false);
    }

    /**
     * Returns this lookup of a matched record turned to a record that it points to.
     *
     * @param parentRelationship the relationship's name, for example {@code ConvertedContact}, {@code Owner} or
     *     {@code Account}
     * @return the new lookup
     * @throws IllegalArgumentException if the name cannot be a relationship's
     * @throws IllegalStateException if this is not a lookup of a matched record
     */
    public Lookup parent(String parentRelationship) {
        if (!ofMatched) {
            throw new IllegalStateException("Only a matched record has a parent here; in a lookup of " + object
                    + ", select a path such as Account.Name instead.");
        }
        return new Lookup(object, true, requireName(parentRelationship), conditions, fields, counting);
    }

    /**
     * Returns this lookup with one more condition; all conditions must hold.
     *
     * @param field the field's API name
     * @param value what it must equal: text, a number, a Boolean, a date, a time or a {@link RecordId}
     * @return the new lookup
     * @throws IllegalArgumentException if the name cannot be an API name, or the value is of another type or blank
     * @throws IllegalStateException if this is a lookup of a matched record
     */
    public Lookup where(String field, Object value) {
        if (ofMatched) {
            throw new IllegalStateException("The matched " + object + " is one record; it takes no conditions.");
        }
        String name = requireName(field);
        Object taken = requireValue(field, value);
        return new Lookup(object, false, "", more(name, taken), fields, counting);
    }

    /**
     * Returns this lookup with more fields to be read. The Id always comes; for matching, so do the fields that the
     * settings map.
     *
     * @param paths field names, or paths to fields of parents, up to four parents deep, for example
     *     {@code Account.Owner.Email}
     * @return the new lookup
     * @throws IllegalArgumentException if a path cannot be one
     */
    public Lookup select(String... paths) {
        Set<String> more = new LinkedHashSet<>(fields);
        for (String path : paths) {
            if (!isPath(path)) {
                throw new IllegalArgumentException("Not the name of a field: '" + path + "'.");
            }
            more.add(path);
        }
        return new Lookup(object, ofMatched, relationship, conditions, Collections.unmodifiableSet(more), counting);
    }

    /**
     * Returns this lookup, asking only how many records there are.
     *
     * @return the new lookup
     * @throws IllegalStateException if this is a lookup of a matched record
     */
    public Lookup count() {
        if (ofMatched) {
            throw new IllegalStateException("The matched " + object + " is one record; there is nothing to count.");
        }
        return new Lookup(object, false, "", conditions, fields, true);
    }

    /**
     * Returns the object whose records are looked up, or whose matched record is meant.
     *
     * @return the API name
     */
    public String object() {
        return object;
    }

    /**
     * Tells whether this is a lookup of the matched record.
     *
     * @return true if it is
     */
    public boolean isOfMatched() {
        return ofMatched;
    }

    /**
     * Returns the relationship from the matched record to the one that is meant.
     *
     * @return the relationship's name, or empty if the matched record itself is meant
     */
    public Optional<String> relationship() {
        return relationship.isEmpty() ? Optional.empty() : Optional.of(relationship);
    }

    /**
     * Returns the conditions, all of which must hold.
     *
     * @return values by field name, in the order in which they were given, unmodifiable
     */
    public Map<String, Object> conditions() {
        return conditions;
    }

    /**
     * Returns the fields to be read besides the Id.
     *
     * @return names and paths, in the order in which they were given, unmodifiable
     */
    public Set<String> fields() {
        return fields;
    }

    /**
     * Tells whether only the number of records is wanted.
     *
     * @return true if it is
     */
    public boolean isCounting() {
        return counting;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lookup lookup
                && hash == lookup.hash
                && object.equals(lookup.object)
                && ofMatched == lookup.ofMatched
                && relationship.equals(lookup.relationship)
                && conditions.equals(lookup.conditions)
                && fields.equals(lookup.fields)
                && counting == lookup.counting;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return (ofMatched ? "matched " : "")
                + object
                + (relationship.isEmpty() ? "" : "." + relationship)
                + conditions.keySet();
    }

    /** Most lookups have one condition, and the map of one entry is the smallest. */
    private Map<String, Object> more(String field, Object value) {
        if (conditions.isEmpty()) {
            return Collections.singletonMap(field, value);
        }
        Map<String, Object> more = new LinkedHashMap<>(conditions);
        more.put(field, value);
        return Collections.unmodifiableMap(more);
    }

    private static boolean isPath(String path) {
        int start = 0;
        for (int parents = 0; parents <= MOST_PARENTS; parents++) {
            int dot = path.indexOf('.', start);
            if (dot < 0) {
                return isName(path, start, path.length());
            }
            if (!isName(path, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return false;
    }

    private static boolean isName(String text, int start, int end) {
        if (start >= end || !isLetter(text.charAt(start))) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static String requireName(String name) {
        if (!isName(name, 0, name.length())) {
            throw new IllegalArgumentException("Not an API name: '" + name + "'.");
        }
        return name;
    }

    private static Object requireValue(String field, Object value) {
        Object taken = value instanceof Number number && !(value instanceof BigDecimal)
                ? new BigDecimal(number.toString())
                : value;
        if (taken instanceof String text && text.isBlank()) {
            throw new IllegalArgumentException(
                    "A lookup by " + field + " needs a value, but the text is blank. Look nothing up instead.");
        }
        if (COMPARABLE.contains(taken.getClass())) {
            return taken;
        }
        throw new IllegalArgumentException("A lookup by " + field + " cannot compare with a "
                + value.getClass().getName() + ". Give text, a number, a Boolean, a date, an Instant or a RecordId.");
    }

    /**
     * Returns the names of the fields in the conditions.
     *
     * @return the names, in the order in which they were given, unmodifiable
     */
    public Set<String> conditionFields() {
        return conditions.keySet();
    }
}
