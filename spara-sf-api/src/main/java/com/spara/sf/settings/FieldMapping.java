package com.spara.sf.settings;

import com.spara.sf.Conversation;
import com.spara.sf.Lead;
import com.spara.sf.spi.WriteRule;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of the data model sync: a field of the lead, or a constant, goes into a Salesforce field by a write rule;
 * overwriting is the default. A {@code salesforce_*} value that is read in the same push can be the source too.
 *
 * <pre>{@code
 * FieldMapping.of("phone", "Phone").onlyIfEmpty()
 * FieldMapping.constant("Chat", "LeadSource").onCreateOnly()
 * FieldMapping.of("salesforce_account_id", "AccountId").onCreateOnly()
 * }</pre>
 *
 * <p>{@code toString} shows names, never a constant's value. Immutable and safe to share between threads.
 */
public final class FieldMapping {

    private static final Pattern API_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final String leadField;
    private final @Nullable Object constant;
    private final String salesforceField;
    private final WriteRule rule;
    private final boolean cutToFit;
    private final @Nullable FieldShape shape;

    private FieldMapping(FieldMapping from, WriteRule rule, boolean cutToFit, @Nullable FieldShape shape) {
        this.leadField = from.leadField;
        this.constant = from.constant;
        this.salesforceField = from.salesforceField;
        this.rule = rule;
        this.cutToFit = cutToFit;
        this.shape = shape;
    }

    private FieldMapping(String leadField, @Nullable Object constant, String salesforceField) {
        this.leadField = leadField;
        this.constant = constant;
        this.salesforceField = salesforceField;
        this.rule = WriteRule.OVERWRITE;
        this.cutToFit = false;
        this.shape = null;
    }

    /**
     * Returns a mapping from a field of the lead, overwriting.
     *
     * @param leadField the host's name of the field, or one of the {@code salesforce_*} keys
     * @param salesforceField the Salesforce field's API name
     * @return the mapping
     * @throws IllegalArgumentException if the key is blank, or the name cannot be an API name or is {@code Id}
     */
    public static FieldMapping of(String leadField, String salesforceField) {
        Objects.requireNonNull(
                leadField, () -> "The mapping to " + salesforceField + " has null for the field of the lead.");
        Objects.requireNonNull(
                salesforceField,
                () -> "The mapping of " + leadField + " has null for the Salesforce field; give its API name.");
        if (leadField.isBlank()) {
            throw new IllegalArgumentException("The mapping to " + salesforceField + " needs a field of the lead.");
        }
        return new FieldMapping(leadField, null, requireApiName(salesforceField));
    }

    /**
     * Returns a mapping from a constant, overwriting.
     *
     * @param value what is written for every lead, of a type that a lead can hold
     * @param salesforceField the Salesforce field's API name
     * @return the mapping
     * @throws IllegalArgumentException if the value is of another type, or the name cannot be an API name or is
     *     {@code Id}
     */
    public static FieldMapping constant(Object value, String salesforceField) {
        Objects.requireNonNull(
                value,
                () -> "The constant for " + salesforceField + " is null. Give a value, or leave the mapping away.");
        Objects.requireNonNull(salesforceField, "The constant's Salesforce field is null; give its API name.");
        if (value instanceof Conversation) {
            throw new IllegalArgumentException("A conversation differs from lead to lead; it cannot be a constant.");
        }
        Object taken = Lead.empty()
                .with(requireApiName(salesforceField), value)
                .value(salesforceField)
                .orElseThrow();
        return new FieldMapping("", taken, salesforceField);
    }

    /**
     * Returns this mapping, writing whatever Salesforce holds.
     *
     * @return the new mapping
     */
    public FieldMapping overwrite() {
        return by(WriteRule.OVERWRITE);
    }

    /**
     * Returns this mapping, writing only when the Salesforce field is empty: null, or blank text. A checkbox and a number
     * are never empty once they have a value.
     *
     * @return the new mapping
     */
    public FieldMapping onlyIfEmpty() {
        return by(WriteRule.ONLY_IF_EMPTY);
    }

    /**
     * Returns this mapping, writing when the record is made and never on update.
     *
     * @return the new mapping
     */
    public FieldMapping onCreateOnly() {
        return by(WriteRule.ON_CREATE_ONLY);
    }

    /**
     * Returns this mapping with a write rule.
     *
     * @param newRule the rule
     * @return the new mapping
     */
    public FieldMapping by(WriteRule newRule) {
        return new FieldMapping(this, newRule, cutToFit, shape);
    }

    /**
     * Returns this mapping, cutting a text that is too long for the field; without it such a text is left out. The result
     * reports each cut.
     *
     * @return the new mapping
     */
    public FieldMapping cutToFit() {
        return new FieldMapping(this, rule, true, shape);
    }

    /**
     * Returns this mapping, remembering what the Salesforce field is like now: {@code field.shape()} of an {@link OrgField}.
     * {@code check} then warns when the field has become shorter, of another type or a restricted picklist since. It changes
     * nothing of what is written.
     *
     * @param newShape the field's shape, in place of an earlier one
     * @return the new mapping
     */
    public FieldMapping madeFor(FieldShape newShape) {
        return new FieldMapping(this, rule, cutToFit, Objects.requireNonNull(newShape, "The field's shape is null."));
    }

    /**
     * Returns the field of the lead.
     *
     * @return the key, or empty if the source is a constant
     */
    public Optional<String> leadField() {
        return leadField.isEmpty() ? Optional.empty() : Optional.of(leadField);
    }

    /**
     * Returns the constant.
     *
     * @return the value, or empty if the source is a field of the lead
     */
    public Optional<Object> constantValue() {
        return Optional.ofNullable(constant);
    }

    /**
     * Returns the Salesforce field.
     *
     * @return its API name, as it was given
     */
    public String salesforceField() {
        return salesforceField;
    }

    /**
     * Returns the write rule.
     *
     * @return the rule
     */
    public WriteRule rule() {
        return rule;
    }

    /**
     * Tells whether a text that is too long is cut.
     *
     * @return true if it is cut, false if it is left out
     */
    public boolean isCutToFit() {
        return cutToFit;
    }

    /**
     * Returns what the Salesforce field was like when the mapping was made.
     *
     * @return the shape, or empty if the mapping does not remember it
     */
    public Optional<FieldShape> shape() {
        return Optional.ofNullable(shape);
    }

    /**
     * Returns the source as people speak of it.
     *
     * @return the lead's key, or {@code a constant}
     */
    public String source() {
        return leadField.isEmpty() ? "a constant" : leadField;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldMapping mapping
                && leadField.equals(mapping.leadField)
                && Optional.ofNullable(constant).equals(Optional.ofNullable(mapping.constant))
                && salesforceField.equals(mapping.salesforceField)
                && rule.equals(mapping.rule)
                && cutToFit == mapping.cutToFit
                && Objects.equals(shape, mapping.shape);
    }

    @Override
    public int hashCode() {
        return 31 * leadField.hashCode() + salesforceField.hashCode();
    }

    @Override
    public String toString() {
        return source() + " -> " + salesforceField + " (" + rule.name() + ")";
    }

    private static String requireApiName(String name) {
        if (!API_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the API name of a Salesforce field: '" + name
                    + "'. It is letters, digits and underscores, for example Phone or Chat_Transcript__c.");
        }
        if (name.equalsIgnoreCase("Id")) {
            throw new IllegalArgumentException("Salesforce gives each record its Id; nothing can be mapped to it.");
        }
        return name;
    }
}
