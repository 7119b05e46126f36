package com.spara.sf.client.pull;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.client.read.LookupReader;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.client.rest.RetryPolicy;
import com.spara.sf.client.soql.SoqlText;
import com.spara.sf.spi.SalesforceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The calls of one pull. Each asks along which org it is, since neither a name nor an address tells, and is made again while one
 * of its queries fails for a reason that passes.
 */
final class PullCalls {

    /** The most queries of a call, beside the one for the org. */
    static final int MOST_QUERIES = Composite.MOST_QUERIES - 1;

    private static final String ORGANIZATION = "00D";
    private static final Set<String> HIDDEN = Set.of("INVALID_TYPE", "INSUFFICIENT_ACCESS");

    private final Composite composite;
    private final CallMeter meter;
    private String org;

    /** Makes the calls of an org; its Id is empty if it is not known yet. */
    PullCalls(Composite composite, CallMeter meter, String org) {
        this.composite = composite;
        this.meter = meter;
        this.org = org;
    }

    /** The org's Id, as soon as something was asked. */
    String org() {
        return org;
    }

    /** What counts the calls. */
    CallMeter meter() {
        return meter;
    }

    /** The beginning of every path. */
    String root() {
        return composite.root();
    }

    /**
     * Sends requests, at most four queries among them, in one call.
     *
     * @throws RequestRefusedException if it is another org than before
     */
    Composite.Dated send(List<RestRequest> requests) {
        List<RestRequest> all = new ArrayList<>(requests);
        all.add(RestRequest.get(root() + "/query?q=" + SoqlText.asParameter("SELECT Id FROM Organization")));
        Composite.Dated dated = sendAll(all);
        int last = requests.size();
        requireSameOrg(organization(dated.answers().get(last)));
        return new Composite.Dated(dated.answers().subList(0, last), dated.date());
    }

    private Composite.Dated sendAll(List<RestRequest> requests) {
        for (int attempt = 1; ; attempt++) {
            Composite.Dated dated = composite.sendDated(requests, meter);
            boolean isWhole = dated.answers().stream().noneMatch(QueryRows::isWorthRepeating);
            if (isWhole || attempt == RetryPolicy.MOST_ATTEMPTS || !composite.mayRepeat()) {
                return dated;
            }
            meter.countRepeated();
        }
    }

    /** Reads all pages of a query: a row that is missing would be taken for a record that is gone. */
    List<SalesforceRecord> allRows(RestAnswer first) {
        List<SalesforceRecord> rows = new ArrayList<>();
        RestAnswer page = first;
        while (true) {
            QueryRows.requireUsable(page);
            rows.addAll(LookupReader.recordsOf(page));
            if (page.body().at("done").isTrue()) {
                return rows;
            }
            String next = page.body().at("nextRecordsUrl").text().orElseThrow(QueryRows::incomplete);
            page = composite.sendAlone(RestRequest.get(next), meter);
        }
    }

    private String organization(RestAnswer answer) {
        return LookupReader.recordsOf(answer).stream()
                .map(SalesforceRecord::id)
                .findFirst()
                .or(() -> RecordId.parse(composite.org()))
                .filter(id -> id.keyPrefix().equals(ORGANIZATION))
                .map(RecordId::value)
                .orElseThrow(() -> unknown(answer));
    }

    private static RuntimeException unknown(RestAnswer answer) {
        if (!HIDDEN.contains(answer.errorCode())) {
            QueryRows.requireUsable(answer);
            return QueryRows.incomplete();
        }
        return new RequestRefusedException(
                Reason.of(
                        ReasonCode.NO_RIGHT,
                        "The connected user may not see the Organization, so nobody can tell whose records these are. "
                                + "Give the user the right to read it; the cursor has not moved."),
                null);
    }

    private void requireSameOrg(String found) {
        if (!org.isEmpty() && !org.equals(found)) {
            throw new RequestRefusedException(
                    Reason.of(
                            ReasonCode.ANOTHER_ORG,
                            "The cursor was made in another org. Its records are not in this one; "
                                    + "pull from PullCursor.start()."),
                    null);
        }
        org = found;
    }

    /** The moment of the org's last change in an answer; the beginning of time if there was none. */
    static Instant stampOf(RestAnswer head) {
        QueryRows.requireUsable(head);
        return LookupReader.recordsOf(head).stream()
                .flatMap(row -> row.time("SystemModstamp").stream())
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    /** The org's time when it answered, never before its last change. */
    static Instant timeOf(Optional<Instant> date, Instant stamp) {
        return date.filter(time -> time.isAfter(stamp)).orElse(stamp);
    }
}
