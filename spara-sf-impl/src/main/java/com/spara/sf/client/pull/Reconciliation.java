package com.spara.sf.client.pull;

import com.spara.sf.RecordId;
import com.spara.sf.client.read.LookupReader;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.GoneRecord;
import com.spara.sf.sync.PullChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Asks what became of records, by their Ids: which the rule takes, and why it does not take the others. */
final class Reconciliation {

    private static final int PIECE = 500;
    private static final int PIECES = 2;

    private final Composite composite;
    private final PullQuery query;
    private final Supplier<CallMeter> meters;

    Reconciliation(Composite composite, PullQuery query, Supplier<CallMeter> meters) {
        this.composite = composite;
        this.query = query;
        this.meters = meters;
    }

    List<GoneRecord> gone(Collection<RecordId> held) {
        List<RecordId> ids = new ArrayList<>(new LinkedHashSet<>(held));
        List<GoneRecord> gone = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PIECE * PIECES) {
            ask(ids.subList(from, Math.min(ids.size(), from + PIECE * PIECES)), gone);
        }
        return gone;
    }

    private void ask(List<RecordId> ids, List<GoneRecord> gone) {
        List<RestRequest> requests = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PIECE) {
            List<RecordId> piece = ids.subList(from, Math.min(ids.size(), from + PIECE));
            requests.add(query.taken(composite.root(), piece));
            requests.add(query.fates(composite.root(), piece));
        }
        Set<RecordId> taken = new HashSet<>();
        Map<RecordId, GoneRecord> fates = new HashMap<>();
        CallMeter meter = meters.get();
        List<RestAnswer> answers = composite.send(requests, meter);
        for (int i = 0; i < answers.size(); i += 2) {
            rows(answers.get(i), meter).forEach(row -> taken.add(row.id()));
            rows(answers.get(i + 1), meter).forEach(row -> fates.put(row.id(), PageCut.gone(row)));
        }
        ids.stream()
                .filter(id -> !taken.contains(id))
                .forEach(id -> gone.add(fates.getOrDefault(id, GoneRecord.of(id, PullChange.DELETED))));
    }

    /** All pages: a row that is missing would be taken for a record that is gone. */
    private List<SalesforceRecord> rows(RestAnswer first, CallMeter meter) {
        List<SalesforceRecord> rows = new ArrayList<>();
        RestAnswer page = first;
        while (true) {
            Puller.requireTaken(page);
            QueryRows.requireUsable(page);
            rows.addAll(LookupReader.recordsOf(page));
            if (page.body().at("done").isTrue()) {
                return rows;
            }
            String next = page.body().at("nextRecordsUrl").text().orElseThrow(QueryRows::incomplete);
            page = composite.sendAlone(RestRequest.get(next), meter);
        }
    }
}
