package com.spara.sf;

import com.spara.sf.values.SortedValues;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One lead of the host: values by key, and the keys that are to be cleared in Salesforce. A key without a value is
 * absent, and absent never changes anything in Salesforce.
 *
 * <pre>{@code
 * Lead lead = Lead.of("ada@example.com").with("company", "Acme").with("score", 12).clearing("fax");
 * }</pre>
 *
 * <p>Values are JDK types: {@code String}, {@code Boolean}, {@code BigDecimal}, {@code LocalDate}, {@code Instant},
 * {@code List<String>} and {@link Conversation}. Other numbers become {@code BigDecimal}, other points in time
 * {@code Instant}. {@code toString} shows keys only. Immutable and safe to share between threads.
 */
public final class Lead {

    private static final Lead EMPTY = new Lead(SortedValues.empty(Comparator.naturalOrder()), Set.of());

    private final SortedValues values;
    private final Set<String> cleared;

    private Lead(SortedValues values, Set<String> cleared) {
        this.values = values;
        this.cleared = cleared;
    }

    /**
     * Returns a lead with nothing but an e-mail address.
     *
     * @param email the address, kept as it is given; {@code null} for none
     * @return the lead
     */
    public static Lead of(@Nullable String email) {
        return EMPTY.with(LeadField.EMAIL, email);
    }

    /**
     * Returns a lead without any field.
     *
     * @return the lead
     */
    public static Lead empty() {
        return EMPTY;
    }

    /**
     * Returns this lead with the value under the key, replacing what was there.
     *
     * @param key the host's name of the field, for example {@code company}
     * @param value the value; {@code null} makes the field absent
     * @return the new lead
     * @throws IllegalArgumentException if the key is blank or the value is not of a type that a lead can hold
     */
    public Lead with(String key, @Nullable Object value) {
        requireKey(key);
        if (value == null && !values.containsKey(key) && !cleared.contains(key)) {
            return this;
        }
        return new Lead(
                value == null ? values.without(key) : values.with(key, LeadValue.of(key, value)),
                without(cleared, key));
    }

    /**
     * Returns this lead with all these values, as {@link #with(String, Object)} takes each.
     *
     * @param more values by the host's names of the fields; {@code null} makes a field absent
     * @return the new lead
     * @throws IllegalArgumentException if a key is blank or a value is not of a type that a lead can hold
     */
    public Lead with(Map<String, ? extends @Nullable Object> more) {
        SortedValues laidOver = values.with(more, Lead::checked);
        return new Lead(laidOver, cleared.isEmpty() ? cleared : without(more.keySet()));
    }

    private static @Nullable Object checked(String key, @Nullable Object value) {
        requireKey(key);
        return value == null ? null : LeadValue.of(key, value);
    }

    private Set<String> without(Set<String> keys) {
        Set<String> left = cleared;
        for (String key : keys) {
            left = without(left, key);
        }
        return left;
    }

    /**
     * Returns this lead with the conversation.
     *
     * @param conversation the whole thread
     * @return the new lead
     */
    public Lead with(Conversation conversation) {
        return with(LeadField.CONVERSATION, conversation);
    }

    /**
     * Returns this lead with the field marked to be cleared: an overwriting mapping of the key empties the Salesforce
     * field. A later {@link #with(String, Object)} of the same key takes the mark away.
     *
     * @param key the host's name of the field
     * @return the new lead
     * @throws IllegalArgumentException if the key is blank
     */
    public Lead clearing(String key) {
        requireKey(key);
        Set<String> newCleared = new TreeSet<>(cleared);
        newCleared.add(key);
        return new Lead(values.without(key), Collections.unmodifiableSet(newCleared));
    }

    /**
     * Returns this lead with everything that the newer one says laid over it: its values win unless they are
     * blank, its marks to clear win, and what it does not mention stays.
     *
     * @param newer the lead that is folded in
     * @return the new lead
     */
    public Lead foldedWith(Lead newer) {
        Lead folded = this;
        for (Map.Entry<String, Object> entry : newer.values.entrySet()) {
            if (newer.text(entry.getKey()).isPresent()) {
                folded = folded.with(entry.getKey(), entry.getValue());
            }
        }
        for (String key : newer.cleared) {
            folded = folded.clearing(key);
        }
        return folded;
    }

    /**
     * Returns the e-mail address without the white space around it.
     *
     * @return the address, or empty if there is none or it is blank
     */
    public Optional<String> email() {
        return text(LeadField.EMAIL);
    }

    /**
     * Returns a value as text without the white space around it: numbers in plain digits, dates in ISO form, several
     * choices joined by {@code ;}.
     *
     * @param key the host's name of the field
     * @return the text, or empty if the field is absent or blank
     */
    public Optional<String> text(String key) {
        Object value = values.get(key);
        String text = value == null ? "" : LeadValue.text(value).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /**
     * Returns a value.
     *
     * @param key the host's name of the field
     * @return the value in its JDK type, or empty if the field is absent
     */
    public Optional<Object> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * Returns a stored Salesforce Id.
     *
     * @param key the host's name of the field, for example {@link LeadField#SALESFORCE_LEAD_ID}
     * @return the Id, or empty if the field is absent or is not an Id
     */
    public Optional<RecordId> id(String key) {
        return text(key).flatMap(RecordId::parse);
    }

    /**
     * Returns all values.
     *
     * @return the values by key, ordered by key, unmodifiable
     */
    public Map<String, Object> values() {
        return values;
    }

    /**
     * Returns the keys of the fields to be cleared in Salesforce.
     *
     * @return the keys, ordered, unmodifiable
     */
    public Set<String> cleared() {
        return cleared;
    }

    /**
     * Tells whether the field is marked to be cleared in Salesforce.
     *
     * @param key the host's name of the field
     * @return true if it is
     */
    public boolean isCleared(String key) {
        return cleared.contains(key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lead lead && values.equals(lead.values) && cleared.equals(lead.cleared);
    }

    @Override
    public int hashCode() {
        return 31 * values.hashCode() + cleared.hashCode();
    }

    @Override
    public String toString() {
        return "Lead" + values.keySet() + (cleared.isEmpty() ? "" : " clearing " + cleared);
    }

    private static Set<String> without(Set<String> keys, String key) {
        if (!keys.contains(key)) {
            return keys;
        }
        Set<String> copy = new TreeSet<>(keys);
        copy.remove(key);
        return Collections.unmodifiableSet(copy);
    }

    private static void requireKey(String key) {
        Objects.requireNonNull(key, "A field of a lead has null for its name. Give the key, for example company.");
        if (key.isBlank()) {
            throw new IllegalArgumentException("A field of a lead needs a name, but the key is blank.");
        }
    }
}
