package com.spara.sf.client.pull;

import com.spara.sf.spi.SalesforceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The records that read differently than before, and what of all that was read is remembered for the next look. */
final class News {

    private final PullQuery query;
    private final Seen seen;
    private final Instant overlapBegins;
    private final List<SalesforceRecord> rows = new ArrayList<>();
    private int read;

    News(PullQuery query, Seen seen, Instant overlapBegins) {
        this.query = query;
        this.seen = seen;
        this.overlapBegins = overlapBegins;
    }

    /** Records that the rule takes were read, one after the other. */
    void take(List<SalesforceRecord> taken) {
        read += taken.size();
        if (!seen.expects()) {
            rows.addAll(taken);
            taken.stream().filter(this::isWithinOverlap).forEach(row -> seen.remember(token(row)));
            return;
        }
        List<String> tokens = taken.stream().map(this::token).toList();
        BitSet met = seen.met(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (!met.get(i)) {
                rows.add(taken.get(i));
            }
            remember(taken.get(i), tokens.get(i));
        }
    }

    private String token(SalesforceRecord row) {
        return Seen.token(row.id(), query.content(row));
    }

    /** What changed before the overlap is not read again, and need not be remembered. */
    void remember(SalesforceRecord row, String token) {
        if (isWithinOverlap(row)) {
            seen.remember(token);
        }
    }

    private boolean isWithinOverlap(SalesforceRecord row) {
        return !Key.stamp(row).isBefore(overlapBegins);
    }

    List<SalesforceRecord> rows() {
        return rows;
    }

    /** How many were read. */
    int read() {
        return read;
    }
}
