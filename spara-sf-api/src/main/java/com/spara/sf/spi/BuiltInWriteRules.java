package com.spara.sf.spi;

import com.spara.sf.ReasonCode;

/** The decisions of the contract's write rules, written as a host would write its own. */
final class BuiltInWriteRules {

    private static final Write NOT_EMPTY =
            Write.leave(ReasonCode.NOT_EMPTY, "Salesforce has a value, and the rule writes only if empty.");

    private BuiltInWriteRules() {}

    static Write onlyIfEmpty(FieldToWrite field) {
        if (field.isCreating()) {
            return field.hostWrite();
        }
        if (!field.isSalesforceEmpty()) {
            return NOT_EMPTY;
        }
        return field.hostWrite().ifUnchanged();
    }

    static Write onCreateOnly(FieldToWrite field) {
        if (!field.isCreating()) {
            return Write.leave(ReasonCode.ON_CREATE_ONLY, "The rule writes when the record is made, never on update.");
        }
        return field.hostWrite();
    }
}
