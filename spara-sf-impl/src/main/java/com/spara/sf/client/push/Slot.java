package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.client.describe.StoredValue;
import com.spara.sf.sync.PushResult;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The place of one lead among many, which its result takes. Used by one thread at a time. */
final class Slot {

    private final Lead lead;
    private final Set<String> people;
    private final NoCompany noCompany;
    private int tries;
    private @Nullable PushResult result;

    Slot(Lead lead, Set<String> people, NoCompany noCompany) {
        this.lead = lead;
        this.people = people;
        this.noCompany = noCompany;
    }

    Lead lead() {
        return lead;
    }

    /** What its person is known by; empty where batches are pushed one after another. */
    Set<String> people() {
        return people;
    }

    /** What the Account is known by that its Contact may hang on: its name and its Id, as far as the lead tells. */
    Set<Object> accounts() {
        Set<Object> accounts = new LinkedHashSet<>();
        lead.text(LeadField.COMPANY).flatMap(noCompany::name).ifPresent(name -> accounts.add(new AccountName(name)));
        lead.id(LeadField.SALESFORCE_ACCOUNT_ID).ifPresent(accounts::add);
        return accounts;
    }

    private record AccountName(String name) {}

    /** Notes that it is pushed once more; how often that was by now. */
    int tried() {
        return ++tries;
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
