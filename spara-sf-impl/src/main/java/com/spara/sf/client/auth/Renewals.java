package com.spara.sf.client.auth;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.Deadline;
import com.spara.sf.client.rest.Fault;
import com.spara.sf.client.rest.RetryPolicy;
import com.spara.sf.connect.ConnectionState;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Asks for tokens of one connection, again after a pause where that is safe, and ends the connection where Salesforce refuses
 * for good. Used by one thread at a time, but for {@link #isJustGiven}.
 */
final class Renewals {

    private static final int MOST_TRIES = 4;
    private static final Duration JUST = Duration.ofMinutes(1);
    private static final Duration AFTER_TOO_MANY = Duration.ofMinutes(5);

    private final ConnectionStore store;
    private final Renewal renewal;
    private final Accesses.Seams seams;
    private volatile Instant notBefore = Instant.MIN;
    private volatile Given lastGiven = new Given("", Instant.EPOCH);

    /** A token that came, and when. */
    private record Given(String token, Instant at) {
        @Override
        public String toString() {
            return "Given[" + at + "]";
        }
    }

    Renewals(ConnectionStore store, Renewal renewal, Accesses.Seams seams) {
        this.store = store;
        this.renewal = renewal;
        this.seams = seams;
    }

    /** Whether credentials are there that nobody has tried yet. */
    boolean isUntried(ConnectionRecord record) {
        return renewal.isUnattended() && record.state().status() == ConnectionState.Status.NEVER_CONNECTED;
    }

    /** Whether a token was given to this very client a moment ago, so that a refusal is no expiry. */
    boolean isJustGiven(String token) {
        Given last = lastGiven;
        return last.token().equals(token) && now().isBefore(last.at().plus(JUST));
    }

    /**
     * The connection with another token, or ended; throws {@link CallFailure} if neither came about, and
     * {@link OutOfTimeException} if nobody waits long enough.
     */
    ConnectionRecord renew(ConnectionRecord stored, Supplier<Deadline> limit) {
        requireNotTooMany();
        ConnectionRecord record = stored;
        for (int attempt = 1; ; attempt++) {
            try {
                return given(renewal.renew(record, new Renewal.Errand(store::save, limit)), stored);
            } catch (OauthFailure failed) {
                if (failed.is(OauthFailure.Kind.FINAL)) {
                    return ended(stored, advised(failed.reason()));
                }
                record = again(failed, attempt, limit.get());
                if (isDoneElsewhere(stored, record)) {
                    return record;
                }
            }
        }
    }

    /** Where nobody logs in, it is the host that says when the admin has done the rest. */
    private Reason advised(Reason refusal) {
        return renewal.isUnattended()
                ? Reason.of(refusal.code(), refusal.text() + " Then call reconnect().")
                        .quoting(refusal.salesforceWords().orElse(""))
                : refusal;
    }

    private ConnectionRecord given(ConnectionRecord fresh, ConnectionRecord before) {
        ConnectionRecord saved = store.save(fresh.connectedAfter(before, now()));
        lastGiven = new Given(saved.tokens().access(), now());
        return saved;
    }

    /**
     * What another process brought meanwhile is no less good for what was refused here. A refusal leaves no doubt, so that it
     * keeps its reason, whoever asks again; a token that was lost on its way may still be with another process.
     */
    private ConnectionRecord ended(ConnectionRecord before, Reason why) {
        ConnectionRecord stored = store.load();
        if (isDoneElsewhere(before, stored)) {
            return stored;
        }
        boolean isInDoubt = why.is(ReasonCode.REFRESH_LOST) && stored.tokens().inDoubt();
        return store.save(stored.with(stored.tokens().inDoubt(isInDoubt)).gone(why, now()));
    }

    private static boolean isDoneElsewhere(ConnectionRecord before, ConnectionRecord now) {
        return before.state().status() != now.state().status()
                || !before.tokens().access().equals(now.tokens().access());
    }

    /** What to try again with; throws when it is not to be tried again now. */
    private ConnectionRecord again(OauthFailure failed, int attempt, Deadline deadline) {
        if (failed.is(OauthFailure.Kind.TOO_MANY)) {
            notBefore = now().plus(RetryPolicy.atLeast(failed.retryAfter(), AFTER_TOO_MANY));
        }
        CallFailure failure = CallFailure.notDone(failed.passing());
        if (failed.is(OauthFailure.Kind.TOO_MANY) || attempt == MOST_TRIES) {
            throw failure;
        }
        Duration pause = pause(failed, attempt);
        if (!deadline.allows(pause)) {
            throw new OutOfTimeException(failure, deadline.end());
        }
        if (!slept(pause)) {
            throw failure;
        }
        return store.load();
    }

    /** As for every other call: what was not sent is repeated soon, all else after a wait, or when Salesforce says so. */
    private Duration pause(OauthFailure failed, int attempt) {
        boolean isNotSent = failed.is(OauthFailure.Kind.NOT_SENT);
        RetryPolicy.Remedy remedy = RetryPolicy.of(isNotSent ? Fault.NOT_SENT : Fault.THROTTLED, true);
        return RetryPolicy.atLeast(failed.retryAfter(), RetryPolicy.pause(remedy, attempt, seams.random()));
    }

    private boolean slept(Duration pause) {
        try {
            seams.sleeper().sleep(pause);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void requireNotTooMany() {
        if (now().isBefore(notBefore)) {
            throw CallFailure.notDone(OauthFailure.refused("rate_limit_exceeded", "", Duration.ZERO)
                    .passing());
        }
    }

    private Instant now() {
        return seams.clock().instant();
    }
}
