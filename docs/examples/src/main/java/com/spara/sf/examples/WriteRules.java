package com.spara.sf.examples;

import com.spara.sf.spi.Write;
import com.spara.sf.spi.WriteRule;

/** Two further ways to decide what is written into a field. */
final class WriteRules {

    // region append with the date
    /** Adds the lead's text as a dated line to what Salesforce holds, unless it is in there already. */
    static final WriteRule APPEND_WITH_DATE = WriteRule.named("append with the date", field -> {
        String text = field.hostText().strip();
        String line = field.today() + ": " + text;
        if (field.salesforceText().contains(text)) {
            return Write.leave("There is nothing new to append.");
        }
        return Write.value(field.isSalesforceEmpty() ? line : field.salesforceText() + "\n" + line)
                .ifUnchanged();
    });
    // endregion

    // region never lower a score
    /** Writes the lead's score only if it is higher than the one that Salesforce holds. */
    static final WriteRule NEVER_LOWER = WriteRule.named(
            "never lower",
            field -> field.isClearing()
                            || !field.isSalesforceEmpty() && field.hostNumber().compareTo(field.salesforceNumber()) <= 0
                    ? Write.leave("The new score is not higher.")
                    : Write.value(field.hostNumber()).ifUnchanged());
    // endregion

    private WriteRules() {}
}
