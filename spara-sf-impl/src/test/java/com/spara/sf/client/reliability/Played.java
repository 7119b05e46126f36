package com.spara.sf.client.reliability;

import com.spara.sf.Lead;
import com.spara.sf.SalesforceException;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.testkit.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An operation that met a fault, and what came of it. */
final class Played {

    final Host host = new Host();
    final Operation operation;
    final Told told = new Told();
    final List<Trouble> unmet = new ArrayList<>();
    private final String fault;
    private Duration time = Duration.ZERO;

    Played(Operation operation, String fault) {
        this.operation = operation;
        this.fault = fault;
        host.warm();
        Operation.Deed deed = operation.begin(host);
        if (Faults.isMeanwhile(fault)) {
            host.beforeTheWrite(() -> Faults.happen(fault, host));
            run(deed);
        } else {
            Trouble trouble = Faults.plan(fault, host.org, operation);
            run(deed);
            trouble.stops();
        }
    }

    private void run(Operation.Deed deed) {
        host.startCounting();
        Instant start = host.org.clock().instant();
        try {
            deed.run(told);
        } catch (SalesforceException thrown) {
            told.take(thrown);
        }
        time = Duration.between(start, host.org.clock().instant());
        unmet.addAll(host.org.unmetTrouble());
    }

    /** What the caller was told, and how many requests went out. */
    String text() {
        return told.text() + " " + host.sends();
    }

    /** Whether the lead's record is there and holds what was pushed. */
    boolean isWritten(Lead lead) {
        String field = operation.field();
        return host.leadsOf(lead).stream()
                .anyMatch(record ->
                        lead.text(field.toLowerCase(Locale.ROOT)).equals(Optional.ofNullable(record.text(field))));
    }

    /** How the connection of the operation stands. */
    ConnectionState state() {
        return operation.connection(host).state();
    }

    /** How long it took by the org's clock. */
    Duration time() {
        return time;
    }

    /** The connection at a time when nothing of this can be under way any more. */
    Connection later() {
        return host.later(fault.equals("403 daily limit"));
    }

    /** Whether somebody else had a hand in the record, so that it need not hold what was pushed. */
    boolean isMeanwhile() {
        return Faults.isMeanwhile(fault);
    }
}
