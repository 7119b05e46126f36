package com.spara.sf.client;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.Connection;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeOrg;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;

/** A host with a fresh fake org for each test. */
@Timeout(60)
abstract class OnFakeOrg {

    static final String ADA = "ada@example.com";

    final FakeOrg org = FakeOrg.create();

    /** Waiting lets the org's clock go on. */
    final Connection connection = Salesforce.over(org.transport())
            .withClock(org.clock())
            .withSleeper(time -> org.clock().advance(time))
            .connect(org.url(), AccessToken.of(org.token()));

    /** Both objects are updated and created, with a few mappings. */
    final SyncSettings both = SyncSettings.standard()
            .leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map("last_name", "LastName")
                    .map("company", "Company")
                    .map("phone", "Phone"))
            .contacts(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map("last_name", "LastName")
                    .map("phone", "Phone"));

    final Lead ada = Lead.of(ADA).with("last_name", "Lovelace").with("company", "Acme");

    SalesforceSync sync(SyncSettings settings) {
        return connection.sync(settings);
    }

    PushResult push(Lead lead) {
        return sync(both).push(lead);
    }

    RecordId addLead(String email) {
        return org.add("Lead", "LastName", "Lovelace", "Company", "Acme", "Email", email);
    }

    RecordId addContact(String email) {
        return org.add("Contact", "LastName", "Lovelace", "Email", email);
    }

    /** Lets the org's clock go on, so that what is added next is more recent. */
    void later() {
        org.clock().advance(Duration.ofMinutes(1));
    }
}
