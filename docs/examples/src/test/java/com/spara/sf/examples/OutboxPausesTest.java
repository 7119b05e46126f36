package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.connect.Connection;
import com.spara.sf.sync.PushOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample of {@code docs/outbox.md} where access is gone. */
class OutboxPausesTest extends OnAcme {

    @ParameterizedTest
    @EnumSource
    void inReconnectionRequiredItMakesNoCallAndGoesOnByItselfAfterwards(OutboxDatabase kind) throws SQLException {
        OutboxHost.fields(org);
        DataSource database = OutboxDatabase.source(kind.url());
        Connection acme = salesforce.connection("acme");
        OutboxHost leads = new OutboxHost(database, "acme");
        Outbox outbox = new Outbox(
                database,
                acme,
                leads,
                new Outbox.Settings(OutboxHost.SETTINGS, PushOptions.standard(), Duration.ofMinutes(15)));
        leads.change(List.of("ada", "bob"));
        connect();
        revoke();
        assertEquals(Duration.ofMinutes(1), outbox.push());
        assertTrue(acme.state().isReconnectionRequired());
        int before = org.calls().count();
        assertEquals(Duration.ofMinutes(1), outbox.push());
        assertEquals(before, org.calls().count());
        assertEquals(2, leads.waiting());
        connect();
        outbox.push();
        assertEquals(leads.states(), OutboxHost.pushed(org));
    }
}
