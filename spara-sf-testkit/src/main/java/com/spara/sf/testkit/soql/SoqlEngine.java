package com.spara.sf.testkit.soql;

import java.time.Clock;
import java.time.ZoneId;

/**
 * Answers queries of one user. Immutable, so as thread-safe as the schema it asks.
 *
 * <pre>{@code
 * SoqlResult leads = new SoqlEngine(schema, clock, zone).query("SELECT Id FROM Lead WHERE Email = 'ada@example.com'");
 * }</pre>
 */
public final class SoqlEngine {
    private final SoqlSchema schema;
    private final Clock clock;
    private final ZoneId zone;

    /** Date literals such as {@code TODAY} are reckoned from the clock, in the zone of the user. */
    public SoqlEngine(SoqlSchema schema, Clock clock, ZoneId zone) {
        this.schema = schema;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Answers as the resource {@code query} does: deleted rows are not there. Throws {@link SoqlException} when
     * refused.
     */
    public SoqlResult query(String text) {
        return run(text, false);
    }

    /**
     * Answers as the resource {@code queryAll} does: deleted and merged rows too. Throws {@link SoqlException} when
     * refused.
     */
    public SoqlResult queryAll(String text) {
        return run(text, true);
    }

    private SoqlResult run(String text, boolean includeDeleted) {
        SoqlText soql = new SoqlText(text);
        Query query = SoqlParser.parse(soql);
        return new Planner(new QueryContext(soql, schema, new Today(clock.instant(), zone), includeDeleted))
                .answer(query);
    }
}
