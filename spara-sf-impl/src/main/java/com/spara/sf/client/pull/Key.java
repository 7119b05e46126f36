package com.spara.sf.client.pull;

import com.spara.sf.client.soql.SoqlText;
import com.spara.sf.spi.SalesforceRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * A place in the order of changes: the org's stamp, then the Id.
 *
 * @param at the stamp
 * @param id the Id; empty for the place before all records of that stamp
 */
record Key(Instant at, String id) implements Comparable<Key> {

    static final String ORDER = " ORDER BY SystemModstamp, Id";

    private static final Comparator<Key> ORDERING =
            Comparator.comparing(Key::at).thenComparing(Key::id);

    /** The order of the places of records. */
    static final Comparator<SalesforceRecord> OF_ROWS =
            Comparator.comparing(Key::stamp).thenComparing(row -> row.id());

    /** The place of a record. */
    static Key of(SalesforceRecord row) {
        return new Key(stamp(row), row.id().value());
    }

    /** The org's stamp of a record. */
    static Instant stamp(SalesforceRecord row) {
        return row.time("SystemModstamp").orElse(Instant.EPOCH);
    }

    /** The place before all records of a moment, cut down to the seconds in which Salesforce keeps it. */
    static Key before(Instant moment) {
        return new Key(moment.truncatedTo(ChronoUnit.SECONDS), "");
    }

    /** The condition that a record stands behind this place. */
    String behind() {
        String stamp = at.toString();
        return id.isEmpty()
                ? "SystemModstamp >= " + stamp
                : "SystemModstamp >= " + stamp + " AND (SystemModstamp > " + stamp + " OR Id > " + SoqlText.literal(id)
                        + ")";
    }

    @Override
    public int compareTo(Key other) {
        return ORDERING.compare(this, other);
    }
}
