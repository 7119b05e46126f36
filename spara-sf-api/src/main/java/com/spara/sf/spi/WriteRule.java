package com.spara.sf.spi;

import java.util.function.Function;

/**
 * Decides what is written into one Salesforce field: it sees the old value, the new one and the field, and says what to
 * write. So it is also the place for a conversion.
 *
 * <pre>{@code
 * WriteRule neverLower = WriteRule.named("never lower", field ->
 *     field.isClearing()
 *             || !field.isSalesforceEmpty() && field.hostNumber().compareTo(field.salesforceNumber()) <= 0
 *         ? Write.leave("The new score is not higher.")
 *         : Write.value(field.hostNumber()).ifUnchanged());
 * }</pre>
 *
 * <p>A rule is asked only when the lead has a value for the field or asks to clear it. A rule that throws leaves its own
 * field out and spoils nothing else. Implementations are pure functions, without clock or I/O, and safe for use by many
 * threads.
 */
public interface WriteRule {

    /** Writes the lead's value, whatever Salesforce holds; the default of a mapping. */
    WriteRule OVERWRITE = named("overwrite", FieldToWrite::hostWrite);

    /** Writes only when the Salesforce field is empty, and asks for the guard against a change in between. */
    WriteRule ONLY_IF_EMPTY = named("only if empty", BuiltInWriteRules::onlyIfEmpty);

    /** Writes when the record is made, never on update. */
    WriteRule ON_CREATE_ONLY = named("on create only", BuiltInWriteRules::onCreateOnly);

    /**
     * Returns the name under which results and settings speak of this rule.
     *
     * @return the name, unique among the write rules of one sync
     */
    String name();

    /**
     * Decides about one field.
     *
     * @param field the field with its old and its new value
     * @return what to write
     */
    Write decide(FieldToWrite field);

    /**
     * Returns a rule made of a function.
     *
     * @param name the name under which results and settings speak of it
     * @param decision what to write, given the field
     * @return the rule
     * @throws IllegalArgumentException if the name is blank
     */
    static WriteRule named(String name, Function<FieldToWrite, Write> decision) {
        return new NamedWriteRule(name, decision);
    }
}
