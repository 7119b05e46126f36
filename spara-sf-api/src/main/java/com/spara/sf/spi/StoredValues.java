package com.spara.sf.spi;

import com.spara.sf.Lead;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import java.util.List;

/** What becomes of values stored on a lead when nothing was found to replace them. */
final class StoredValues {

    private StoredValues() {}

    /** Takes the values away if Salesforce was read and positively had none, and keeps them with a note if it was not. */
    static Enriched cleared(Lead lead, List<String> keys, boolean allRead, Reason why) {
        if (allRead) {
            Lead emptied = lead;
            for (String key : keys) {
                emptied = emptied.with(key, null);
            }
            return Enriched.of(emptied).noting(why);
        }
        boolean stored = keys.stream().anyMatch(key -> lead.value(key).isPresent());
        return stored
                ? Enriched.of(lead)
                        .noting(Reason.of(
                                ReasonCode.STORED_VALUE_KEPT,
                                "Salesforce could not be read for it, so what the lead stores was kept."))
                : Enriched.of(lead);
    }
}
