package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.junit.FakeOrgExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The samples of {@code docs/testing-your-host.md}. */
@Timeout(60)
// region a host's test
class SignUpTest {

    @RegisterExtension
    final FakeOrgExtension org = FakeOrgExtension.create();

    private SignUp signUp() {
        return new SignUp(Salesforce.over(org.transport())
                .withClock(org.org().clock())
                .withSleeper(time -> org.org().clock().advance(time))
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(SignUp.SETTINGS));
    }

    @Test
    void whoRegistersIsALead() {
        assertTrue(signUp().register("ada@example.com", "Acme"));
        assertEquals("Acme", org.only("Lead").text("Company"));
    }

    @Test
    void aLostAnswerNeverMakesTheLeadTwice() {
        org.next(Call.create("Lead")).losesItsAnswerAfterCommit();
        assertTrue(signUp().register("ada@example.com", "Acme"));
        org.org().expect().records("Lead", 1);
    }

    @Test
    void aRefusalIsSaidAndHarmsNothing() {
        org.next(Call.create("Lead")).refuses("FIELD_CUSTOM_VALIDATION_EXCEPTION", "Ask the owner first.");
        assertFalse(signUp().register("ada@example.com", "Acme"));
        org.org().expect().records("Lead", 0);
    }

    @Test
    void aKnownPersonCostsOneCallIfNothingIsNew() {
        RecordId ada = org.org().lead("ada@example.com", "LastName", "Lovelace", "Company", "Acme");
        assertTrue(signUp().register("ada@example.com", "Acme"));
        org.org().expect().apiCalls(1).value(ada, "LastName", "Lovelace");
    }
}
// endregion
