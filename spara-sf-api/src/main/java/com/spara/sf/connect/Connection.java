package com.spara.sf.connect;

import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.SalesforceSync;
import java.net.URI;

/**
 * One connected org. A handle without state of its own; safe for use by many threads, and there is nothing to close.
 */
public interface Connection {

    /**
     * Returns a sync of this org by these settings.
     *
     * @param settings what is written where
     * @return the sync
     */
    SalesforceSync sync(SyncSettings settings);

    /**
     * Returns the org's own address.
     *
     * @return the address, for example {@code https://acme.my.salesforce.com}
     */
    URI url();
}
