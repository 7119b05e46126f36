package com.spara.sf.examples;

import com.spara.sf.Lead;
import com.spara.sf.client.Salesforce;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushBatch;
import java.util.List;

/** A customer of the host. */
record Tenant(String id, SyncSettings settings, List<Lead> waiting) {

    // region work for many tenants
    /** Pushes what waits for each tenant. Returns how many leads could not be sent. */
    static int pushAll(Salesforce salesforce, List<Tenant> tenants) {
        return tenants.parallelStream()
                .map(tenant -> salesforce
                        .connection(tenant.id())
                        .sync(tenant.settings())
                        .pushAll(tenant.waiting()))
                .map(PushBatch::neverSent)
                .mapToInt(List::size)
                .sum();
    }
    // endregion
}
