package com.spara.sf.testkit;

import com.spara.sf.testkit.rest.Fault;
import com.spara.sf.testkit.rest.PlannedAnswer;
import com.spara.sf.testkit.rest.WireBody;
import java.time.Duration;
import java.util.List;

/**
 * What is to go wrong with the next call that matches, once. Say it with one of the methods; several plans are met in
 * the order in which they were made. Thread-safe.
 *
 * <pre>{@code
 * org.next(Call.create("Lead")).losesItsAnswerAfterCommit();
 * org.next(Call.update("Lead")).refuses("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access").times(2);
 * org.next(Call.any()).answersError(503, "SERVER_UNAVAILABLE", "Server too busy").withHeader("Retry-After", "3");
 * }</pre>
 *
 * <p>When a part of a composite is met, {@code answers} of text, {@code answersError} and {@code refuses} concern that
 * part alone. All else concerns the whole HTTP call in which the part travels: nothing of it is done, or all of it.
 *
 * <p>Calls for logging in meet the same trouble on the wire, and are refused by {@code refusesLogin}. What concerns data
 * alone throws {@link IllegalStateException} for them: {@code refuses}, {@code commitsLate}, {@code expiresTheToken},
 * {@code usesUpTheCalls}, {@code killsTheCursors} and {@code exceedsConcurrentLimit}.
 */
public final class Trouble {
    private static final int BAD_REQUEST = 400;

    private final PlannedTrouble planned;

    Trouble(Call call) {
        this.planned = new PlannedTrouble(call);
    }

    /**
     * Answers without doing anything; in a composite it is the part's own answer.
     *
     * @param status the HTTP status
     * @param contentType the type of the body, for example {@code text/html}
     * @param body the body
     * @return this plan
     */
    public Trouble answers(int status, String contentType, String body) {
        return answers(PlannedAnswer.text(status, contentType, body), Fault.Reach.REQUEST);
    }

    /**
     * Answers the whole HTTP call without doing anything.
     *
     * @param status the HTTP status
     * @param contentType the type of the body
     * @param body the bytes, which must not change afterwards
     * @return this plan
     */
    public Trouble answers(int status, String contentType, byte[] body) {
        return answers(PlannedAnswer.of(status, contentType, WireBody.of(body)), Fault.Reach.CALL);
    }

    /**
     * Answers the whole HTTP call with a hostile body, without doing anything.
     *
     * @param status the HTTP status
     * @param body the body, which is called JSON
     * @return this plan
     */
    public Trouble answers(int status, Garbage body) {
        return answers(body.answer(status), Fault.Reach.CALL);
    }

    /**
     * Answers with an error in Salesforce's own form, without doing anything; in a composite it is the part's own
     * answer. This is the form of calls for data; {@link #refusesLogin(int, String, String)} has that of logging in.
     *
     * @param status the HTTP status, for example 503
     * @param errorCode the code, for example {@code SERVER_UNAVAILABLE}
     * @param message the text
     * @return this plan
     */
    public Trouble answersError(int status, String errorCode, String message) {
        return answers(PlannedAnswer.error(status, errorCode, message), Fault.Reach.REQUEST);
    }

    /**
     * Answers the whole HTTP call with 503 and a page for people, as a proxy does during maintenance, without doing
     * anything.
     *
     * @return this plan
     */
    public Trouble answersMaintenancePage() {
        return answers(PlannedAnswer.maintenancePage(), Fault.Reach.CALL);
    }

    /**
     * Answers the whole HTTP call with 403 REQUEST_LIMIT_EXCEEDED because too many long calls run at this moment,
     * without doing anything.
     *
     * @return this plan
     * @throws IllegalStateException if the call is one for logging in
     */
    public Trouble exceedsConcurrentLimit() {
        planned.requireData("exceeds the concurrent limit");
        return answers(PlannedAnswer.concurrentLimit(), Fault.Reach.CALL);
    }

    /**
     * Adds a header to a planned answer, in place of one of the same name.
     *
     * @param name for example {@code Retry-After}
     * @param value for example {@code 3} or {@code Wed, 25 Nov 2026 09:00:05 GMT}
     * @return this plan
     * @throws IllegalStateException if no answer was planned before
     */
    public Trouble withHeader(String name, String value) {
        planned.replan(
                "withHeader(...)", plan -> new Fault.Answer(plan.answer().withHeader(name, value), plan.reach()));
        return this;
    }

    /**
     * Lets the work of the whole HTTP call be done before it is answered as planned.
     *
     * @return this plan
     * @throws IllegalStateException if no answer was planned before
     */
    public Trouble afterCommit() {
        planned.replan("afterCommit()", plan -> new Fault.Answer(plan.answer(), Fault.Reach.AFTER_COMMIT));
        return this;
    }

    /**
     * Does the work and answers late. In process nobody sleeps: the org's clock moves on by the time or, when the
     * caller waits no longer than that, by the caller's deadline, and the answer is lost. On a port it really takes the
     * time, a minute at most, and the org's clock stands still.
     *
     * @param time how long the answer takes
     * @return this plan
     */
    public Trouble isSlow(Duration time) {
        return plan(new Fault.Delay(requirePositive(time), false));
    }

    /**
     * Does the work, answers with status and headers at once, and with the body late, as {@link #isSlow(Duration)} is.
     *
     * @param time how long the body takes
     * @return this plan
     */
    public Trouble sendsItsBodyLate(Duration time) {
        return plan(new Fault.Delay(requirePositive(time), true));
    }

    /**
     * Does the work and closes the connection after half of the body, so that reading it fails; an answer without a
     * body does not arrive at all.
     *
     * @return this plan
     */
    public Trouble truncatesItsAnswer() {
        return plan(new Fault.Truncation(true));
    }

    /**
     * Does the work and ends the body after its half as if that were all, as a connection does that ends without
     * telling a length; an answer without a body does not arrive at all. A port of this machine always tells lengths:
     * there the half is sent as a whole, which looks the same to the client.
     *
     * @return this plan
     */
    public Trouble truncatesItsAnswerUnframed() {
        return plan(new Fault.Truncation(false));
    }

    /**
     * Does the work and spoils the body of the right answer.
     *
     * @param how in which way
     * @return this plan
     */
    public Trouble spoilsItsAnswer(Spoiled how) {
        return plan(new Fault.Spoil(how.spoiling()));
    }

    /**
     * Does the work and cuts the connection before the answer: the caller cannot know that it was done.
     *
     * @return this plan
     */
    public Trouble losesItsAnswerAfterCommit() {
        return plan(Fault.Cut.ANSWER_LOST);
    }

    /**
     * Cuts the connection at once and does the work of the whole HTTP call later: it is seen only when the org's clock
     * has moved on by the time, and is then dated as if it had been done at once. Nobody learns whether it succeeded.
     *
     * @param time how much later
     * @return this plan
     * @throws IllegalStateException if the call is one for logging in
     */
    public Trouble commitsLate(Duration time) {
        return plan(new Fault.LateCommit(requirePositive(time)));
    }

    /**
     * Refuses the connection: nothing is done, and the caller knows it. On a port the connection can only be closed,
     * as {@link #losesTheRequest()} does.
     *
     * @return this plan
     */
    public Trouble isNeverSent() {
        return plan(Fault.Cut.NEVER_SENT);
    }

    /**
     * Cuts the connection on the way to the org: nothing is done, and the caller cannot know it.
     *
     * @return this plan
     */
    public Trouble losesTheRequest() {
        return plan(Fault.Cut.REQUEST_LOST);
    }

    /**
     * Ends the caller's session: the call and all further ones with that token get 401 INVALID_SESSION_ID, and nothing
     * is done. {@link FakeOrg#token()} then gives another.
     *
     * @return this plan
     * @throws IllegalStateException if the call is one for logging in
     */
    public Trouble expiresTheToken() {
        return plan(Fault.Event.TOKEN_EXPIRES);
    }

    /**
     * Uses up the daily calls: the call and all further ones are refused, as {@link OrgLimits#useUpCalls()} lets them
     * be.
     *
     * @return this plan
     * @throws IllegalStateException if the call is one for logging in
     */
    public Trouble usesUpTheCalls() {
        return plan(Fault.Event.CALLS_USED_UP);
    }

    /**
     * Kills all query cursors before the call is done, as {@link FakeOrg#killCursors()} does.
     *
     * @return this plan
     * @throws IllegalStateException if the call is one for logging in
     */
    public Trouble killsTheCursors() {
        return plan(Fault.Event.CURSORS_DIE);
    }

    /**
     * Refuses with an error of Salesforce's. Of {@link Call#create(String)} and {@link Call#update(String)} it refuses
     * one record that passes the checks of its fields: on its own, as a part of a composite or as one row of a
     * collection, each time in the shape that belongs there. Of other calls it is the answer to the whole call, or to
     * the part. The HTTP status follows from the code.
     *
     * @param errorCode the code, for example {@code FIELD_CUSTOM_VALIDATION_EXCEPTION}
     * @param message the text
     * @param fields the fields that the error names
     * @return this plan
     * @throws IllegalStateException if the call is one for logging in
     */
    public Trouble refuses(String errorCode, String message, String... fields) {
        return plan(new Fault.Refusal(errorCode, message, List.of(fields)));
    }

    /**
     * Refuses a request for logging in with status 400 and an error object.
     *
     * @param error the code, for example {@code invalid_grant}
     * @param description the text, for example {@code expired access/refresh token}
     * @return this plan
     * @throws IllegalStateException if the call is one for data
     */
    public Trouble refusesLogin(String error, String description) {
        return refusesLogin(BAD_REQUEST, error, description);
    }

    /**
     * Refuses a request for logging in with an error object.
     *
     * @param status the HTTP status
     * @param error the code, for example {@code service_unavailable}
     * @param description the text
     * @return this plan
     * @throws IllegalStateException if the call is one for data
     */
    public Trouble refusesLogin(int status, String error, String description) {
        planned.requireLogin();
        return answers(PlannedAnswer.loginError(status, error, description), Fault.Reach.CALL);
    }

    /**
     * Lets it happen several times, to the next calls or records that match.
     *
     * @param number how often, at least once
     * @return this plan
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Trouble times(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("trouble happens at least once, not " + number + " times");
        }
        planned.wants(number);
        return this;
    }

    /**
     * Lets some calls or records that match go by before it happens, such as the first pages of a query.
     *
     * @param number how many, 0 or more
     * @return this plan
     * @throws IllegalArgumentException if the number is negative
     */
    public Trouble after(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("trouble comes after 0 calls or more, not " + number);
        }
        planned.spares(number);
        return this;
    }

    /**
     * Lets it happen to every call or record that matches, until it {@linkplain #stops()}.
     *
     * @return this plan
     */
    public Trouble always() {
        return times(Integer.MAX_VALUE);
    }

    /** Ends it: no further call is met, and it does not count as unmet. */
    public void stops() {
        planned.stop();
    }

    private Trouble answers(PlannedAnswer answer, Fault.Reach reach) {
        return plan(new Fault.Answer(answer, reach));
    }

    private Trouble plan(Fault fault) {
        planned.plan(fault);
        return this;
    }

    private static Duration requirePositive(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("it must take some time, not " + time);
        }
        return time;
    }

    PlannedTrouble planned() {
        return planned;
    }

    /** Returns for which call it is, what goes wrong and how often, without any body. */
    @Override
    public String toString() {
        return planned.toString();
    }
}
