package com.spara.sf.examples;

import com.spara.sf.Lead;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.Credentials;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.connect.WebApp;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.TokenStore;
import com.spara.sf.sync.PushResult;
import java.time.Duration;
import java.util.function.Function;

/** What a host has to make, and what it injects. */
final class Wiring {

    private Wiring() {}

    // region the one object that is made
    /** One client for all customers. Its only threads are daemons of the JDK's HTTP client, and there is nothing to close. */
    static Salesforce salesforce(WebApp app, TokenStore tokens, SalesforceListener listener) {
        return Salesforce.create()
                .withApp(app)
                .withTokenStore(tokens)
                .withListener(listener)
                .withDeadline(Duration.ofSeconds(30));
    }
    // endregion

    // region what the host injects
    /** The host's own door to Salesforce; the second part knows each tenant's settings. */
    record LeadSync(Salesforce salesforce, Function<String, SyncSettings> settings) {

        PushResult push(String tenant, Lead lead) {
            return salesforce.connection(tenant).sync(settings.apply(tenant)).push(lead);
        }
    }
    // endregion

    // region own org
    /** One org, and credentials of the host's own: nobody logs in, and no app or token store is needed. */
    static Connection ownOrg(String url, Credentials credentials) {
        return Salesforce.create().withDeadline(Duration.ofSeconds(30)).connect(url, credentials);
    }

    /** The door to that org. */
    record OwnOrgSync(Connection connection, SyncSettings settings) {

        PushResult push(Lead lead) {
            return connection.sync(settings).push(lead);
        }
    }
    // endregion
}
