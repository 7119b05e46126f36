package com.spara.sf.testkit;

import com.spara.sf.testkit.oauth.OauthRequest;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.records.SaveError;
import com.spara.sf.testkit.rest.Fault;
import com.spara.sf.testkit.rest.Visit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is to go wrong with the next call that matches, once. Say it with one of the methods; several plans are met in
 * the order in which they were made. Used by the thread that plans; the org itself may be asked by others.
 *
 * <pre>{@code
 * org.next(Call.create("Lead")).losesItsAnswerAfterCommit();
 * org.next(Call.update("Lead")).refuses("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access").times(2);
 * }</pre>
 */
public final class Trouble {
    private static final Set<String> ABOUT_TARGET =
            Set.of("ENTITY_IS_DELETED", "INVALID_CROSS_REFERENCE_KEY", "NOT_FOUND");

    private static final int BAD_REQUEST = 400;

    private final Call call;
    private final Consumer<Trouble> plan;
    private volatile @Nullable Fault fault;
    private volatile int wanted = 1;
    private final AtomicInteger met = new AtomicInteger();

    Trouble(Call call, Consumer<Trouble> plan) {
        this.call = call;
        this.plan = plan;
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
        return plan(new Fault.Answer(status, contentType, body));
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
     * Refuses the connection: nothing is done, and the caller knows it.
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
     * Refuses with an error of Salesforce's. Of {@link Call#create(String)} and {@link Call#update(String)} it refuses
     * one record that passes the checks of its fields: on its own, as a part of a composite or as one row of a
     * collection, each time in the shape that belongs there. Of other calls it is the answer to the whole call, or to
     * the part. The HTTP status follows from the code.
     *
     * @param errorCode the code, for example {@code FIELD_CUSTOM_VALIDATION_EXCEPTION}
     * @param message the text
     * @param fields the fields that the error names
     * @return this plan
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
        if (!call.isLogin()) {
            throw new IllegalStateException(call + " is a call for data; use refuses(...), or Call.token()");
        }
        return plan(new Fault.LoginRefusal(status, error, description));
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
        wanted = number;
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
        wanted = met.get();
    }

    private Trouble plan(Fault planned) {
        if (call.picksRows() && !(planned instanceof Fault.Refusal)) {
            throw new IllegalStateException(
                    "where(...) picks a record, which can only be refused; leave it away, or use refuses(...)");
        }
        if (call.isLogin() && planned instanceof Fault.Refusal) {
            throw new IllegalStateException(call + " is refused with an error object; use refusesLogin(...)");
        }
        fault = planned;
        plan.accept(this);
        return this;
    }

    /** Whether all of it has happened. */
    boolean isOver() {
        return met.get() >= wanted;
    }

    /** Whether it was planned for certain and has not happened. */
    boolean isUnmet() {
        return !isOver() && (wanted < Integer.MAX_VALUE || met.get() == 0);
    }

    void happened() {
        met.incrementAndGet();
    }

    boolean matches(Visit visit) {
        return !isForRows() && !isOver() && call.matches(visit);
    }

    boolean matches(OauthRequest request) {
        return !isOver() && call.matches(request);
    }

    boolean matches(Row row, boolean isCreate) {
        return isForRows() && !isOver() && call.matches(row, isCreate);
    }

    private boolean isForRows() {
        return call.isOfRows() && fault instanceof Fault.Refusal;
    }

    Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** How a record is refused; trouble with the record that an update names is not trouble with a field. */
    SaveError refusal(boolean isCreate) {
        if (!(fault instanceof Fault.Refusal refusal)) {
            throw new IllegalStateException("a record met trouble that refuses nothing: " + this);
        }
        boolean target = !isCreate && refusal.fields().isEmpty() && ABOUT_TARGET.contains(refusal.code());
        return target
                ? SaveError.aboutTarget(refusal.code(), refusal.message())
                : SaveError.of(refusal.code(), refusal.message(), refusal.fields());
    }

    @Override
    public String toString() {
        return "next " + call + ": " + fault;
    }
}
