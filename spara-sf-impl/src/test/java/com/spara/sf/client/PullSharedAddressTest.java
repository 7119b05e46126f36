package com.spara.sf.client;

import static com.spara.sf.LeadField.SALESFORCE_CONTACT_EMAIL;
import static com.spara.sf.LeadField.SALESFORCE_CONTACT_ID;
import static com.spara.sf.LeadField.SALESFORCE_LEAD_EMAIL;
import static com.spara.sf.LeadField.SALESFORCE_LEAD_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.GoneRecord;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Conversion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several records have one e-mail address, and the one whose Id the host's lead bears is gone or moves: the others are not lost. */
class PullSharedAddressTest extends OnFakeOrg {

    private static final String BYRON = "byron@example.com";
    private static final String OTHER = "other@example.com";

    private final PullRule hot =
            PullRule.leads("hot").where(Filter.is("Rating", "Hot")).map("LastName", "last_name");
    private final PullRule contacts = PullRule.contacts("contacts").map("LastName", "contact_name");
    private SalesforceSync sync = connection.sync(SyncSettings.standard());
    private final List<Lead> held = new ArrayList<>();
    private final RecordId one = add("A", ADA);
    private PullCursor cursor = PullCursor.start();
    private PullCursor ofContacts = PullCursor.start();
    private RecordId two = one;

    private RecordId add(String name, String email) {
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

    private Collection<Lead> known(Collection<RecordId> ids, Collection<String> emails) {
        return held.stream()
                .filter(lead -> lead.email().filter(emails::contains).isPresent()
                        || lead.id(SALESFORCE_LEAD_ID).filter(ids::contains).isPresent()
                        || lead.id(SALESFORCE_CONTACT_ID).filter(ids::contains).isPresent())
                .toList();
    }

    /** Stores the leads of a page before it removes by Id what is gone. */
    private PullPage pull(PullRule rule) {
        PullPage page = sync.pull(rule, cursor, this::known);
        page.leads().forEach(pulled -> {
            pulled.known().ifPresent(held::remove);
            held.add(pulled.lead());
        });
        page.gone()
                .forEach(gone -> held.removeIf(lead ->
                        lead.id(SALESFORCE_LEAD_ID).filter(gone.id()::equals).isPresent()));
        cursor = page.next();
        return page;
    }

    private List<RecordId> ids(String key) {
        return List.copyOf(new TreeSet<>(
                held.stream().flatMap(lead -> lead.id(key).stream()).toList()));
    }

    @Test
    void whoIsLeftTakesThePlaceOfTheOneThatIsDeleted() {
        org.delete(one);
        PullPage page = pull(hot);
        assertEquals(List.of(two), ids(SALESFORCE_LEAD_ID));
        assertEquals("B", held.get(0).text("last_name").orElseThrow());
        assertEquals(3, page.apiCalls());
    }

    @Test
    void whoIsLeftTakesThePlaceOfTheOneThatTheRuleTakesNoMore() {
        org.update(one, "Rating", "Cold");
        pull(hot);
        assertEquals(List.of(two), ids(SALESFORCE_LEAD_ID));
    }

    @Test
    void whoIsLeftTakesThePlaceOfTheOneThatTakesAnotherAddress() {
        org.update(one, "Email", BYRON);
        pull(hot);
        assertEquals(List.of(one, two), ids(SALESFORCE_LEAD_ID));
        assertEquals(2, held.size());
    }

    @Test
    void whoComesAfterTheOneThatMovedOnThatPageIsNobodyElse() {
        org.update(one, "Email", BYRON);
        later();
        org.update(two, "LastName", "C");
        pull(hot);
        assertEquals(List.of(one, two), ids(SALESFORCE_LEAD_ID));
        assertTrue(held.stream().anyMatch(lead -> lead.email().equals(Optional.of(BYRON))));
    }

    @Test
    void whoHasALeadOfTheirOwnIsNotToldForThat() {
        held.add(Lead.of(ADA).with(SALESFORCE_LEAD_ID, two.value()).with("last_name", "B"));
        org.delete(one);
        PullPage page = pull(hot);
        assertEquals(List.of(), page.leads());
        assertEquals(List.of(two), ids(SALESFORCE_LEAD_ID));
    }

    @Test
    void nobodyIsAskedForIfTheHostKnowsNoLeads() {
        org.delete(one);
        assertEquals(1, sync.pull(hot, cursor, KnownLeads.none()).apiCalls());
    }

    @Test
    void aFullLookLeavesALeadTheIdOfARecordThatIsThere() {
        org.update(one, "Rating", "Cold");
        cursor = PullCursor.start();
        pull(hot);
        assertEquals(List.of(one), ids(SALESFORCE_LEAD_ID));
    }

    @Test
    void whoWasLeftByReconcilingIsToldWhenItIsPulledFromTheStartAgain() {
        org.update(one, "Rating", "Cold");
        cursor = PullCursor.start();
        pull(hot);
        List<GoneRecord> gone = sync.reconcile(hot, cursor, ids(SALESFORCE_LEAD_ID));
        assertEquals(List.of(one), gone.stream().map(GoneRecord::id).toList());
        held.clear();
        cursor = PullCursor.start();
        pull(hot);
        assertEquals(List.of(two), ids(SALESFORCE_LEAD_ID));
    }

    @Test
    void whoIsLeftIsToldThoughTheOneThatIsDeletedWasReadBefore() {
        SplitWire split = new SplitWire(org.transport());
        sync = split.sync(org);
        org.update(one, "LastName", "A2");
        split.beforeChanges(() -> org.delete(one));
        pull(hot);
        assertEquals(List.of(two), ids(SALESFORCE_LEAD_ID));
    }

    @Test
    void aFullLookGivesTheLeadAnotherIdForARecordThatLeftTheRecycleBin() {
        org.delete(one);
        org.clock().advance(Duration.ofDays(20));
        cursor = PullCursor.start();
        pull(hot);
        assertEquals(List.of(two), ids(SALESFORCE_LEAD_ID));
    }

    @Test
    void theContactThatALeadBecameIsLeftToTheLeadThatBearsItsId() {
        Conversion made = org.convert(one);
        org.update(made.contactId(), "Email", BYRON);
        PullCursor ofLeads = cursor;
        cursor = PullCursor.start();
        pull(contacts);
        cursor = ofLeads;
        pull(hot);
        assertEquals(
                1,
                held.stream()
                        .filter(lead -> lead.id(SALESFORCE_CONTACT_ID).isPresent())
                        .count());
    }

    @Test
    void aLeadOfALeadAndAContactNotesTheAddressThatItsOwnIsNot() {
        RecordId contact = addContact(ADA);
        pullContacts();
        org.update(one, "Email", BYRON);
        pull(hot);
        Lead both = bearing(SALESFORCE_CONTACT_ID, contact);
        assertEquals(ADA, both.text(SALESFORCE_CONTACT_EMAIL).orElseThrow());
        org.update(contact, "Email", BYRON);
        pullContacts();
        assertEquals(Optional.empty(), bearing(SALESFORCE_CONTACT_ID, contact).text(SALESFORCE_CONTACT_EMAIL));
    }

    @Test
    void whoSharesTheOtherAddressOfALeadAndAContactIsToldWhenThatIsLeft() {
        RecordId first = addContact(ADA);
        later();
        RecordId second = addContact(ADA);
        pullContacts();
        assertEquals(List.of(first), ids(SALESFORCE_CONTACT_ID));
        org.update(one, "Email", BYRON);
        pull(hot);
        org.update(first, "Email", BYRON);
        pullContacts();
        assertEquals(List.of(first, second), ids(SALESFORCE_CONTACT_ID));
    }

    @Test
    void aLeadWhoseContactHasAnotherAddressTakesInNoContactOfItsOwn() {
        addContact(ADA);
        pullContacts();
        org.update(one, "Email", BYRON);
        pull(hot);
        RecordId another = addContact(BYRON);
        pullContacts();
        assertEquals(Optional.of(BYRON), bearing(SALESFORCE_CONTACT_ID, another).email());
        assertEquals(Optional.of(BYRON), bearing(SALESFORCE_LEAD_ID, one).email());
    }

    @Test
    void aContactThatIsReadAgainUnchangedLeavesNoAddress() {
        RecordId contact = addContact(ADA);
        pullContacts();
        org.update(one, "Email", BYRON);
        pull(hot);
        org.update(contact, "LastName", "C");
        assertEquals(1, pullContacts().apiCalls());
        assertEquals(
                BYRON,
                bearing(SALESFORCE_LEAD_ID, one).text(SALESFORCE_LEAD_EMAIL).orElseThrow());
    }

    @Test
    void aFurtherLeadThatBecameTheContactOfOneBringsNotItsAddress() {
        RecordId account = org.add("Account", "Name", "Acme");
        RecordId contact = org.add("Contact", "LastName", "C", "Email", ADA, "AccountId", account);
        pullContacts();
        org.update(two, "Email", BYRON);
        org.convert(two, account, contact);
        pull(hot);
        assertEquals(Optional.of(ADA), bearing(SALESFORCE_LEAD_ID, one).email());
    }

    @Test
    void theLeadThatBecameTheContactOfOneTakesThePlaceOfTheOneThatIsDeleted() {
        RecordId contact = org.convert(two).contactId();
        pullContacts();
        assertEquals(
                contact,
                bearing(SALESFORCE_LEAD_ID, one).id(SALESFORCE_CONTACT_ID).orElseThrow());
        pull(hot);
        later();
        org.delete(one);
        pull(hot);
        assertEquals(
                contact,
                bearing(SALESFORCE_LEAD_ID, two).id(SALESFORCE_CONTACT_ID).orElseThrow());
    }

    @Test
    void aLeadIsNotFoundByTheAddressThatItLostOnThatPage() {
        RecordId converted = add("C", BYRON);
        RecordId contact = org.convert(converted).contactId();
        org.update(contact, "Email", OTHER);
        pullContacts();
        RecordId another = add("D", OTHER);
        pull(hot);
        assertEquals(Optional.of(BYRON), bearing(SALESFORCE_LEAD_ID, converted).email());
        assertEquals(Optional.of(OTHER), bearing(SALESFORCE_LEAD_ID, another).email());
    }

    @Test
    void anotherLeadIsFoundByTheAddressThatOneLostOnThatPage() {
        RecordId converted = add("C", BYRON);
        RecordId contact = org.convert(converted).contactId();
        org.update(contact, "Email", OTHER);
        pullContacts();
        held.add(Lead.of(OTHER).with("own", "1"));
        RecordId another = add("D", OTHER);
        pull(hot);
        assertEquals("1", bearing(SALESFORCE_LEAD_ID, another).text("own").orElseThrow());
    }

    private Lead bearing(String key, RecordId id) {
        return held.stream()
                .filter(lead -> lead.id(key).filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private PullPage pullContacts() {
        PullCursor ofLeads = cursor;
        cursor = ofContacts;
        PullPage page = pull(contacts);
        ofContacts = cursor;
        cursor = ofLeads;
        later();
        return page;
    }
}
