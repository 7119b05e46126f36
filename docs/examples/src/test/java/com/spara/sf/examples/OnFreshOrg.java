package com.spara.sf.examples;

import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeOrg;
import org.junit.jupiter.api.Timeout;

/** A fresh fake org for each test, connected by a token. */
@Timeout(60)
abstract class OnFreshOrg {

    final FakeOrg org = FakeOrg.create();

    final SalesforceSync sync(SyncSettings settings) {
        return Salesforce.over(org.transport())
                .withClock(org.clock())
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(settings);
    }
}
