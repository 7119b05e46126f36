package com.spara.sf.client.pull;

import com.spara.sf.spi.SalesforceRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What of the rows that were read belongs to a page. */
interface Cut {

    /** The records that the rule takes and that read differently than before. */
    List<SalesforceRecord> news();

    /** The records that were deleted, or that changed and are not among those that the rule takes. */
    List<SalesforceRecord> gone();

    /** Everything that changed, as far as it was read. */
    List<SalesforceRecord> changed();

    /** Whether the look is over. */
    boolean isLast();

    /** How many records that the rule takes were read up to this page, those that were read before among them. */
    PullState.Count count(Duration took);

    /** The state after the page, of which these records were reported as gone. */
    PullState after(Collection<SalesforceRecord> reported, Duration took);

    /** Whether there was more in the overlap than is remembered. */
    boolean isSeenFull();
}
