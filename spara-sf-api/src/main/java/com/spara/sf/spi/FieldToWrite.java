package com.spara.sf.spi;

import com.spara.sf.Conversation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One Salesforce field with its old value and the lead's new one, as a {@link WriteRule} sees it. Anyone can make one, so
 * that a rule can be tested without an org. {@code toString} shows names only. Immutable and safe to share between
 * threads.
 */
public final class FieldToWrite {

    private final String object;
    private final String name;
    private final boolean creating;
    private final @Nullable Object salesforceValue;
    private final @Nullable Object hostValue;
    private final LocalDate today;

    private FieldToWrite(
            String object,
            String name,
            boolean creating,
            @Nullable Object salesforceValue,
            @Nullable Object hostValue,
            LocalDate today) {
        this.object = object;
        this.name = name;
        this.creating = creating;
        this.salesforceValue = salesforceValue;
        this.hostValue = hostValue;
        this.today = today;
    }

    /**
     * Returns a field of a record that is about to be made, without a value yet.
     *
     * @param object the object's API name
     * @param name the field's API name
     * @return the field
     */
    public static FieldToWrite onCreate(String object, String name) {
        return new FieldToWrite(object, name, true, null, null, LocalDate.EPOCH);
    }

    /**
     * Returns a field of a record that exists, with no values yet.
     *
     * @param object the object's API name
     * @param name the field's API name
     * @return the field
     */
    public static FieldToWrite onUpdate(String object, String name) {
        return new FieldToWrite(object, name, false, null, null, LocalDate.EPOCH);
    }

    /**
     * Returns this field with the value that Salesforce holds.
     *
     * @param value a {@code String}, {@link BigDecimal}, {@code Boolean}, {@link LocalDate}, {@link java.time.Instant} or, of
     *     a multi-select picklist, a list of texts, as a push gives it to a rule; or null for an empty field
     * @return the new field
     */
    public FieldToWrite holding(@Nullable Object value) {
        return new FieldToWrite(object, name, creating, value, hostValue, today);
    }

    /**
     * Returns this field with the lead's value.
     *
     * @param value a value as a lead holds it: a {@code String}, {@link BigDecimal}, {@code Boolean}, {@link LocalDate},
     *     {@link java.time.Instant}, list of texts or {@link Conversation}; or null if the lead asks to clear the field
     * @return the new field
     */
    public FieldToWrite given(@Nullable Object value) {
        return new FieldToWrite(object, name, creating, salesforceValue, value, today);
    }

    /**
     * Returns this field with the day on which the decision is made.
     *
     * @param date the date in UTC
     * @return the new field
     */
    public FieldToWrite on(LocalDate date) {
        return new FieldToWrite(object, name, creating, salesforceValue, hostValue, date);
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
     * Returns the field's API name.
     *
     * @return the name, for example {@code Phone}
     */
    public String name() {
        return name;
    }

    /**
     * Tells whether the record is about to be made.
     *
     * @return true on create, false on update
     */
    public boolean isCreating() {
        return creating;
    }

    /**
     * Tells whether the lead asks to clear the field.
     *
     * @return true if it does; there is no new value then
     */
    public boolean isClearing() {
        return hostValue == null;
    }

    /**
     * Tells whether Salesforce holds nothing: null, or a text that is blank. {@code false} and {@code 0} are values.
     *
     * @return true if the field is empty
     */
    public boolean isSalesforceEmpty() {
        return salesforceValue == null || salesforceValue instanceof String text && text.isBlank();
    }

    /**
     * Returns what Salesforce holds.
     *
     * @return the value, or empty if the field is empty
     */
    public Optional<Object> salesforceValue() {
        return Optional.ofNullable(salesforceValue);
    }

    /**
     * Returns the lead's value.
     *
     * @return the value, or empty if the lead asks to clear the field
     */
    public Optional<Object> hostValue() {
        return Optional.ofNullable(hostValue);
    }

    /**
     * Returns what Salesforce holds, as text.
     *
     * @return the text; the empty text if the field is empty
     */
    public String salesforceText() {
        return text(salesforceValue);
    }

    /**
     * Returns the lead's value as text.
     *
     * @return the text; the empty text if the lead asks to clear the field
     */
    public String hostText() {
        return text(hostValue);
    }

    /**
     * Returns what Salesforce holds, as a number.
     *
     * @return the number; zero if the field is empty
     * @throws NumberFormatException if the value is no number
     */
    public BigDecimal salesforceNumber() {
        return number(salesforceValue);
    }

    /**
     * Returns the lead's value as a number.
     *
     * @return the number; zero if the lead asks to clear the field
     * @throws NumberFormatException if the value is no number
     */
    public BigDecimal hostNumber() {
        return number(hostValue);
    }

    /**
     * Returns the decision to write the lead's value as it is, or to clear the field if that is what the lead asks.
     *
     * @return the decision
     */
    public Write hostWrite() {
        return hostValue == null ? Write.clear() : Write.value(hostValue);
    }

    /**
     * Returns the day on which the decision is made.
     *
     * @return the date in UTC
     */
    public LocalDate today() {
        return today;
    }

    @Override
    public String toString() {
        return object + "." + name;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Conversation conversation) {
            return conversation.text();
        }
        if (value instanceof List<?> choices) {
            return String.join(";", choices.stream().map(String::valueOf).toList());
        }
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static BigDecimal number(@Nullable Object value) {
        return value == null ? BigDecimal.ZERO : new BigDecimal(text(value).strip());
    }
}
