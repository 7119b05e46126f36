package com.spara.sf.testkit;

import com.spara.sf.testkit.oauth.OauthRequest;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.records.RowGate;
import com.spara.sf.testkit.records.SaveError;
import com.spara.sf.testkit.rest.Fault;
import com.spara.sf.testkit.rest.Gate;
import com.spara.sf.testkit.rest.PassedCall;
import com.spara.sf.testkit.rest.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Stands at the gates of an org: writes the ledger, and lets planned trouble happen as often as planned, in order. */
final class TroublePlan implements Gate, RowGate {
    private final CallLedger ledger;
    private final OrgClock clock;
    private final List<Trouble> planned = new ArrayList<>();
    private final List<MetTrouble> met = new ArrayList<>();
    private volatile boolean quiet;

    TroublePlan(CallLedger ledger, OrgClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    synchronized Trouble add(Trouble trouble) {
        planned.removeIf(earlier -> earlier.planned().isOver());
        planned.add(trouble);
        return trouble;
    }

    synchronized List<Trouble> unmet() {
        return planned.stream().filter(trouble -> trouble.planned().isUnmet()).toList();
    }

    synchronized List<MetTrouble> met() {
        return List.copyOf(met);
    }

    @Override
    public synchronized Optional<Fault> fault(Visit visit) {
        return meet(trouble -> trouble.matches(visit), visit.toString()).map(PlannedTrouble::fault);
    }

    @Override
    public synchronized Optional<Fault> fault(OauthRequest request) {
        return meet(trouble -> trouble.matches(request), request.toString()).map(PlannedTrouble::fault);
    }

    @Override
    public synchronized Optional<SaveError> refusal(Row row, boolean isCreate) {
        String record = isCreate ? "a create of " + row.type().name() : "an update of " + row.id();
        return meet(trouble -> trouble.matches(row, isCreate), record).map(trouble -> trouble.refusal(isCreate));
    }

    private Optional<PlannedTrouble> meet(Predicate<PlannedTrouble> matching, String call) {
        if (quiet) {
            return Optional.empty();
        }
        Optional<Trouble> happening = planned.stream()
                .filter(trouble -> matching.test(trouble.planned()))
                .filter(trouble -> trouble.planned().happens())
                .findFirst();
        happening.ifPresent(trouble -> met.add(new MetTrouble(trouble, call)));
        return happening.map(Trouble::planned);
    }

    @Override
    public void passed(PassedCall call) {
        ledger.add(call);
    }

    @Override
    public void late(Instant arrived, Runnable work) {
        quiet = true;
        try {
            clock.at(arrived, work);
        } finally {
            quiet = false;
        }
    }
}
