package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.connect.Connection;
import com.spara.sf.sync.PushResult;
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
    void theUserIsTheOneWhoConnectedTheOrg() {
        connect();
        assertEquals(org.user(), AtNight.user(acme, settings));
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
