package com.spara.sf.testkit.records;

import java.util.function.Consumer;

/** A record-triggered flow: runs for each record before it is saved, and may change it. */
public record RowFlow(String name, Consumer<TriggeredRow> body) {
    void run(TriggeredRow row) {
        try {
            body.accept(row);
        } catch (RefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RefusedException(SaveError.of(
                    "CANNOT_EXECUTE_FLOW_TRIGGER",
                    "We can't save this record because the \"" + name
                            + "\" process failed. Give your Salesforce admin these details. " + ApexText.of(e)));
        }
    }
}
