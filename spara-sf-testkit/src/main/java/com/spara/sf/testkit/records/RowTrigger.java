package com.spara.sf.testkit.records;

import java.util.List;

/** Code of the org's own that runs when records are saved, for up to 200 of them at once. */
@FunctionalInterface
public interface RowTrigger {
    void run(List<TriggeredRow> rows);
}
