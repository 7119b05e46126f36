package com.spara.sf.settings;

/**
 * What a push rule says about creating.
 *
 * @param placeholder the text for required fields without a value; empty for none
 * @param unlessOtherMatched whether no record is made when one of the other object matched
 * @param assignmentRules whether the org's assignment rules run
 * @param onDuplicate what happens when a duplicate rule refuses a record
 * @param key the field that is the key of new records; empty for none
 */
record CreateOptions(
        String placeholder,
        boolean unlessOtherMatched,
        boolean assignmentRules,
        DuplicateHandling onDuplicate,
        String key) {

    static CreateOptions standard() {
        return new CreateOptions("[not provided]", false, true, DuplicateHandling.REPORT, "");
    }

    CreateOptions placeholder(String text) {
        return new CreateOptions(text, unlessOtherMatched, assignmentRules, onDuplicate, key);
    }

    CreateOptions unlessOtherMatched(boolean is) {
        return new CreateOptions(placeholder, is, assignmentRules, onDuplicate, key);
    }

    CreateOptions assignmentRules(boolean run) {
        return new CreateOptions(placeholder, unlessOtherMatched, run, onDuplicate, key);
    }

    CreateOptions onDuplicate(DuplicateHandling handling) {
        return new CreateOptions(placeholder, unlessOtherMatched, assignmentRules, handling, key);
    }

    CreateOptions key(String salesforceField) {
        return new CreateOptions(placeholder, unlessOtherMatched, assignmentRules, onDuplicate, salesforceField);
    }
}
