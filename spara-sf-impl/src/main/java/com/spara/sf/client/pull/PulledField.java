package com.spara.sf.client.pull;

import com.spara.sf.Lead;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.FieldFit;
import com.spara.sf.client.describe.Fitted;
import com.spara.sf.client.describe.StoredValue;
import com.spara.sf.spi.SalesforceRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mapped field.
 *
 * @param key what a lead calls it
 * @param field what Salesforce says of it
 * @param isCutToFit whether a push cuts a text that is too long for it
 */
record PulledField(String key, FieldDescribe field, boolean isCutToFit) {

    /** Whose value stays. */
    enum Verdict {
        /** The host's: Salesforce has nothing new. */
        KEPT,
        /** Salesforce's. */
        TAKEN,
        /** The host's, though Salesforce has none any more. */
        EMPTIED
    }

    /** The value that was read; null if there is none. */
    @Nullable
    Object of(SalesforceRecord record) {
        return StoredValue.of(record, field);
    }

    /**
     * Whose value stays when this was read. The host's own value is compared as Salesforce would store it; one that does not
     * fit was never there, and so is not missed.
     */
    Verdict verdict(Lead hosts, @Nullable Object read) {
        if (hosts.isCleared(key)) {
            return Verdict.KEPT;
        }
        Object held = hosts.value(key).orElse(null);
        Fitted fitted = held == null || isBlank(held) ? null : FieldFit.fit(held, field, isCutToFit);
        if (isBlank(read)) {
            return fitted == null || fitted.unfit().isPresent() ? Verdict.KEPT : Verdict.EMPTIED;
        }
        boolean isSame = fitted != null && fitted.unfit().isEmpty() && StoredValue.same(read, fitted.value(), field);
        return isSame ? Verdict.KEPT : Verdict.TAKEN;
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null
                || value instanceof String text && StoredValue.isBlank(text)
                || value instanceof List<?> list && list.isEmpty();
    }
}
