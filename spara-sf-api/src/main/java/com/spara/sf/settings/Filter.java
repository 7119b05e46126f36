package com.spara.sf.settings;

import com.spara.sf.RecordId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Which records a {@link PullRule} takes: conditions on fields, owner and campaign, joined by and, or and not.
 *
 * <pre>{@code
 * Filter.is("Rating", "Hot").and(Filter.since("CreatedDate", LocalDate.of(2026, 1, 1)))
 * Filter.inCampaign(webinar).and(Filter.empty("Email").not())
 * Filter.soql("NumberOfEmployees > 500 AND Industry LIKE 'Tech%'")
 * }</pre>
 *
 * <p>Fields may be those of parents, {@code Account.Industry}; a change of a parent does not touch the record, so that it is
 * seen when the record itself changes, or by a full look. {@code toString} shows fields, never values. Immutable and safe
 * to share between threads.
 */
public sealed interface Filter {

    /**
     * A field that holds one of several values.
     *
     * @param field the API name, or a path to a parent's field
     * @param values the values, at least one, each of a type that a lead can hold, without lists and conversations
     */
    record In(String field, List<Object> values) implements Filter {

        /**
         * Checks the name and the values.
         *
         * @param field the API name, or a path to a parent's field
         * @param values the values
         */
        public In {
            FilterParts.requirePath(field);
            values = FilterParts.values(field, values);
        }

        @Override
        public String toString() {
            return field + " in " + values.size();
        }
    }

    /**
     * A field that is at or after a moment, or before it.
     *
     * @param field the API name, or a path to a parent's field
     * @param moment a {@link LocalDate} for date fields, an {@link Instant} for date-times
     * @param isBefore true for before, false for at or after
     */
    record Time(String field, Object moment, boolean isBefore) implements Filter {

        /**
         * Checks the name and the moment.
         *
         * @param field the API name, or a path to a parent's field
         * @param moment a {@link LocalDate} or an {@link Instant}
         * @param isBefore true for before
         */
        public Time {
            FilterParts.requirePath(field);
            if (!(moment instanceof LocalDate) && !(moment instanceof Instant)) {
                throw new IllegalArgumentException(
                        "The field " + field + " is compared with a LocalDate or an Instant.");
            }
        }

        @Override
        public String toString() {
            return field + (isBefore ? " before" : " since");
        }
    }

    /**
     * A field without a value.
     *
     * @param field the API name, or a path to a parent's field
     */
    record Empty(String field) implements Filter {

        /**
         * Checks the name.
         *
         * @param field the API name, or a path to a parent's field
         */
        public Empty {
            FilterParts.requirePath(field);
        }

        @Override
        public String toString() {
            return field + " empty";
        }
    }

    /**
     * A member of a campaign. Joining one does not touch the record, so that later members are seen when their record
     * changes, or by a full look. Salesforce takes it only where all of a rule's conditions must hold: not below an or.
     *
     * @param campaign the campaign's Id
     */
    record InCampaign(RecordId campaign) implements Filter {

        @Override
        public String toString() {
            return "in a campaign";
        }
    }

    /**
     * A condition of the host's own.
     *
     * @param condition what may stand behind WHERE, without subqueries; its fields are held against the describe
     */
    record Soql(String condition) implements Filter {

        /**
         * Refuses an empty text.
         *
         * @param condition the text
         */
        public Soql {
            if (condition.isBlank()) {
                throw new IllegalArgumentException(
                        "A SOQL condition is blank. Leave the filter away to take all records.");
            }
        }

        @Override
        public String toString() {
            return "SOQL";
        }
    }

    /**
     * Several conditions that must all hold.
     *
     * @param parts the conditions, at least one
     */
    record All(List<Filter> parts) implements Filter {

        /**
         * Checks that there are some.
         *
         * @param parts the conditions
         */
        public All {
            parts = FilterParts.parts(parts);
        }
    }

    /**
     * Several conditions of which one must hold.
     *
     * @param parts the conditions, at least one
     */
    record Any(List<Filter> parts) implements Filter {

        /**
         * Checks that there are some.
         *
         * @param parts the conditions
         */
        public Any {
            parts = FilterParts.parts(parts);
        }
    }

    /**
     * A condition that must not hold.
     *
     * @param part the condition
     */
    record Not(Filter part) implements Filter {

        /**
         * Checks how deep it is.
         *
         * @param part the condition
         */
        public Not {
            FilterParts.requireShallow(part);
        }
    }

    /**
     * Returns the condition that a field has a value. Texts are compared as Salesforce does it, without regard to case.
     *
     * @param field the API name, or a path to a parent's field
     * @param value the value, of a type that a lead can hold, but no list and no conversation
     * @return the condition
     * @throws IllegalArgumentException if the name or the value cannot be one
     */
    static Filter is(String field, Object value) {
        return new In(field, List.of(value));
    }

    /**
     * Returns the condition that a field has one of the values.
     *
     * @param field the API name, or a path to a parent's field
     * @param values the values, at least one
     * @return the condition
     * @throws IllegalArgumentException if the name or a value cannot be one
     */
    static Filter in(String field, Object... values) {
        return new In(field, List.of(values));
    }

    /**
     * Returns the condition that a date field is at or after a day.
     *
     * @param field the API name; a date-time counts from the day's beginning in UTC
     * @param day the first day
     * @return the condition
     */
    static Filter since(String field, LocalDate day) {
        return new Time(field, day, false);
    }

    /**
     * Returns the condition that a date-time field is at or after a moment.
     *
     * @param field the API name
     * @param moment the first moment
     * @return the condition
     */
    static Filter since(String field, Instant moment) {
        return new Time(field, moment, false);
    }

    /**
     * Returns the condition that a date field is before a day.
     *
     * @param field the API name; a date-time counts from the day's beginning in UTC
     * @param day the first day that is not taken
     * @return the condition
     */
    static Filter before(String field, LocalDate day) {
        return new Time(field, day, true);
    }

    /**
     * Returns the condition that a date-time field is before a moment.
     *
     * @param field the API name
     * @param moment the first moment that is not taken
     * @return the condition
     */
    static Filter before(String field, Instant moment) {
        return new Time(field, moment, true);
    }

    /**
     * Returns the condition that a field has no value.
     *
     * @param field the API name, or a path to a parent's field
     * @return the condition
     */
    static Filter empty(String field) {
        return new Empty(field);
    }

    /**
     * Returns the condition that a user or a queue owns the record.
     *
     * @param owners the Ids, at least one
     * @return the condition
     */
    static Filter ownedBy(RecordId... owners) {
        return new In("OwnerId", List.of((Object[]) owners));
    }

    /**
     * Returns the condition that the record is a member of a campaign.
     *
     * @param campaign the campaign's Id
     * @return the condition
     */
    static Filter inCampaign(RecordId campaign) {
        return new InCampaign(campaign);
    }

    /**
     * Returns a condition of the host's own, whose fields are held against the describe before it is sent.
     *
     * @param condition what may stand behind WHERE, without subqueries
     * @return the condition
     */
    static Filter soql(String condition) {
        return new Soql(condition);
    }

    /**
     * Returns the condition that this one and the other hold.
     *
     * @param other the other
     * @return the condition
     */
    default Filter and(Filter other) {
        return new All(this instanceof All all ? FilterParts.plus(all.parts(), other) : List.of(this, other));
    }

    /**
     * Returns the condition that this one or the other holds.
     *
     * @param other the other
     * @return the condition
     */
    default Filter or(Filter other) {
        return new Any(this instanceof Any any ? FilterParts.plus(any.parts(), other) : List.of(this, other));
    }

    /**
     * Returns the condition that this one does not hold.
     *
     * @return the condition
     */
    default Filter not() {
        return this instanceof Not not ? not.part() : new Not(this);
    }
}
