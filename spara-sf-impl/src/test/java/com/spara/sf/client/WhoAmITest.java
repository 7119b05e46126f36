package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.ReasonCode;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.CallReport;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.connect.WhoAmI;
import com.spara.sf.connect.WhoAmI.Fact;
import com.spara.sf.connect.WhoAmI.Right;
import com.spara.sf.sync.Problem;
import com.spara.sf.sync.Problem.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a settings page shows of a connection, with the words to tell the admin. */
class WhoAmITest extends OnConnectedOrg {

    @Test
    void theUserAndTheOrgAreNamedInOneCall() {
        connect();
        WhoAmI who = acme.whoAmI(settings);
        assertEquals("Org Admin", who.text(Fact.USER_NAME).orElseThrow());
        assertEquals("admin@acme.example", who.text(Fact.USERNAME).orElseThrow());
        assertEquals("acme", who.text(Fact.ORGANIZATION_NAME).orElseThrow());
        assertEquals(org.user(), who.userId());
        assertEquals(acme.state().organizationId().orElseThrow(), who.organizationId());
        assertEquals(1, org.calls().count());
    }

    @Test
    void ofATokenThatWasGivenTheUserIsAskedForFirst() {
        WhoAmI who = salesforce.connect(org.url(), AccessToken.of(org.token())).whoAmI(settings);
        assertEquals(org.user(), who.userId());
        assertEquals(2, org.calls().count());
    }

    @Test
    void theCallThatAsksForTheUserHasANameForOperators() {
        List<String> resources = new ArrayList<>();
        Salesforce heard = Salesforce.over(org.transport()).withListener(new SalesforceListener() {
            @Override
            public void called(String connection, CallReport report) {
                resources.add(report.resource());
            }
        });
        heard.connect(org.url(), AccessToken.of(org.token())).whoAmI(settings);
        assertEquals(List.of("identity", "composite"), resources);
    }

    @Test
    void anAdministratorMayDoEverything() {
        connect();
        WhoAmI who = acme.whoAmI(settings);
        for (String object : List.of("Lead", "Contact")) {
            assertTrue(who.may(Right.READ, object) && who.may(Right.CREATE, object) && who.may(Right.EDIT, object));
        }
        assertTrue(who.may(Right.READ, "Account"));
        assertEquals(List.of(), who.problems());
    }

    @Test
    void whatIsMissingIsSaidInWordsForTheAdmin() {
        connect();
        org.rights().noAccessTo("Account");
        org.rights().hides("Lead", "Company");
        WhoAmI who = acme.whoAmI(settings);
        assertFalse(who.may(Right.READ, "Account"));
        Problem first = who.problems().get(0);
        assertEquals(Severity.ERROR, first.severity());
        assertEquals("Company", first.field().orElseThrow());
        assertTrue(
                who.problems().stream()
                        .anyMatch(problem -> problem.object().equals("Account")
                                && problem.reason().is(ReasonCode.NO_RIGHT)),
                who.problems().toString());
    }

    @Test
    void whoIsNotConnectedCannotBeAsked() {
        assertThrows(ReconnectionRequiredException.class, () -> acme.whoAmI(settings));
    }

    @Test
    void peoplesDataIsNotInItsText() {
        connect();
        String shown = acme.whoAmI(settings).toString();
        assertFalse(shown.contains("admin") || shown.contains("Org Admin"), shown);
    }
}
