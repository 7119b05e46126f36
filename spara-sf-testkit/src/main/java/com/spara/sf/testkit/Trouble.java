package com.spara.sf.testkit;

import com.spara.sf.testkit.rest.Fault;
import com.spara.sf.testkit.rest.Visit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is to go wrong with the next call that matches, once. Say it with one of the methods; several plans are met in
 * the order in which they were made. Used by the thread that plans; the org itself may be asked by others.
 *
 * <pre>{@code
 * org.next(Call.create("Lead")).losesItsAnswerAfterCommit();
 * }</pre>
 */
public final class Trouble {
    private final Call call;
    private final Consumer<Trouble> plan;
    private volatile @Nullable Fault fault;

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
     */
    public void answers(int status, String contentType, String body) {
        plan(new Fault.Answer(status, contentType, body));
    }

    /** Does the work and cuts the connection before the answer: the caller cannot know that it was done. */
    public void losesItsAnswerAfterCommit() {
        plan(Fault.Cut.ANSWER_LOST);
    }

    /** Refuses the connection: nothing is done, and the caller knows it. */
    public void isNeverSent() {
        plan(Fault.Cut.NEVER_SENT);
    }

    /** Cuts the connection on the way to the org: nothing is done, and the caller cannot know it. */
    public void losesTheRequest() {
        plan(Fault.Cut.REQUEST_LOST);
    }

    private void plan(Fault planned) {
        fault = planned;
        plan.accept(this);
    }

    boolean matches(Visit visit) {
        return call.matches(visit);
    }

    Fault fault() {
        Fault planned = fault;
        if (planned == null) {
            throw new IllegalStateException("trouble was met that was never planned");
        }
        return planned;
    }

    @Override
    public String toString() {
        return "next " + call + ": " + fault;
    }
}
