package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeField;
import com.spara.sf.testkit.FakeOrg;
import org.junit.jupiter.api.Test;

/** The sample of {@code docs/fake-org.md}. */
class FakeOrgSampleTest {

    @Test
    void aLeadIsConvertedAndTheOrgIsWhatIsExpected() {
        // region a fake org
        FakeOrg org = FakeOrg.create();
        RecordId inbound = org.queue("Inbound leads");
        org.addField("Lead", FakeField.text("Chat_Id__c", 40).externalId());
        RecordId ada = org.lead("ada@example.com", "LastName", "Lovelace", "OwnerId", inbound);
        org.next(Call.create("Lead")).losesItsAnswerAfterCommit();
        org.update(ada, "OwnerId", org.user(), "Chat_Id__c", "c-1");
        org.convert(ada);
        org.expect().records("Contact", 1).value(ada, "Status", "Closed - Converted");
        // endregion
        assertEquals(1, org.unmetTrouble().size());
    }
}
