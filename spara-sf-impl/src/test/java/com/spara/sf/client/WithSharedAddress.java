package com.spara.sf.client;

import static com.spara.sf.LeadField.SALESFORCE_CONTACT_ID;
import static com.spara.sf.LeadField.SALESFORCE_LEAD_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.PulledLead;
import com.spara.sf.sync.SalesforceSync;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** A host whose lead of one e-mail address was read from two Leads, of which it bears the first. */
abstract class WithSharedAddress extends OnFakeOrg {

    static final String BYRON = "byron@example.com";
    static final String OTHER = "other@example.com";

    final PullRule hot = PullRule.leads("hot").where(Filter.is("Rating", "Hot")).map("LastName", "last_name");
    final PullRule contacts = PullRule.contacts("contacts").map("LastName", "contact_name");
    SalesforceSync sync = connection.sync(SyncSettings.standard());
    final List<Lead> held = new ArrayList<>();
    final RecordId one = add("A", ADA);
    PullCursor cursor = PullCursor.start();
    PullCursor ofContacts = PullCursor.start();
    RecordId two = one;

    RecordId add(String name, String email) {
        return org.add("Lead", "LastName", name, "Company", "A", "Email", email, "Rating", "Hot");
    }

    @BeforeEach
    void theHostHoldsOneLeadOfTwoRecords() {
        later();
        two = add("B", ADA);
        pull(hot);
        assertEquals(List.of(one), ids(SALESFORCE_LEAD_ID));
        later();
    }

    Collection<Lead> known(Collection<RecordId> ids, Collection<String> emails) {
        return held.stream()
                .filter(lead -> lead.email().filter(emails::contains).isPresent()
                        || ids.stream().anyMatch(id -> bears(lead, id)))
                .toList();
    }

    /** Stores the leads of a page before it removes by Id what is gone. */
    PullPage pull(PullRule rule) {
        PullPage page = sync.pull(rule, cursor, this::known);
        page.leads().forEach(pulled -> {
            pulled.known().ifPresent(held::remove);
            held.add(pulled.lead());
        });
        page.gone().forEach(gone -> remove(gone.id()));
        cursor = page.next();
        return page;
    }

    /** Who has another record stays, without the Id of the one that is gone. */
    private void remove(RecordId id) {
        List<Lead> bearing = held.stream().filter(lead -> bears(lead, id)).toList();
        held.removeAll(bearing);
        bearing.stream()
                .map(lead -> lead.with(
                        lead.id(SALESFORCE_LEAD_ID).filter(id::equals).isPresent()
                                ? SALESFORCE_LEAD_ID
                                : SALESFORCE_CONTACT_ID,
                        null))
                .filter(lead -> lead.id(SALESFORCE_LEAD_ID)
                        .or(() -> lead.id(SALESFORCE_CONTACT_ID))
                        .isPresent())
                .forEach(held::add);
    }

    private static boolean bears(Lead lead, RecordId id) {
        return Stream.of(SALESFORCE_LEAD_ID, SALESFORCE_CONTACT_ID)
                .anyMatch(key -> lead.id(key).filter(id::equals).isPresent());
    }

    List<RecordId> ids(String key) {
        return List.copyOf(new TreeSet<>(
                held.stream().flatMap(lead -> lead.id(key).stream()).toList()));
    }

    Lead bearing(String key, RecordId id) {
        return held.stream()
                .filter(lead -> lead.id(key).filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    static List<RecordId> told(PullPage page) {
        return page.leads().stream().map(PulledLead::id).toList();
    }

    void pullToTheEnd() {
        PullPage page = pull(hot);
        while (!page.isLast()) {
            page = pull(hot);
        }
    }

    PullPage pullContacts() {
        PullCursor ofLeads = cursor;
        cursor = ofContacts;
        PullPage page = pull(contacts);
        ofContacts = cursor;
        cursor = ofLeads;
        later();
        return page;
    }
}
