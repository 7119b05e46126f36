package com.spara.sf.settings;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which existing records of one object become leads. By default all of them, with the e-mail address, by the push mappings
 * turned round, however old they are, looking back 15 minutes over what was read already; the first pull of more than 100,000
 * goes by Bulk API 2.0.
 *
 * <pre>{@code
 * PullRule.leads("hot")
 *     .where(Filter.is("Rating", "Hot").and(Filter.since("CreatedDate", LocalDate.of(2026, 1, 1))))
 *     .map("FirstName", "first_name")
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class PullRule {

    /** How far a pull looks back by default, for records that are committed later than they are dated. */
    public static final Duration USUAL_OVERLAP = Duration.ofMinutes(15);

    /** How many records a pull reads by Bulk API 2.0 by default, as {@link #inBulkFrom} explains. */
    public static final long USUAL_BULK = 100_000;

    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final Pattern API_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final String name;
    private final String object;
    private final @Nullable Filter filter;
    private final Map<String, String> mappings;
    private final @Nullable Duration lookBack;
    private final Duration overlap;
    private final long bulkFrom;

    private PullRule(
            String name,
            String object,
            @Nullable Filter filter,
            Map<String, String> mappings,
            @Nullable Duration lookBack,
            Duration overlap,
            long bulkFrom) {
        this.name = name;
        this.object = object;
        this.filter = filter;
        this.mappings = mappings;
        this.lookBack = lookBack;
        this.overlap = overlap;
        this.bulkFrom = bulkFrom;
    }

    /**
     * Returns a rule that takes all Leads.
     *
     * @param name by which people and settings know the rule
     * @return the rule
     * @throws IllegalArgumentException if the name is blank
     */
    public static PullRule leads(String name) {
        return of(name, "Lead");
    }

    /**
     * Returns a rule that takes all Contacts.
     *
     * @param name by which people and settings know the rule
     * @return the rule
     * @throws IllegalArgumentException if the name is blank
     */
    public static PullRule contacts(String name) {
        return of(name, "Contact");
    }

    private static PullRule of(String name, String object) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A pull rule needs a name.");
        }
        return new PullRule(name, object, null, Map.of(), null, USUAL_OVERLAP, USUAL_BULK);
    }

    /**
     * Returns this rule, taking only records of which the filter holds, instead of the filter that was there.
     *
     * @param newFilter the filter
     * @return the new rule
     */
    public PullRule where(Filter newFilter) {
        return new PullRule(name, object, newFilter, mappings, lookBack, overlap, bulkFrom);
    }

    /**
     * Returns this rule with one more mapping. With the first one, the push mappings are not turned round any more; the
     * e-mail address is always mapped.
     *
     * @param salesforceField the Salesforce field's API name
     * @param leadField the host's name of the field
     * @return the new rule
     * @throws IllegalArgumentException if the name cannot be an API name, the key is blank, or either is mapped already
     */
    public PullRule map(String salesforceField, String leadField) {
        if (!API_NAME.matcher(salesforceField).matches() || leadField.isBlank()) {
            throw new IllegalArgumentException(
                    "A pull mapping goes from a Salesforce field's API name to a field of the lead, " + "but '"
                            + salesforceField + "' is none, or the key is blank.");
        }
        boolean isTaken = mappings.containsValue(leadField)
                || mappings.keySet().stream().anyMatch(salesforceField::equalsIgnoreCase);
        if (isTaken) {
            throw new IllegalArgumentException("Two mappings of the pull rule '" + name + "' read " + salesforceField
                    + " or fill " + leadField + ". Keep one of them.");
        }
        Map<String, String> more = new LinkedHashMap<>(mappings);
        more.put(salesforceField, leadField);
        return new PullRule(name, object, filter, Collections.unmodifiableMap(more), lookBack, overlap, bulkFrom);
    }

    /**
     * Returns this rule, taking only records that changed in the time before the first pull. Whatever changes afterwards is
     * taken.
     *
     * @param time how far back, by the org's own dates
     * @return the new rule
     * @throws IllegalArgumentException if the time is not positive, or is more than a hundred years
     */
    public PullRule lookingBack(Duration time) {
        return new PullRule(name, object, filter, mappings, requirePositive(time), overlap, bulkFrom);
    }

    /**
     * Returns this rule, looking back so far over what was read already. Records are dated when they are saved and seen when
     * their transaction is over, so a shorter time than the org's longest transaction loses some.
     *
     * @param time 15 minutes by default
     * @return the new rule
     * @throws IllegalArgumentException if the time is not positive, or is more than a hundred years
     */
    public PullRule overlapping(Duration time) {
        return new PullRule(name, object, filter, mappings, lookBack, requirePositive(time), bulkFrom);
    }

    /**
     * Returns this rule, whose first pull goes by Bulk API 2.0 where so many records are left after its first page. A job has
     * pages of 10,000 records instead of nearly 4,000, but takes a call to make and some to wait for, and works while the pull
     * waits; below 100,000 records that saves few calls or none.
     *
     * @param records 100,000 by default; {@code Long.MAX_VALUE} for never
     * @return the new rule
     * @throws IllegalArgumentException if the number is not positive
     */
    public PullRule inBulkFrom(long records) {
        if (records <= 0) {
            throw new IllegalArgumentException(
                    "The number of records from which on a pull goes by a job is not positive: " + records + ".");
        }
        return new PullRule(name, object, filter, mappings, lookBack, overlap, records);
    }

    private static Duration requirePositive(Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The time that a pull looks back is not between nothing and a hundred years: " + time + ".");
        }
        return time;
    }

    /**
     * Returns the name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the object whose records are taken.
     *
     * @return {@code Lead} or {@code Contact}
     */
    public String object() {
        return object;
    }

    /**
     * Returns which records are taken.
     *
     * @return the filter, or empty for all
     */
    public Optional<Filter> filter() {
        return Optional.ofNullable(filter);
    }

    /**
     * Returns the rule's own mappings, without the one for the e-mail address.
     *
     * @return the lead's fields by Salesforce field, in the order given, unmodifiable; empty to turn the push mappings round
     */
    public Map<String, String> mappings() {
        return mappings;
    }

    /**
     * Returns how far back the first pull goes.
     *
     * @return the time, or empty for all records
     */
    public Optional<Duration> lookBack() {
        return Optional.ofNullable(lookBack);
    }

    /**
     * Returns how far each later pull looks back over what was read already.
     *
     * @return the time
     */
    public Duration overlap() {
        return overlap;
    }

    /**
     * Returns from how many records on the first pull goes by Bulk API 2.0.
     *
     * @return the number
     */
    public long bulkFrom() {
        return bulkFrom;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PullRule rule
                && name.equals(rule.name)
                && object.equals(rule.object)
                && filter().equals(rule.filter())
                && mappings.equals(rule.mappings)
                && lookBack().equals(rule.lookBack())
                && overlap.equals(rule.overlap)
                && bulkFrom == rule.bulkFrom;
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + mappings.hashCode();
    }

    @Override
    public String toString() {
        return "PullRule[" + name + ": " + object
                + filter().map(known -> " where " + known).orElse("") + "]";
    }
}
