package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.client.describe.StoredValue;
import com.spara.sf.sync.PushResult;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The place of one lead among many, which its result takes. Used by one thread at a time. */
final class Slot {

    private final Lead lead;
    private final Set<String> people;
    private @Nullable PushResult result;

    Slot(Lead lead, Set<String> people) {
        this.lead = lead;
        this.people = people;
    }

    Lead lead() {
        return lead;
    }

    /** What its person is known by; empty where batches are pushed one after another. */
    Set<String> people() {
        return people;
    }

    /** The Account that its records will hang on, as far as the lead tells. */
    Optional<String> account() {
        return lead.text(LeadField.SALESFORCE_ACCOUNT_ID)
                .or(() -> lead.text(LeadField.COMPANY).map(name -> name.strip().toLowerCase(Locale.ROOT)))
                .filter(account -> !account.isBlank());
    }

    /** About how much text the lead has. */
    long text() {
        return lead.values().values().stream()
                .mapToLong(value -> StoredValue.plain(value).toString().length())
                .sum();
    }

    boolean isDone() {
        return result != null;
    }

    void done(PushResult itsResult) {
        result = itsResult;
    }

    PushResult result() {
        if (result == null) {
            throw new IllegalStateException("The result of a lead was asked for before there was one.");
        }
        return result;
    }
}
