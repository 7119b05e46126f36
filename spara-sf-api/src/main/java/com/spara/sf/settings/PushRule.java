package com.spara.sf.settings;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a push does with one object: nothing, update what matches, or also create when nothing matches. The e-mail address
 * is always mapped, overwriting, without a row; a row of one's own for {@code Email} takes its place.
 *
 * <pre>{@code
 * PushRule.updateExisting().createWhenNoMatch().map("first_name", "FirstName")
 * }</pre>
 *
 * <p>Creating can only be reached from updating, so the pair that makes no sense cannot be spelled. Immutable and safe to
 * share between threads.
 */
public abstract sealed class PushRule {

    private final List<FieldMapping> mappings;

    private PushRule(List<FieldMapping> mappings) {
        this.mappings = mappings;
    }

    /**
     * Returns the rule that writes nothing. Its mappings are kept for the day it is switched on.
     *
     * @return the rule
     */
    public static Off off() {
        return new Off(List.of());
    }

    /**
     * Returns the rule that writes the records that match, and creates none.
     *
     * @return the rule
     */
    public static UpdateExisting updateExisting() {
        return new UpdateExisting(List.of());
    }

    /**
     * Returns this rule with one more mapping, overwriting.
     *
     * @param leadField the host's name of the field
     * @param salesforceField the Salesforce field's API name
     * @return the new rule
     * @throws IllegalArgumentException if another mapping writes the same Salesforce field
     */
    public PushRule map(String leadField, String salesforceField) {
        return map(FieldMapping.of(leadField, salesforceField));
    }

    /**
     * Returns this rule with one more mapping.
     *
     * @param mapping the mapping
     * @return the new rule
     * @throws IllegalArgumentException if another mapping writes the same Salesforce field
     */
    public abstract PushRule map(FieldMapping mapping);

    /**
     * Tells whether records that match are written.
     *
     * @return true if they are
     */
    public boolean updates() {
        return !(this instanceof Off);
    }

    /**
     * Tells whether a record is made when nothing matches.
     *
     * @return true if one is
     */
    public boolean creates() {
        return this instanceof CreateWhenNoMatch;
    }

    /**
     * Returns this rule if it creates records, with what it says about creating.
     *
     * @return the rule, or empty if it creates none
     */
    public Optional<CreateWhenNoMatch> creation() {
        return this instanceof CreateWhenNoMatch create ? Optional.of(create) : Optional.empty();
    }

    /**
     * Returns the mappings, without the one for the e-mail address that is always there.
     *
     * @return the mappings, in the order in which they were given, unmodifiable
     */
    public List<FieldMapping> mappings() {
        return mappings;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PushRule rule && getClass() == rule.getClass() && mappings.equals(rule.mappings);
    }

    @Override
    public int hashCode() {
        return mappings.hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + mappings;
    }

    /** The rule that writes nothing. Immutable and safe to share between threads. */
    public static final class Off extends PushRule {

        private Off(List<FieldMapping> mappings) {
            super(mappings);
        }

        @Override
        public Off map(String leadField, String salesforceField) {
            return map(FieldMapping.of(leadField, salesforceField));
        }

        @Override
        public Off map(FieldMapping mapping) {
            return new Off(MappingRows.plus(mappings(), mapping));
        }
    }

    /** The rule that writes the records that match. Immutable and safe to share between threads. */
    public static final class UpdateExisting extends PushRule {

        private UpdateExisting(List<FieldMapping> mappings) {
            super(mappings);
        }

        /**
         * Returns this rule, also making a record when nothing matches.
         *
         * @return the new rule
         */
        public CreateWhenNoMatch createWhenNoMatch() {
            return new CreateWhenNoMatch(mappings(), CreateOptions.standard());
        }

        @Override
        public UpdateExisting map(String leadField, String salesforceField) {
            return map(FieldMapping.of(leadField, salesforceField));
        }

        @Override
        public UpdateExisting map(FieldMapping mapping) {
            return new UpdateExisting(MappingRows.plus(mappings(), mapping));
        }
    }

    /**
     * The rule that writes the records that match and makes one when nothing does. Immutable and safe to share between
     * threads.
     */
    public static final class CreateWhenNoMatch extends PushRule {

        private final CreateOptions options;

        private CreateWhenNoMatch(List<FieldMapping> mappings, CreateOptions options) {
            super(mappings);
            this.options = options;
        }

        /**
         * Returns this rule, making no record when one of the other object matched; for those who want one record per
         * person. By default the two objects are independent.
         *
         * @return the new rule
         */
        public CreateWhenNoMatch unlessOtherObjectMatched() {
            return new CreateWhenNoMatch(mappings(), options.unlessOtherMatched(true));
        }

        /**
         * Returns this rule with another text for required fields that the lead has no value for; {@code [not provided]}
         * by default. It is written when the record is made and never on update.
         *
         * @param text the text
         * @return the new rule
         * @throws IllegalArgumentException if the text is blank
         */
        public CreateWhenNoMatch placeholder(String text) {
            if (text.isBlank()) {
                throw new IllegalArgumentException(
                        "Salesforce takes blank text for none. Give a text, or call withoutPlaceholder().");
            }
            return new CreateWhenNoMatch(mappings(), options.placeholder(text));
        }

        /**
         * Returns this rule, making no record when a required field has no value: the result says which one is missing,
         * and no write is sent.
         *
         * @return the new rule
         */
        public CreateWhenNoMatch withoutPlaceholder() {
            return new CreateWhenNoMatch(mappings(), options.placeholder(""));
        }

        /**
         * Returns this rule, not letting the org's assignment rules run on the records it makes. By default they run on
         * create, and never on update.
         *
         * @return the new rule
         */
        public CreateWhenNoMatch withoutAssignmentRules() {
            return new CreateWhenNoMatch(mappings(), options.assignmentRules(false));
        }

        /**
         * Returns this rule with a mapped field as the key of new records: a field that is <em>unique</em> in the org, an
         * external id. Records are found by it, after stored Ids and before e-mail; and since Salesforce takes no second record
         * with the same key, a create whose answer was lost is simply sent again. By default there is no key, and after a lost
         * answer the record is looked for instead. A lead without the key's value goes the default way.
         *
         * @param salesforceField the API name of a field that a field of the lead is mapped to
         * @return the new rule
         * @throws IllegalArgumentException if no field of the lead is mapped to it
         */
        public CreateWhenNoMatch keyedBy(String salesforceField) {
            FieldMapping key = mappings().stream()
                    .filter(mapping -> mapping.salesforceField().equalsIgnoreCase(salesforceField))
                    .filter(mapping -> mapping.leadField().isPresent())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No field of the lead is mapped to "
                            + salesforceField + ", so it cannot be a key. Map one to it first."));
            return new CreateWhenNoMatch(mappings(), options.key(key.salesforceField()));
        }

        /**
         * Returns the mapping whose field is the key of new records.
         *
         * @return the mapping, or empty if there is no key
         */
        public Optional<FieldMapping> key() {
            for (FieldMapping mapping : mappings()) {
                if (mapping.salesforceField().equals(options.key())) {
                    return Optional.of(mapping);
                }
            }
            return Optional.empty();
        }

        /**
         * Returns this rule with another way to deal with a duplicate rule of the org that refuses a new record; by default
         * it is reported.
         *
         * @param handling what happens then
         * @return the new rule
         */
        public CreateWhenNoMatch onDuplicate(DuplicateHandling handling) {
            return new CreateWhenNoMatch(mappings(), options.onDuplicate(handling));
        }

        /**
         * Returns what happens when a duplicate rule of the org refuses a new record.
         *
         * @return the handling
         */
        public DuplicateHandling duplicateHandling() {
            return options.onDuplicate();
        }

        /**
         * Tells whether no record is made when one of the other object matched.
         *
         * @return true if none is
         */
        public boolean isUnlessOtherObjectMatched() {
            return options.unlessOtherMatched();
        }

        /**
         * Returns the text for required fields without a value.
         *
         * @return the text, or empty if placeholders are off
         */
        public Optional<String> placeholderText() {
            return options.placeholder().isEmpty() ? Optional.empty() : Optional.of(options.placeholder());
        }

        /**
         * Tells whether the org's assignment rules run on the records this rule makes.
         *
         * @return true if they do
         */
        public boolean runsAssignmentRules() {
            return options.assignmentRules();
        }

        @Override
        public CreateWhenNoMatch map(String leadField, String salesforceField) {
            return map(FieldMapping.of(leadField, salesforceField));
        }

        @Override
        public CreateWhenNoMatch map(FieldMapping mapping) {
            return new CreateWhenNoMatch(MappingRows.plus(mappings(), mapping), options);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return super.equals(other) && other instanceof CreateWhenNoMatch rule && options.equals(rule.options);
        }

        @Override
        public int hashCode() {
            return 31 * super.hashCode() + options.hashCode();
        }
    }
}
