package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.Spoiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sample of {@code docs/fake-org-trouble.md}. */
@Timeout(60)
class FakeOrgTroubleTest {

    private final FakeOrg org = FakeOrg.create();

    private final SalesforceSync sync = Salesforce.over(org.transport())
            .withClock(org.clock())
            .withSleeper(time -> org.clock().advance(time))
            .connect(org.url(), AccessToken.of(org.token()))
            .sync(SyncSettings.standard()
                    .leads(PushRule.updateExisting().createWhenNoMatch().map("company", "Company")));

    @Test
    void whateverGoesWrongNothingIsDoubledAndNothingIsLost() {
        RecordId ada = org.add("Lead", "LastName", "Lovelace", "Company", "Acme", "Email", "ada@example.com");
        // region three kinds of trouble
        org.next(Call.create("Lead")).losesItsAnswerAfterCommit();
        org.next(Call.update("Lead").row(ada)).refuses("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access");
        org.next(Call.query()).spoilsItsAnswer(Spoiled.BROKEN_UTF_8).after(2);
        // endregion
        sync.push(Lead.of("grace@example.com").with("company", "Navy"));
        sync.push(Lead.of("ada@example.com").with("company", "Globex"));
        assertEquals(2, org.records("Lead").size());
        assertEquals("Globex", org.record(ada).text("Company"));
        assertEquals(3, org.metTrouble().size());
    }
}
