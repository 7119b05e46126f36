package com.spara.sf.client.rest;

import com.spara.sf.client.json.JsonView;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Several requests in one API call, each succeeding or failing alone (REST API Developer Guide, "Composite"). Reference
 * ids are random, so that no text of a prospect can name another subrequest.
 */
public final class Composite {

    /** The most subrequests of one call. */
    public static final int MOST_SUBREQUESTS = 25;

    /** The most of them that may be queries or collections. */
    public static final int MOST_QUERIES = 5;

    /** The most bytes that are read of one answer; a small heap takes fewer. */
    public static final long LONGEST_ANSWER = AnswerReader.LONGEST_ANSWER;

    private final OrgWire wire;
    private final ApiVersion version;
    private final RandomGenerator random;

    /** Makes composites of an org. */
    public Composite(OrgWire wire, ApiVersion version, RandomGenerator random) {
        this.wire = wire;
        this.version = version;
        this.random = random;
    }

    /** What names the org in plans. */
    public String org() {
        return wire.org();
    }

    /**
     * Makes sure that there is something to be let in with, so that it is known which org it is.
     *
     * @throws CallFailure if the org is not connected
     */
    public void reach(CallMeter meter) {
        wire.reach(meter);
    }

    /** The beginning of every path. */
    public String root() {
        return version.root();
    }

    /**
     * Sends the requests in one call and returns their answers in the same order. A request that Salesforce did not
     * answer has the status 0.
     *
     * @throws CallFailure if there is no usable answer to the call
     */
    public List<RestAnswer> send(List<RestRequest> requests, CallMeter meter) {
        return sendDated(requests, meter).answers();
    }

    /**
     * The answers of one call.
     *
     * @param answers one for each request, in the same order
     * @param date the org's time when it answered, if it said so
     */
    public record Dated(List<RestAnswer> answers, Optional<Instant> date) {}

    /**
     * Sends as {@link #send} does, and tells the org's time too.
     *
     * @throws CallFailure if there is no usable answer to the call
     */
    public Dated sendDated(List<RestRequest> requests, CallMeter meter) {
        String prefix = "r" + Long.toString(random.nextLong(Long.MAX_VALUE), Character.MAX_RADIX) + "_";
        RestRequest call = RestRequest.of("POST", version.root() + "/composite", json -> write(json, requests, prefix));
        boolean reads = requests.stream().allMatch(RestRequest::isRead);
        RestAnswer answer = wire.call(call, reads, meter);
        if (!answer.isSuccess()) {
            throw CallFailure.refused(answer.status(), answer.errorCode());
        }
        if (!answer.body().at("compositeResponse").isArray()) {
            throw CallFailure.notUnderstood(answer.status(), "no compositeResponse", null);
        }
        return new Dated(inOrder(answer.body(), prefix, requests.size()), answer.date());
    }

    /** Takes what one repetition costs; false where the org has failed too often to be asked more. */
    public boolean mayRepeat() {
        return wire.mayRepeat();
    }

    /** Sends one request by itself. */
    public RestAnswer sendAlone(RestRequest request, CallMeter meter) {
        return wire.call(request, request.isRead(), meter);
    }

    private static void write(JsonGenerator json, List<RestRequest> requests, String prefix) {
        json.writeStartObject();
        json.write("allOrNone", false).write("collateSubrequests", false);
        json.writeStartArray("compositeRequest");
        for (int i = 0; i < requests.size(); i++) {
            requests.get(i).writeAsSubrequest(json, prefix + i);
        }
        json.writeEnd().writeEnd();
    }

    private static List<RestAnswer> inOrder(JsonView body, String prefix, int count) {
        Map<String, RestAnswer> byReference = new HashMap<>();
        for (JsonView item : body.at("compositeResponse").items()) {
            byReference.put(
                    item.at("referenceId").textOrEmpty(),
                    new RestAnswer(item.at("httpStatusCode").intOr(0), item.at("httpHeaders"), item.at("body")));
        }
        RestAnswer none = new RestAnswer(0, JsonView.of(null), JsonView.of(null));
        List<RestAnswer> answers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            answers.add(byReference.getOrDefault(prefix + i, none));
        }
        return answers;
    }
}
