package com.spara.sf.examples;

import com.spara.sf.Lead;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.SalesforceSync;

// region the code that is tested
/** A host's sign-up: whoever registers becomes a Lead. */
record SignUp(SalesforceSync salesforce) {

    static final SyncSettings SETTINGS = SyncSettings.standard()
            .leads(PushRule.updateExisting().createWhenNoMatch().map("company", "Company"));

    /** Returns whether the person is a Lead now. */
    boolean register(String email, String company) {
        Outcome outcome =
                salesforce.push(Lead.of(email).with("company", company)).lead().outcome();
        return outcome != Outcome.FAILED && outcome != Outcome.UNKNOWN;
    }
}
// endregion
