package com.spara.sf.client;

import static com.spara.sf.LeadField.SALESFORCE_CONTACT_ID;
import static com.spara.sf.LeadField.SALESFORCE_CONTACT_NOTE;
import static com.spara.sf.LeadField.SALESFORCE_LEAD_ID;
import static com.spara.sf.LeadField.SALESFORCE_LEAD_NOTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.settings.PullRule;
import com.spara.sf.sync.PullCursor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lead bears a Lead and a Contact of different e-mail addresses, and notes the one that it has not itself. */
class PullNotedAddressTest extends WithSharedAddress {

    @Test
    void aLeadOfALeadAndAContactNotesTheAddressThatItsOwnIsNot() {
        RecordId contact = addContact(ADA);
        pullContacts();
        org.update(one, "Email", BYRON);
        pull(hot);
        Lead both = bearing(SALESFORCE_CONTACT_ID, contact);
        assertEquals(contact + " " + ADA, both.text(SALESFORCE_CONTACT_NOTE).orElseThrow());
        org.update(contact, "Email", BYRON);
        pullContacts();
        assertEquals(Optional.empty(), bearing(SALESFORCE_CONTACT_ID, contact).text(SALESFORCE_CONTACT_NOTE));
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
                one + " " + BYRON,
                bearing(SALESFORCE_LEAD_ID, one).text(SALESFORCE_LEAD_NOTE).orElseThrow());
    }

    /** The lead bears a Lead whose address is noted; its own is that of its Contact. */
    private RecordId contactWhoseAddressIsTheLeads() {
        RecordId contact = addContact(ADA);
        pullContacts();
        org.update(contact, "Email", BYRON);
        pullContacts();
        return contact;
    }

    /** The lead bears a Contact whose address is noted; its own is that of its Lead. */
    private RecordId contactWhoseAddressIsNoted() {
        RecordId contact = addContact(ADA);
        pullContacts();
        org.update(one, "Email", BYRON);
        pull(hot);
        later();
        return contact;
    }

    private void itHasAValueOfItsOwn(RecordId contact) {
        Lead lead = bearing(SALESFORCE_CONTACT_ID, contact);
        held.set(held.indexOf(lead), lead.with("own", "precious"));
    }

    private void requireItGoesOnAs(RecordId lead, RecordId contact) {
        Lead left = bearing(SALESFORCE_CONTACT_ID, contact);
        assertEquals(Optional.of(lead), left.id(SALESFORCE_LEAD_ID));
        assertEquals(Optional.of("precious"), left.text("own"));
        assertEquals(
                1,
                held.stream()
                        .filter(any -> any.email().equals(Optional.of(BYRON)))
                        .count());
    }

    private void lookAt(PullRule rule, boolean isFull) {
        cursor = isFull ? PullCursor.start() : cursor;
        ofContacts = isFull ? PullCursor.start() : ofContacts;
        if (rule.equals(hot)) {
            pull(hot);
        } else {
            pullContacts();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLeadIntoWhichTheNotedOneIsMergedTakesItsPlace(boolean isFull) {
        RecordId contact = contactWhoseAddressIsTheLeads();
        itHasAValueOfItsOwn(contact);
        RecordId master = add("C", BYRON);
        org.merge(master, one);
        lookAt(hot, isFull);
        requireItGoesOnAs(master, contact);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLeadThatIsMadeAnewTakesThePlaceOfTheNotedOne(boolean isFull) {
        RecordId contact = contactWhoseAddressIsTheLeads();
        itHasAValueOfItsOwn(contact);
        org.delete(one);
        RecordId anew = add("C", BYRON);
        lookAt(hot, isFull);
        requireItGoesOnAs(anew, contact);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theContactIntoWhichTheNotedOneIsMergedTakesItsPlace(boolean isFull) {
        RecordId contact = contactWhoseAddressIsNoted();
        itHasAValueOfItsOwn(contact);
        RecordId master = addContact(BYRON);
        org.merge(master, contact);
        lookAt(contacts, isFull);
        requireItGoesOnAs(one, master);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theContactThatIsMadeAnewTakesThePlaceOfTheNotedOne(boolean isFull) {
        RecordId contact = contactWhoseAddressIsNoted();
        itHasAValueOfItsOwn(contact);
        org.delete(contact);
        RecordId anew = addContact(BYRON);
        lookAt(contacts, isFull);
        requireItGoesOnAs(one, anew);
    }

    @Test
    void theLeadThatIsMadeAnewTakesThePlaceOfANotedOneThatLeftTheRecycleBin() {
        RecordId contact = contactWhoseAddressIsTheLeads();
        itHasAValueOfItsOwn(contact);
        org.delete(one);
        org.clock().advance(Duration.ofDays(20));
        RecordId anew = add("C", BYRON);
        assertTrue(pull(hot).next().isFullLookDue());
        requireItGoesOnAs(anew, contact);
    }

    @Test
    void whoSharesTheNotedAddressIsToldWhenAnotherTakesItsPlaceOnAPageBeforeItIsGone() {
        contactWhoseAddressIsTheLeads();
        RecordId anew = add("C", BYRON);
        later();
        org.delete(one);
        org.pageSize(1);
        pullToTheEnd();
        assertEquals(List.of(two, anew), ids(SALESFORCE_LEAD_ID));
    }

    @Test
    void whoSharesTheNotedAddressOfALeadThatIsMetWhileOthersAreAskedForIsTold() {
        RecordId third = add("C", OTHER);
        later();
        RecordId fourth = add("D", OTHER);
        pull(hot);
        RecordId contact = addContact(ADA);
        RecordId another = addContact(OTHER);
        pullContacts();
        org.update(contact, "Email", BYRON);
        org.update(another, "Email", ADA);
        pullContacts();
        org.clock().advance(Duration.ofHours(1));
        RecordId anew = add("E", BYRON);
        later();
        org.delete(one);
        org.delete(third);
        sync = new SplitWire(org.transport()).sync(org, 1);
        pullToTheEnd();
        assertEquals(List.of(two, fourth, anew), ids(SALESFORCE_LEAD_ID));
    }

    @Test
    void everyLeadThatBearsAnIdWhichIsGoneIsFoundByItsAddress() {
        contactWhoseAddressIsTheLeads();
        Lead first = bearing(SALESFORCE_LEAD_ID, one);
        held.add(first.with(SALESFORCE_CONTACT_ID, null)
                .with("email", OTHER)
                .with(SALESFORCE_LEAD_NOTE, one + " " + ADA)
                .with("own", "precious"));
        org.delete(one);
        RecordId anew = add("C", BYRON);
        RecordId other = add("D", OTHER);
        pull(hot);
        assertEquals(Optional.of(BYRON), bearing(SALESFORCE_LEAD_ID, anew).email());
        assertEquals("precious", bearing(SALESFORCE_LEAD_ID, other).text("own").orElseThrow());
    }

    @Test
    void aNoteOfARecordWhoseIdTheLeadBearsNoMoreSaysNothing() {
        RecordId contact = contactWhoseAddressIsTheLeads();
        RecordId another = add("Y", BYRON);
        pull(hot);
        assertEquals(List.of(one, another), ids(SALESFORCE_LEAD_ID));
        later();
        RecordId third = add("C", BYRON);
        RecordId fourth = add("D", BYRON);
        pull(hot);
        bearsNow(bearing(SALESFORCE_CONTACT_ID, contact), third);
        org.update(another, "Email", OTHER);
        pull(hot);
        later();
        org.update(third, "Email", "third@example.com");
        pull(hot);
        assertEquals(List.of(another, third, fourth), ids(SALESFORCE_LEAD_ID));
    }

    /** As after a push that matched another record by e-mail address. */
    private void bearsNow(Lead lead, RecordId id) {
        held.set(held.indexOf(lead), lead.with(SALESFORCE_LEAD_ID, id));
    }
}
