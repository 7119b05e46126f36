package com.spara.sf.client.bulk;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.spi.Sleeper;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The calls that both kinds of jobs have. All of them may be sent again: a job that nobody fills does nothing, data is taken
 * once, and a state that was reached is not reached again.
 */
final class JobCalls {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?");
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration LONGEST_RESERVE = Duration.ofSeconds(5);
    private static final int SHARE_OF_RESERVE = 4;
    private static final int MOST_DOUBLINGS = 6;
    private static final int NOT_FOUND = 404;

    private final Room room;
    private final String kind;
    private final String id;
    private final CallMeter meter;

    /** What jobs need of an org. */
    record Room(Composite composite, Sleeper sleeper) {

        String path(String kind) {
            return composite.root() + "/jobs/" + kind;
        }
    }

    JobCalls(Room room, String kind, String id, CallMeter meter) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("That is not the Id of a job.");
        }
        this.room = room;
        this.kind = kind;
        this.id = id;
        this.meter = meter;
    }

    static RestAnswer create(Room room, String kind, RestRequest request, CallMeter meter) {
        RestAnswer answer = required(room.composite().sendAlone(request.repeatable(), meter));
        if (!ID.matcher(answer.body().at("id").textOrEmpty()).matches()) {
            throw incomplete("The answer does not name the job of kind " + kind + " that was made.");
        }
        return answer;
    }

    String id() {
        return id;
    }

    String path() {
        return room.path(kind) + "/" + id;
    }

    RestAnswer call(RestRequest request) {
        return room.composite().sendAlone(request.repeatable(), meter);
    }

    JobInfo info() {
        return JobInfo.of(required(call(RestRequest.get(path()))).body());
    }

    /** Moves the job to a state; if it is refused, the job may be there already, or beyond. */
    JobInfo become(String state) {
        RestAnswer answer = call(RestRequest.of(
                "PATCH",
                path(),
                json -> json.writeStartObject().write("state", state).writeEnd()));
        return answer.isSuccess() ? JobInfo.of(answer.body()) : info();
    }

    /** Takes the job away, which is done already if there is none. */
    void delete() {
        RestAnswer answer = call(RestRequest.delete(path()));
        if (answer.status() != NOT_FOUND) {
            required(answer);
        }
    }

    /**
     * Asks until the job is over, after pauses that double up to a minute, or as long as the deadline allows: the last pause takes
     * what is left of it, so that who asks again at once does not ask in vain without a pause.
     */
    Polled await(int polledBefore) {
        Duration reserve = shorter(meter.deadline().left().dividedBy(SHARE_OF_RESERVE), LONGEST_RESERVE);
        for (int polls = polledBefore + 1; ; polls++) {
            JobInfo info = info();
            Duration pause = shorter(pause(polls), meter.deadline().left().minus(reserve));
            if (info.isOver() || pause.isNegative() || pause.isZero() || !slept(pause)) {
                return new Polled(info, polls);
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration pause(int polls) {
        return shorter(Duration.ofSeconds(1L << Math.min(polls - 1, MOST_DOUBLINGS)), LONGEST_PAUSE);
    }

    private boolean slept(Duration time) {
        try {
            room.sleeper().sleep(time);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Reads a CSV, from the beginning again where it broke off. */
    RestAnswer read(String path, CsvRows rows) {
        return required(
                call(RestRequest.get(path).with(Map.of("Accept", "text/csv")).into(rows)));
    }

    static RestAnswer required(RestAnswer answer) {
        if (answer.isSuccess()) {
            return answer;
        }
        String code = answer.errorCode();
        Reason reason = answer.status() == NOT_FOUND
                ? Reason.of(
                        ReasonCode.JOB_GONE,
                        "Salesforce has no such job. Jobs and their results are kept for seven days; make a new one.")
                : Reason.of(
                        code.isEmpty() ? ReasonCode.REQUEST_REFUSED : code,
                        "Salesforce refused what was asked of a bulk job with HTTP " + answer.status() + ".");
        throw CallFailure.notDone(new RequestRefusedException(reason, null));
    }

    static CallFailure incomplete(String what) {
        return CallFailure.notDone(
                new OrgUnreachableException(Reason.of(ReasonCode.ANSWER_INCOMPLETE, what + " Try again."), null));
    }
}
