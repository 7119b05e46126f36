package com.spara.sf.testkit;

import com.spara.sf.testkit.oauth.OauthRequest;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.records.RowGate;
import com.spara.sf.testkit.records.SaveError;
import com.spara.sf.testkit.rest.Fault;
import com.spara.sf.testkit.rest.Gate;
import com.spara.sf.testkit.rest.PassedCall;
import com.spara.sf.testkit.rest.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Stands at the gates of an org: writes the ledger, and lets planned trouble happen as often as planned, in order. */
final class TroublePlan implements Gate, RowGate {
    private final CallLedger ledger;
    private final List<Trouble> planned = new ArrayList<>();

    TroublePlan(CallLedger ledger) {
        this.ledger = ledger;
    }

    synchronized void add(Trouble trouble) {
        planned.add(trouble);
    }

    synchronized List<Trouble> unmet() {
        return planned.stream().filter(Trouble::isUnmet).toList();
    }

    @Override
    public synchronized Optional<Fault> fault(Visit visit) {
        return meet(trouble -> trouble.matches(visit)).flatMap(Trouble::fault);
    }

    @Override
    public synchronized Optional<Fault> fault(OauthRequest request) {
        return meet(trouble -> trouble.matches(request)).flatMap(Trouble::fault);
    }

    @Override
    public synchronized Optional<SaveError> refusal(Row row, boolean isCreate) {
        return meet(trouble -> trouble.matches(row, isCreate)).map(trouble -> trouble.refusal(isCreate));
    }

    private Optional<Trouble> meet(Predicate<Trouble> matching) {
        planned.removeIf(Trouble::isOver);
        Optional<Trouble> met = planned.stream().filter(matching).findFirst();
        met.ifPresent(Trouble::happened);
        return met;
    }

    @Override
    public void passed(PassedCall call) {
        ledger.add(call);
    }
}
