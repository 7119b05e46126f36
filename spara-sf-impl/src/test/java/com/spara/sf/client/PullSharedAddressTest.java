package com.spara.sf.client;

import static com.spara.sf.LeadField.SALESFORCE_CONTACT_ID;
import static com.spara.sf.LeadField.SALESFORCE_LEAD_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.client.pull.PageSize;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.GoneRecord;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.testkit.Conversion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several records have one e-mail address, and the one whose Id the host's lead bears is gone or moves: the others are not lost. */
class PullSharedAddressTest extends WithSharedAddress {

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
    void aConvertedLeadThatIsReadWhereItsAddressIsLeftIsToldOnce() {
        org.convert(two);
        later();
        org.update(one, "Email", BYRON);
        PullPage page = pull(hot);
        assertEquals(List.of(two, one), told(page));
        assertEquals(1, page.apiCalls());
    }

    @Test
    void aConvertedLeadWhoseContactIsHeldIsToldOnceWhereItsAddressIsLeft() {
        org.convert(two);
        pullContacts();
        later();
        org.update(one, "Email", BYRON);
        PullPage page = pull(hot);
        assertEquals(List.of(two, one), told(page));
        assertEquals(2, page.apiCalls()); // and who else has the address
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoIsLeftIsToldThoughTheHostChangedTheAddressOfTheLead(boolean isDeleted) {
        held.set(0, held.get(0).with("email", "work@example.com"));
        if (isDeleted) {
            org.delete(one);
        } else {
            org.update(one, "Rating", "Cold");
        }
        pull(hot);
        assertEquals(List.of(two), ids(SALESFORCE_LEAD_ID));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherOneIsToldIfTheOneThatWasChosenIsNoMoreThereOrMovedBeforeItIsRead(boolean isDeleted) {
        RecordId third = add("C", ADA);
        pull(hot);
        later();
        org.delete(one);
        SplitWire split = new SplitWire(org.transport());
        split.beforeLeftBehind(() -> {
            if (isDeleted) {
                org.delete(third);
            } else {
                org.update(third, "Email", BYRON);
            }
        });
        sync = split.sync(org);
        pullToTheEnd();
        pullToTheEnd();
        assertEquals(isDeleted ? List.of(two) : List.of(two, third), ids(SALESFORCE_LEAD_ID));
    }

    @Test
    void whoWasChosenAndMovesWhileTheOthersAreAskedForAgainIsToldOnce() {
        RecordId sixth = add("S", ADA);
        RecordId third = add("C", OTHER);
        later();
        RecordId fourth = add("D", OTHER);
        later();
        org.update(two, "LastName", "B2");
        pullToTheEnd();
        later();
        org.delete(one);
        org.delete(third);
        SplitWire split = new SplitWire(org.transport());
        split.beforeLeftBehind(() -> {
            org.update(fourth, "Email", BYRON);
            split.beforeAddresses(() -> {
                later();
                org.update(two, "Email", OTHER);
            });
        });
        sync = split.sync(org);
        assertEquals(List.of(two), told(pull(hot)));
        later();
        pullToTheEnd();
        assertEquals(List.of(two, sixth, fourth), ids(SALESFORCE_LEAD_ID));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLeadToWhichAnAddressFallsOnAPageBearsNoIdThatIsGone(boolean isOfContactFirst) {
        RecordId account = org.add("Account", "Name", "Acme");
        RecordId contact = org.add("Contact", "LastName", "C", "Email", BYRON, "AccountId", account);
        pullContacts();
        RecordId third = add("V", OTHER);
        pull(hot);
        org.update(contact, "Email", OTHER);
        pullContacts();
        Lead ofContact = bearing(SALESFORCE_CONTACT_ID, contact);
        held.remove(ofContact);
        held.add(isOfContactFirst ? 0 : held.size(), ofContact);
        org.delete(third);
        org.clock().advance(Duration.ofDays(20));
        RecordId converted = add("Y", BYRON);
        org.convert(converted, account, contact);
        later();
        RecordId fourth = add("Z", OTHER);
        cursor = PullCursor.start();
        pullToTheEnd();
        assertEquals(List.of(one, converted, fourth), ids(SALESFORCE_LEAD_ID));
    }

    @Test
    void whoIsLeftByEachOfTwoLeadsThatBearOneIdIsTold() {
        RecordId third = add("C", OTHER);
        held.add(Lead.of(OTHER).with(SALESFORCE_LEAD_ID, one));
        pull(hot);
        org.delete(one);
        pull(hot);
        assertEquals(List.of(two, third), ids(SALESFORCE_LEAD_ID));
    }

    @Test
    void anAddressThatIsLeftIsAskedForOnce() {
        RecordId third = add("C", OTHER);
        pull(hot);
        org.delete(third);
        add("D", OTHER);
        org.update(one, "Email", BYRON);
        assertEquals(3, pull(hot).apiCalls()); // the page, who else has the address, and that one
    }

    @Test
    void theIdOfARecordThatCannotBeSeenAnyLongerGoesToTheOneThatIsRead() {
        org.rights().seesOnly("Lead", row -> !row.id().equals(one));
        org.update(two, "LastName", "C");
        pull(hot);
        assertEquals(List.of(two), ids(SALESFORCE_LEAD_ID));
    }

    @Test
    void whoIsLeftIsToldAlsoIfAnotherHasTheirAddressForAMomentAndWasNotReadThen() {
        RecordId third = add("C", OTHER);
        pull(hot);
        org.update(one, "Email", BYRON);
        later();
        org.update(third, "Email", ADA);
        org.pageSize(1);
        while (bearing(SALESFORCE_LEAD_ID, one).email().equals(Optional.of(ADA))) {
            pull(hot);
        }
        org.update(third, "Email", OTHER);
        org.pageSize(PageSize.MOST);
        pull(hot);
        assertEquals(List.of(one, two, third), ids(SALESFORCE_LEAD_ID));
    }

    @Test
    void whetherAnIdIsThereIsAskedOnce() {
        org.clock().advance(Duration.ofHours(1));
        RecordId unknown = add("U", OTHER);
        pull(hot);
        held.remove(bearing(SALESFORCE_LEAD_ID, unknown));
        org.delete(unknown);
        add("C", ADA);
        assertEquals(2, pull(hot).apiCalls());
    }

    @Test
    void aLeadThatBecameTheContactOfOneIsNotWhoeverElseHasTheAddressThatIsLeft() {
        RecordId third = add("C", ADA);
        pull(hot);
        RecordId contact = org.convert(two).contactId();
        pullContacts();
        org.update(one, "Email", BYRON);
        pull(hot);
        assertEquals(List.of(one, third), ids(SALESFORCE_LEAD_ID));
        assertEquals(List.of(contact), ids(SALESFORCE_CONTACT_ID));
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
}
