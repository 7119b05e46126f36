package com.spara.sf.testkit;

import com.spara.sf.testkit.oauth.OauthRequest;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.records.SaveError;
import com.spara.sf.testkit.rest.Fault;
import com.spara.sf.testkit.rest.Visit;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One trouble on the plan: for which call, what goes wrong, how often, and how often it happened. Thread-safe. */
final class PlannedTrouble {
    private static final Set<String> ABOUT_TARGET =
            Set.of("ENTITY_IS_DELETED", "INVALID_CROSS_REFERENCE_KEY", "NOT_FOUND");

    private final Call call;
    private @Nullable Fault fault;
    private int wanted = 1;
    private int spared;
    private int met;

    PlannedTrouble(Call call) {
        this.call = call;
    }

    synchronized void plan(Fault planned) {
        if (fault != null) {
            throw new IllegalStateException(
                    "one trouble goes wrong in one way; ask for another with org.next(...), after: " + this);
        }
        if (call.picksRows() && !(planned instanceof Fault.Refusal)) {
            throw new IllegalStateException(
                    "where(...) picks a record, which can only be refused; leave it away, or use refuses(...)");
        }
        if (planned instanceof Fault.Refusal || planned instanceof Fault.LateCommit || planned instanceof Fault.Event) {
            requireData(planned.toString());
        }
        fault = planned;
    }

    /** Throws when the call is one for logging in, for which there is no such trouble. */
    void requireData(String what) {
        if (call.isLogin()) {
            throw new IllegalStateException(call + " is a call for logging in, which never " + what
                    + "; use refusesLogin(...), or a call for data such as Call.any()");
        }
    }

    /** Throws when the call is one for data. */
    void requireLogin() {
        if (!call.isLogin()) {
            throw new IllegalStateException(call + " is a call for data; use refuses(...), or Call.token()");
        }
    }

    /** Makes another answer of the one that was planned. */
    synchronized void replan(String what, UnaryOperator<Fault.Answer> change) {
        if (!(fault instanceof Fault.Answer answer)) {
            throw new IllegalStateException(what + " is about a planned answer; call answers(...) before it");
        }
        fault = change.apply(answer);
    }

    synchronized void wants(int number) {
        wanted = number;
    }

    synchronized void spares(int number) {
        spared = number;
    }

    synchronized void stop() {
        wanted = met;
    }

    /** Whether all of it has happened. */
    synchronized boolean isOver() {
        return met >= wanted;
    }

    /** Whether it was planned for certain and has not happened. */
    synchronized boolean isUnmet() {
        return !isOver() && (wanted < Integer.MAX_VALUE || met == 0);
    }

    synchronized boolean matches(Visit visit) {
        return fault != null && !isForRows() && !isOver() && call.matches(visit);
    }

    synchronized boolean matches(OauthRequest request) {
        return fault != null && !isOver() && call.matches(request);
    }

    synchronized boolean matches(Row row, boolean isCreate) {
        return isForRows() && !isOver() && call.matches(row, isCreate);
    }

    /** Whether it happens to the call that matches, which counts as met then, or lets it go by. */
    synchronized boolean happens() {
        if (spared > 0) {
            spared--;
            return false;
        }
        met++;
        return true;
    }

    private boolean isForRows() {
        return call.isOfRows() && fault instanceof Fault.Refusal;
    }

    synchronized Fault fault() {
        if (fault == null) {
            throw new IllegalStateException("it was not said what goes wrong: " + this);
        }
        return fault;
    }

    /** How a record is refused; trouble with the record that an update names is not trouble with a field. */
    SaveError refusal(boolean isCreate) {
        if (!(fault() instanceof Fault.Refusal refusal)) {
            throw new IllegalStateException("a record met trouble that refuses nothing: " + this);
        }
        boolean target = !isCreate && refusal.fields().isEmpty() && ABOUT_TARGET.contains(refusal.code());
        return target
                ? SaveError.aboutTarget(refusal.code(), refusal.message())
                : SaveError.of(refusal.code(), refusal.message(), refusal.fields());
    }

    @Override
    public synchronized String toString() {
        String what = fault == null ? "it was not said what goes wrong" : fault.toString();
        return "next " + call + ": " + what + often();
    }

    private String often() {
        if (wanted == Integer.MAX_VALUE) {
            return ", always";
        }
        return wanted == 1 ? "" : ", " + wanted + " times, of which " + met + " happened";
    }
}
