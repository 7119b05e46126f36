package com.spara.sf.examples;

import com.spara.sf.client.Plugins;
import com.spara.sf.client.Salesforce;
import com.spara.sf.client.SettingsJson;
import com.spara.sf.connect.ApiUsage;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.sync.SalesforceSync;
import java.util.Map;
import java.util.Optional;

/** Many customers, each with an org and settings of its own; the settings are JSON in the host's database. */
record Tenants(Salesforce salesforce, Plugins plugins, Map<String, String> settings) {

    // region a tenant's sync
    /** A handle: cheap, keeps nothing, may be thrown away. */
    SalesforceSync sync(String tenant) {
        String json = settings.getOrDefault(tenant, "{\"version\": 1}");
        return salesforce.connection(tenant).sync(SettingsJson.read(json, plugins));
    }
    // endregion

    // region leave calls to others
    /** A tenth of the org's daily calls stays for the customer's other integrations; nothing is known before the first call. */
    PushOptions sparing(String tenant) {
        Optional<ApiUsage> usage = salesforce.connection(tenant).usage();
        return PushOptions.standard().reserving(usage.map(ApiUsage::allowed).orElse(0L) / 10);
    }
    // endregion
}
