package com.spara.sf.client.describe;

import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The describes of one org, shared by all its handles. They ride as subrequests in the reads that are made anyway, are
 * good for an hour, and are then asked for again on condition that they changed. Safe for use by many threads.
 */
public final class Describes {

    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final int MOST_OBJECTS = 50;
    private static final int NOT_FOUND = 404;

    private final Clock clock;
    private final SharedFields shared;
    private final Map<String, ObjectDescribe> byObject = new ConcurrentHashMap<>();
    private final AtomicLong revision = new AtomicLong();
    private final Map<String, Instant> unanswered = new ConcurrentHashMap<>();
    private final Map<String, Instant> denied = new ConcurrentHashMap<>();
    private final Map<String, Instant> withoutParents = new ConcurrentHashMap<>();

    /** Makes an empty collection, whose fields are shared with those of other orgs. */
    public Describes(Clock clock, SharedFields shared) {
        this.clock = clock;
        this.shared = shared;
    }

    /** A number that grows whenever an object is described anew. */
    public long revision() {
        return revision.get();
    }

    /** What is known of an object. */
    public Optional<ObjectDescribe> of(String object) {
        return Optional.ofNullable(byObject.get(object));
    }

    /** The objects of these that are not known, or were read too long ago. */
    public List<String> due(Collection<String> objects) {
        return objects.stream()
                .filter(object -> !isRecent(unanswered.get(object)))
                .filter(object -> of(object)
                        .map(known -> known.readAt().plus(GOOD_FOR).isBefore(clock.instant()))
                        .orElse(true))
                .toList();
    }

    /** The request that asks for an object, on condition that it changed if it is known. */
    public RestRequest request(String root, String object) {
        RestRequest request = RestRequest.get(root + "/sobjects/" + object + "/describe");
        return of(object)
                .filter(known -> !known.lastModified().isEmpty())
                .map(known -> request.with(Map.of("If-Modified-Since", known.lastModified())))
                .orElse(request);
    }

    /** Takes over an answer; returns whether something is known of the object now. */
    public boolean learn(String object, RestAnswer answer) {
        if (answer.status() == 304) {
            byObject.computeIfPresent(object, (name, known) -> known.confirmedAt(clock.instant()));
        } else if (answer.isSuccess() && answer.body().at("fields").isArray()) {
            makeRoom();
            byObject.put(object, new ObjectDescribe(answer, clock.instant(), shared));
            revision.incrementAndGet();
        }
        if (answer.status() == NOT_FOUND) {
            byObject.remove(object); // the connected user may not see it any more
        }
        if (!byObject.containsKey(object) && answer.status() >= 400 && answer.status() < 500) {
            unanswered.put(object, clock.instant());
            if (answer.status() == NOT_FOUND) {
                denied.put(object, clock.instant());
            }
        }
        return byObject.containsKey(object);
    }

    /** Whether Salesforce refused not long ago to describe the object; if not, and it is unknown, it could not be asked. */
    public boolean isRefused(String object) {
        return isRecent(unanswered.get(object));
    }

    /** Whether the connected user may not see the object, as Salesforce said not long ago. */
    public boolean isDenied(String object) {
        return isRecent(denied.get(object));
    }

    /** Notes that a query of the object was refused until its parents were left away. */
    public void leaveParentsAway(String object) {
        withoutParents.put(object, clock.instant());
    }

    /** Whether the parents of the object are better left away, since a query with them was refused not long ago. */
    public boolean areParentsLeftAway(String object) {
        return isRecent(withoutParents.get(object));
    }

    /** Whether the parent behind a relationship can be read, as far as the describes in hand tell. */
    public boolean isParentReadable(String object, String relationship) {
        return !areParentsLeftAway(object)
                && of(object)
                        .map(known -> known.relationship(relationship)
                                .filter(reference -> reference.referenceTo().size() != 1
                                        || !isDenied(reference.referenceTo().get(0)))
                                .isPresent())
                        .orElse(true);
    }

    private boolean isRecent(@Nullable Instant time) {
        return time != null && clock.instant().isBefore(time.plus(GOOD_FOR));
    }

    /** Forgets an object whose describe turned out to be out of date. */
    public void forget(String object) {
        byObject.remove(object);
        unanswered.remove(object);
        denied.remove(object);
        withoutParents.remove(object);
    }

    private void makeRoom() {
        if (byObject.size() >= MOST_OBJECTS) {
            byObject.keySet().removeIf(object -> !object.equals("Lead") && !object.equals("Contact"));
        }
    }
}
