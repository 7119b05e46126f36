package com.spara.sf.examples;

import static com.spara.sf.LeadField.SALESFORCE_CONTACT_ID;
import static com.spara.sf.LeadField.SALESFORCE_LEAD_ID;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.GoneRecord;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.PullTryOut;
import com.spara.sf.sync.PulledLead;
import com.spara.sf.sync.SalesforceSync;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A host that pulls: its database is a list, and its cursor a text. */
final class Pulls {

    // region a pull rule
    static final PullRule HOT = PullRule.leads("hot")
            .where(Filter.is("Rating", "Hot").and(Filter.since("CreatedDate", LocalDate.of(2026, 1, 1))))
            .map("FirstName", "first_name")
            .map("LastName", "last_name");
    // endregion

    private final List<Lead> leads = new ArrayList<>();
    private String cursor = PullCursor.start().toText();

    // region pull by loop
    void pull(SalesforceSync sync) {
        for (PullPage page = sync.pull(HOT, cursor(), this::known); ; page = sync.pull(HOT, page.next(), this::known)) {
            saveTogether(page.leads(), page.gone(), page.next());
            if (page.isLast()) {
                break;
            }
        }
    }
    // endregion

    // region pull by stream
    void pullAsStream(SalesforceSync sync, KnownLeads known) {
        sync.pullAll(HOT, cursor(), known).forEach(page -> saveTogether(page.leads(), page.gone(), page.next()));
    }
    // endregion

    // region look at everything
    void lookAtEverything(SalesforceSync sync) {
        cursor = PullCursor.start().toText();
        pull(sync);
        List<RecordId> held = leads.stream()
                .flatMap(lead -> lead.id(SALESFORCE_LEAD_ID).stream())
                .toList();
        sync.reconcile(HOT, cursor(), held).forEach(this::remove);
    }
    // endregion

    static String tried(SalesforceSync sync) {
        // region try a rule
        PullTryOut tried = sync.tryOut(HOT);
        String shown = tried.count() + " records, the first of them " + tried.first();
        // endregion
        return shown;
    }

    // region known
    /** The leads that bear one of the Ids, and those that have one of the addresses, which are in lower case. */
    Collection<Lead> known(Collection<RecordId> ids, Collection<String> emails) {
        Set<RecordId> asked = Set.copyOf(ids);
        Set<String> addresses = Set.copyOf(emails);
        return leads.stream()
                .filter(lead -> ids(lead).anyMatch(asked::contains)
                        || addresses.contains(lead.email().orElse("").toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Stream<RecordId> ids(Lead lead) {
        return Stream.of(SALESFORCE_LEAD_ID, SALESFORCE_CONTACT_ID).flatMap(key -> lead.id(key).stream());
    }
    // endregion

    // region save together
    private PullCursor cursor() {
        return PullCursor.fromText(cursor);
    }

    /** In a database this is one transaction. What was known is replaced, what is new is added, and then what is gone removed. */
    private void saveTogether(List<PulledLead> pulled, List<GoneRecord> gone, PullCursor next) {
        for (PulledLead record : pulled) {
            record.known().ifPresent(leads::remove);
            leads.add(record.lead());
        }
        gone.forEach(this::remove);
        cursor = next.toText();
    }

    /** Who has another record stays, without the Id of the one that is gone. */
    private void remove(GoneRecord gone) {
        List<Lead> bearing = leads.stream()
                .filter(lead -> ids(lead).anyMatch(gone.id()::equals))
                .toList();
        leads.removeAll(bearing);
        bearing.stream()
                .map(lead -> lead.with(keyOf(lead, gone.id()), null))
                .filter(lead -> ids(lead).findAny().isPresent())
                .forEach(leads::add);
    }

    private static String keyOf(Lead lead, RecordId id) {
        boolean isLead = lead.id(SALESFORCE_LEAD_ID).filter(id::equals).isPresent();
        return isLead ? SALESFORCE_LEAD_ID : SALESFORCE_CONTACT_ID;
    }
    // endregion

    void has(Lead lead) {
        leads.add(lead);
    }

    List<Lead> leads() {
        return leads;
    }
}
