package com.spara.sf.examples;

import com.spara.sf.Lead;
import com.spara.sf.client.Salesforce;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushBatch;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A customer of the host; those of its leads that could not be sent are handed back to it. */
record Tenant(String id, SyncSettings settings, List<Lead> waiting, Consumer<Lead> again) {

    // region work for many tenants
    /** Pushes what waits for each tenant, each in a thread of the pool. */
    static void pushAll(Salesforce salesforce, Collection<Tenant> tenants, Executor pool) {
        for (Tenant tenant : tenants) {
            pool.execute(() -> {
                PushBatch batch = salesforce
                        .connection(tenant.id())
                        .sync(tenant.settings())
                        .pushAll(tenant.waiting());
                batch.neverSent().forEach(tenant.again());
            });
        }
    }
    // endregion
}
