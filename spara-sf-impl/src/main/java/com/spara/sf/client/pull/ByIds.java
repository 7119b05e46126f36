package com.spara.sf.client.pull;

import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.spi.SalesforceRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Asks about records by their Ids, in as few calls as the length of a query allows; what is too long is halved. */
final class ByIds {

    private static final int URI_TOO_LONG = 414;
    private static final int IDS_OF_AN_ADDRESS = 4;

    private final PullCalls calls;
    private final int idsAtOnce;

    ByIds(PullCalls calls, PullQuery query) {
        this(calls, query, Integer.MAX_VALUE);
    }

    /** Asks about records of which only so many fit into one answer. */
    ByIds(PullCalls calls, PullQuery query, int mostOfACall) {
        this.calls = calls;
        this.idsAtOnce = Math.min(query.idsAtOnce(), Math.max(1, mostOfACall / PullCalls.MOST_QUERIES));
    }

    private ByIds(PullCalls calls, int idsAtOnce) {
        this.calls = calls;
        this.idsAtOnce = idsAtOnce;
    }

    /** Asks by addresses, which are longer. */
    static ByIds ofAddresses(PullCalls calls, PullQuery query) {
        return new ByIds(calls, Math.max(1, query.idsAtOnce() / IDS_OF_AN_ADDRESS));
    }

    /** The rows that a query by Ids answers, for all of them. */
    <T> List<SalesforceRecord> rows(Collection<T> ids, Function<List<T>, RestRequest> query) {
        Deque<List<T>> pieces = pieces(new ArrayList<>(ids));
        List<SalesforceRecord> rows = new ArrayList<>();
        while (!pieces.isEmpty()) {
            List<List<T>> together = new ArrayList<>();
            while (!pieces.isEmpty() && together.size() < PullCalls.MOST_QUERIES) {
                together.add(pieces.poll());
            }
            List<RestAnswer> answers =
                    calls.send(together.stream().map(query).toList()).answers();
            for (int i = 0; i < answers.size(); i++) {
                take(answers.get(i), together.get(i), rows, pieces);
            }
        }
        return rows;
    }

    private <T> Deque<List<T>> pieces(List<T> ids) {
        Deque<List<T>> pieces = new ArrayDeque<>();
        for (int from = 0; from < ids.size(); from += idsAtOnce) {
            pieces.add(ids.subList(from, Math.min(ids.size(), from + idsAtOnce)));
        }
        return pieces;
    }

    private <T> void take(RestAnswer answer, List<T> piece, List<SalesforceRecord> rows, Deque<List<T>> pieces) {
        if (answer.status() == URI_TOO_LONG && piece.size() > 1) {
            pieces.add(piece.subList(0, piece.size() / 2));
            pieces.add(piece.subList(piece.size() / 2, piece.size()));
            return;
        }
        Puller.requireTaken(answer);
        rows.addAll(calls.allRows(answer));
    }
}
