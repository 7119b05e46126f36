package com.spara.sf.examples;

import com.spara.sf.LeadField;
import com.spara.sf.client.SettingsJson;
import com.spara.sf.settings.DuplicateHandling;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;

/** Rows of the data model sync, one for each thing that a row can say. */
final class Mappings {

    private Mappings() {}

    // region map leads
    static PushRule.CreateWhenNoMatch leads() {
        return PushRule.updateExisting()
                .createWhenNoMatch()
                .map("first_name", "FirstName") // whatever Salesforce holds
                .map("last_name", "LastName")
                .map("company", "Company")
                .map(FieldMapping.of("phone", "Phone").onlyIfEmpty())
                .map(FieldMapping.of("job_title", "Title").cutToFit())
                .map(FieldMapping.constant("Chat", "LeadSource").onCreateOnly())
                .map("conversation", "Chat_Transcript__c");
    }
    // endregion

    // region map contacts
    static PushRule.CreateWhenNoMatch contacts() {
        return PushRule.updateExisting()
                .createWhenNoMatch()
                .map("last_name", "LastName")
                .map(FieldMapping.of(LeadField.SALESFORCE_ACCOUNT_ID, "AccountId")
                        .onCreateOnly());
    }
    // endregion

    // region say how records are made
    static PushRule careful() {
        return leads().placeholder("(unknown)")
                .unlessOtherObjectMatched()
                .withoutAssignmentRules()
                .onDuplicate(DuplicateHandling.USE_EXISTING);
    }
    // endregion

    // region keep settings as text
    static SyncSettings storedAndRead(SyncSettings settings) {
        String json = SettingsJson.write(settings);
        return SettingsJson.read(json);
    }
    // endregion
}
