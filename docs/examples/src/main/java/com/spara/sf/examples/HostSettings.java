package com.spara.sf.examples;

import com.spara.sf.client.Plugins;
import com.spara.sf.client.SettingsJson;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Matcher;

/** Where a host adds its own plug-ins: one line each, in code or by name. */
final class HostSettings {

    private HostSettings() {}

    static SyncSettings inCode() {
        // region add each in one line
        SyncSettings settings = SyncSettings.standard()
                .matching(Matching.standard()
                        .before(Matcher.EMAIL, Matchers.BY_CUSTOMER_NUMBER)
                        .last(Matchers.BY_ACCOUNT_AND_NAME))
                .enrich(Enrichers.OPEN_OPPORTUNITIES)
                .enrich(Enrichers.LATEST_CAMPAIGN)
                .leads(PushRule.updateExisting()
                        .createWhenNoMatch()
                        .map("customer_number", "Customer_No__c")
                        .map(FieldMapping.of("note", "Description").by(WriteRules.APPEND_WITH_DATE))
                        .map(FieldMapping.of("score", "Score__c").by(WriteRules.NEVER_LOWER)));
        // endregion
        return settings;
    }

    static SyncSettings byName(String json) {
        // region make the names known
        Plugins plugins = Plugins.none()
                .with(Matchers.BY_CUSTOMER_NUMBER)
                .with(Matchers.BY_ACCOUNT_AND_NAME)
                .with(Enrichers.OPEN_OPPORTUNITIES)
                .with(Enrichers.LATEST_CAMPAIGN)
                .with(WriteRules.APPEND_WITH_DATE)
                .with(WriteRules.NEVER_LOWER);
        SyncSettings settings = SettingsJson.read(json, plugins);
        // endregion
        return settings;
    }
}
