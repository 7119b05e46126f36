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
        List<String> tokens = taken.stream()
                .map(row -> Seen.token(row.id(), query.content(row)))
                .toList();
        BitSet met = seen.met(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (!met.get(i)) {
                rows.add(taken.get(i));
            }
            remember(taken.get(i), tokens.get(i));
        }
        read += tokens.size();
    }

    /** What changed before the overlap is not read again, and need not be remembered. */
    void remember(SalesforceRecord row, String token) {
        if (!Key.of(row).at().isBefore(overlapBegins)) {
            seen.remember(token);
        }
    }

    List<SalesforceRecord> rows() {
        return rows;
    }

    /** How many were read. */
    int read() {
        return read;
    }
}
