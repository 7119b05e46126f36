package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a plan in one call, in one of two forms: up to twenty as single rows, which can be guarded and explain
 * their refusals; more as collections. Never throws: what a row met with is its answer. The first call that certainly was
 * not carried out stops those after it.
 */
final class WriteStage {

    private static final int MOST_SINGLE_ROWS = 20;
    private static final int MOST_COLLECTIONS = 4;
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private final Composite composite;
    private final WriteRequests requests;
    private CollectionSize size;
    private final CallMeter meter;
    private @Nullable SalesforceException stopped;
    private @Nullable RestRequest readBack;
    private @Nullable RestAnswer readBackAnswer;

    WriteStage(Composite composite, WriteRequests requests, CollectionSize size, CallMeter meter) {
        this.composite = composite;
        this.requests = requests;
        this.size = size;
        this.meter = meter;
    }

    /** Lets a query ride on the last call of the next write. */
    void readBack(RestRequest query) {
        readBack = query;
    }

    /** The answer to the query that rode along, if the call was answered. */
    Optional<RestAnswer> readBackAnswer() {
        return Optional.ofNullable(readBackAnswer);
    }

    /** Writes the rows; each has an answer afterwards. */
    void write(List<Row> rows) {
        List<Row> plain = rows.stream().filter(row -> !row.looksLikeReference()).toList();
        if (plain.size() <= MOST_SINGLE_ROWS) {
            writeSingly(plain);
        } else {
            cutBySize(plain).forEach(this::writeInCollections);
        }
        writeAlone(rows.stream().filter(Row::looksLikeReference).toList());
    }

    /** Writes rows that were chosen by their refusals, so that what they meet with is noted here and not for the org. */
    void write(List<Row> rows, CollectionSize own) {
        CollectionSize orgs = size;
        size = own;
        try {
            write(rows);
        } finally {
            size = orgs;
        }
    }

    /** Writes the rows one by one, as many in a call as it takes. */
    void writeEach(List<Row> rows) {
        List<Row> plain = rows.stream().filter(row -> !row.looksLikeReference()).toList();
        for (int from = 0; from < plain.size(); from += MOST_SINGLE_ROWS) {
            writeSingly(plain.subList(from, Math.min(plain.size(), from + MOST_SINGLE_ROWS)));
        }
        rows.stream().filter(Row::looksLikeReference).forEach(row -> writeAlone(List.of(row)));
    }

    /** Whether a request may be sent again, so that an outage is not multiplied. */
    boolean mayRepeat() {
        if (!composite.mayRepeat()) {
            return false;
        }
        meter.countRepeated();
        return true;
    }

    /** Rows are locked by others, or the org was too busy for them. */
    void foundLocked() {
        meter.countCrowded();
    }

    /** Whether there is time to wait so long before another write. */
    boolean hasTimeFor(Duration pause) {
        return meter.deadline().allows(pause);
    }

    /** What kept the rest from being sent, if anything did. */
    Optional<SalesforceException> stopped() {
        return Optional.ofNullable(stopped);
    }

    private void writeSingly(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<RestAnswer> answers = send(
                rows, () -> sendWithReadBack(rows.stream().map(requests::single).toList(), true));
        for (int i = 0; i < answers.size(); i++) {
            rows.get(i).answer(requests.answerToSingle(answers.get(i)));
        }
    }

    /** An org whose triggers were overwhelmed gets one small collection a call, since a call shares their limits. */
    private void writeInCollections(List<Row> rows) {
        List<List<Row>> collections = requests.collections(rows, size);
        boolean isEasilyOverwhelmed = collections.stream()
                .anyMatch(collection -> size.isAlone(collection.get(0).operation()));
        int together = isEasilyOverwhelmed ? 1 : MOST_COLLECTIONS;
        for (int from = 0; from < collections.size(); from += together) {
            int to = Math.min(collections.size(), from + together);
            writeTogether(collections.subList(from, to), to == collections.size());
        }
    }

    private void writeTogether(List<List<Row>> collections, boolean last) {
        List<Row> rows = collections.stream().flatMap(List::stream).toList();
        List<RestAnswer> answers = send(rows, () -> sendWithReadBack(requestsFor(collections), last));
        for (int i = 0; i < answers.size(); i++) {
            requests.takeCollection(collections.get(i), answers.get(i));
            size.answered(collections.get(i));
        }
        collections.stream().filter(CollectionSize::isOverwhelmed).forEach(this::writeInHalves);
    }

    private List<RestRequest> requestsFor(List<List<Row>> collections) {
        return collections.stream().map(requests::collection).toList();
    }

    private void writeInHalves(List<Row> rows) {
        int half = (rows.size() + 1) / 2;
        writeTogether(List.of(rows.subList(0, half)), false);
        writeTogether(List.of(rows.subList(half, rows.size())), false);
    }

    private List<RestAnswer> sendWithReadBack(List<RestRequest> writes, boolean last) {
        RestRequest query = readBack;
        if (query == null || !last) {
            return composite.send(writes, meter);
        }
        readBack = null;
        List<RestRequest> all = new ArrayList<>(writes);
        all.add(query);
        List<RestAnswer> answers = composite.send(all, meter);
        readBackAnswer = answers.get(writes.size());
        return answers.subList(0, writes.size());
    }

    /** Outside of a composite nothing is resolved, so people's text may look like a reference there. */
    private void writeAlone(List<Row> rows) {
        for (List<Row> collection : requests.collections(rows, size)) {
            List<RestAnswer> answers =
                    send(collection, () -> List.of(composite.sendAlone(requests.alone(collection), meter)));
            answers.forEach(answer -> requests.takeAlone(collection, answer));
        }
    }

    private List<RestAnswer> send(List<Row> rows, Supplier<List<RestAnswer>> call) {
        if (stopped != null) {
            rows.forEach(row -> row.answer(notSent(stopped)));
            return List.of();
        }
        try {
            return call.get();
        } catch (CallFailure failure) {
            failed(rows, failure);
            return List.of();
        }
    }

    private void failed(List<Row> rows, CallFailure failure) {
        SalesforceException problem = failure.problem();
        if (failure.mayBeDone()) {
            Reason lost = Reason.of(
                    ReasonCode.ANSWER_LOST,
                    "The write was sent, and it is not known whether it was carried out: "
                            + problem.reason().text());
            rows.forEach(row -> row.answer(RowAnswer.lost(lost)));
            return;
        }
        stopped = problem;
        rows.forEach(row -> row.answer(notSent(problem)));
    }

    static RowAnswer notSent(SalesforceException problem) {
        return RowAnswer.notSent(Reason.of(
                ReasonCode.NOT_SENT, "Nothing was written: " + problem.reason().text()));
    }

    private static List<List<Row>> cutBySize(List<Row> rows) {
        List<List<Row>> parts = new ArrayList<>();
        List<Row> part = new ArrayList<>();
        long bytes = 0;
        for (Row row : rows) {
            if (bytes + row.size() > MOST_BYTES && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(row);
            bytes += row.size();
        }
        parts.add(part);
        return parts;
    }
}
