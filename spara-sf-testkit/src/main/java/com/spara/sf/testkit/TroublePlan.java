package com.spara.sf.testkit;

import com.spara.sf.testkit.rest.Fault;
import com.spara.sf.testkit.rest.Gate;
import com.spara.sf.testkit.rest.PassedCall;
import com.spara.sf.testkit.rest.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stands at the gate of an org: writes the ledger, and lets planned trouble happen once, in order. */
final class TroublePlan implements Gate {
    private final CallLedger ledger;
    private final List<Trouble> planned = new ArrayList<>();

    TroublePlan(CallLedger ledger) {
        this.ledger = ledger;
    }

    synchronized void add(Trouble trouble) {
        planned.add(trouble);
    }

    synchronized List<Trouble> unmet() {
        return List.copyOf(planned);
    }

    @Override
    public synchronized Optional<Fault> fault(Visit visit) {
        Optional<Trouble> met =
                planned.stream().filter(trouble -> trouble.matches(visit)).findFirst();
        met.ifPresent(planned::remove);
        return met.map(Trouble::fault);
    }

    @Override
    public void passed(PassedCall call) {
        ledger.add(call);
    }
}
