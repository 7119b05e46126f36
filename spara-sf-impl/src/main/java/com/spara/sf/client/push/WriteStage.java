package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
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
    private final CallMeter meter;
    private @Nullable SalesforceException stopped;

    WriteStage(Composite composite, WriteRequests requests, CallMeter meter) {
        this.composite = composite;
        this.requests = requests;
        this.meter = meter;
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

    /** What kept the rest from being sent, if anything did. */
    Optional<SalesforceException> stopped() {
        return Optional.ofNullable(stopped);
    }

    private void writeSingly(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<RestAnswer> answers =
                send(rows, () -> composite.send(rows.stream().map(requests::single).toList(), meter));
        for (int i = 0; i < answers.size(); i++) {
            rows.get(i).answer(requests.answerToSingle(answers.get(i)));
        }
    }

    private void writeInCollections(List<Row> rows) {
        List<List<Row>> collections = requests.collections(rows);
        for (int from = 0; from < collections.size(); from += MOST_COLLECTIONS) {
            writeTogether(collections.subList(from, Math.min(collections.size(), from + MOST_COLLECTIONS)));
        }
    }

    private void writeTogether(List<List<Row>> collections) {
        List<Row> rows = collections.stream().flatMap(List::stream).toList();
        List<RestRequest> calls = collections.stream().map(requests::collection).toList();
        List<RestAnswer> answers = send(rows, () -> composite.send(calls, meter));
        for (int i = 0; i < answers.size(); i++) {
            requests.takeCollection(collections.get(i), answers.get(i));
        }
    }

    /** Outside of a composite nothing is resolved, so people's text may look like a reference there. */
    private void writeAlone(List<Row> rows) {
        for (List<Row> collection : requests.collections(rows)) {
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
                    "The write was sent, and it is not known whether it was carried out: " + problem.reason().text());
            rows.forEach(row -> row.answer(RowAnswer.lost(lost)));
            return;
        }
        stopped = problem;
        rows.forEach(row -> row.answer(notSent(problem)));
    }

    private static RowAnswer notSent(SalesforceException problem) {
        return RowAnswer.notSent(Reason.of(
                ReasonCode.NOT_SENT, "Nothing was written: " + problem.reason().text()));
    }

    private static List<List<Row>> cutBySize(List<Row> rows) {
        List<List<Row>> parts = new ArrayList<>();
        List<Row> part = new ArrayList<>();
        long size = 0;
        for (Row row : rows) {
            if (size + row.size() > MOST_BYTES && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
                size = 0;
            }
            part.add(row);
            size += row.size();
        }
        parts.add(part);
        return parts;
    }
}
