package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.Connection;
import com.spara.sf.sync.PushResult;
import com.spara.sf.testkit.Call;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The samples of {@code docs/at-night.md}. */
class AtNightTest extends OnAcme {

    private final Connection acme = salesforce.connection("acme");

    @Test
    void theStateSaysWhatToDoAndWhereToRead() {
        String text = AtNight.state(acme);
        assertTrue(text.startsWith("NEVER_CONNECTED since "), text);
        assertTrue(text.endsWith("See docs/reasons/NEVER_CONNECTED.md"), text);
    }

    @Test
    void withoutAResultAPlanSaysItAndWritesNothing() {
        connect();
        String text = AtNight.whatAPushWouldDo(acme.sync(settings), ada);
        assertTrue(text.contains("Company"), text);
        org.expect().records("Lead", 0);
    }

    @Test
    void whoIsReachedSaysItsUserTheCallsAndWhatIsMissing() {
        connect();
        org.rights().hides("Lead", "Company");
        String text = AtNight.reached(acme, settings);
        assertTrue(text.startsWith("Reached as " + org.user() + ", API calls: "), text);
        assertTrue(text.contains("Lead.Company"), text);
    }

    @Test
    void anOutageIsSeenByWhoAsksThoughTheStateIsConnected() {
        connect();
        org.next(Call.any()).isNeverSent().always();
        assertTrue(AtNight.state(acme).startsWith("CONNECTED since "));
        String text = AtNight.reached(acme, settings);
        assertTrue(text.startsWith("OrgUnreachableException: "), text);
        assertTrue(AtNight.state(acme).startsWith("CONNECTED since "));
    }

    @Test
    void aTokenThatWasNeverTriedIsConnectedUntilSomebodyAsks() {
        Connection stale = salesforce.connect(org.url(), AccessToken.of("00D000000000001!stale"));
        assertTrue(AtNight.state(stale).startsWith("CONNECTED since "));
        String text = AtNight.reached(stale, settings);
        assertTrue(text.startsWith("ReconnectionRequiredException: "), text);
        assertTrue(AtNight.state(stale).startsWith("RECONNECTION_REQUIRED since "));
    }

    @Test
    void theDaysLimitIsNamed() {
        connect();
        org.limits().useUpCalls();
        String text = AtNight.reached(acme, settings);
        assertTrue(text.startsWith("LimitReachedException: "), text);
    }

    @Test
    void onePageIsCutOutOfTheFileInTheJar() {
        String command = Page.of("at-night.md").blocks("sh").get(0);
        assertTrue(command.contains("sed -n '/^# TOO_LONG$/,/^# /p'"), command);
        assertTrue(Page.of("reasons/TOO_LONG.md").text().startsWith("# TOO_LONG\n"));
    }

    @Test
    void ticketsAndBundlesHoldNoData() {
        connect();
        PushResult result = acme.sync(settings).push(ada);
        Stream.of(AtNight.ticket(result), AtNight.ticketForPrograms(result), AtNight.bundle(acme, settings))
                .forEach(text -> {
                    assertFalse(text.contains("ada@example.com") || text.contains("\"Acme\""), text);
                    assertTrue(text.contains("Company"), text);
                });
    }
}
