package com.spara.sf.client;

import static com.spara.sf.LeadField.SALESFORCE_ACCOUNT_ID;
import static com.spara.sf.LeadField.SALESFORCE_ACCOUNT_NAME;
import static com.spara.sf.LeadField.SALESFORCE_ACCOUNT_WEBSITE;
import static com.spara.sf.LeadField.SALESFORCE_ASSIGNED_SALES_REP_EMAIL;
import static com.spara.sf.LeadField.SALESFORCE_ASSIGNED_SALES_REP_ID;
import static com.spara.sf.LeadField.SALESFORCE_CONTACT_ID;
import static com.spara.sf.LeadField.SALESFORCE_LEAD_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.spi.Write;
import com.spara.sf.spi.WriteRule;
import com.spara.sf.sync.PullChange;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.PulledLead;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was read, laid over what the host holds: what is news, whose values stay, and which record a lead is. */
class PullKnownTest extends OnFakeOrg {

    private final PullRule leads = PullRule.leads("leads")
            .map("LastName", "last_name")
            .map("Phone", "phone")
            .map("Title", "title");
    private final PullRule contacts = PullRule.contacts("contacts").map("LastName", "last_name");
    private final SalesforceSync sync = connection.sync(SyncSettings.standard());

    private static KnownLeads host(Lead... held) {
        return (ids, emails) -> List.of(held);
    }

    private PullPage look(PullRule rule, Lead... held) {
        return sync.pull(rule, PullCursor.start(), host(held));
    }

    private Lead first(PullRule rule, Lead... held) {
        return look(rule, held).leads().get(0).lead();
    }

    @Test
    void aFieldThatWasEmptiedIsNewsAndTheHostsValueStays() {
        RecordId ada = org.add("Lead", "LastName", "ada", "Company", "A", "Phone", "1");
        Lead held = first(leads);
        org.update(ada, "Phone", null);
        PulledLead pulled = look(leads, held).leads().get(0);
        assertEquals(Set.of("phone"), pulled.emptied());
        assertEquals("1", pulled.lead().text("phone").orElseThrow());
        assertFalse(pulled.read().text("phone").isPresent());
        assertEquals(0, look(leads, held.with("phone", null)).leads().size());
    }

    @Test
    void aConversionIsNewsThoughTheContactIsKnown() {
        RecordId ada = addLead(ADA);
        RecordId account = org.add("Account", "Name", "Acme");
        RecordId contact = org.add("Contact", "LastName", "Lovelace", "Email", ADA, "AccountId", account);
        Lead held = first(contacts, first(leads));
        org.convert(ada, account, contact);
        PulledLead pulled = look(leads, held).leads().get(0);
        assertEquals(PullChange.CONVERTED, pulled.change());
        assertFalse(pulled.isEcho());
    }

    @Test
    void anAccountThatWasTakenOffIsTakenOffTheLead() {
        RecordId account = org.add("Account", "Name", "Acme", "Website", "acme.example");
        RecordId ada = org.add("Contact", "LastName", "ada", "Email", ADA, "AccountId", account);
        Lead held = first(contacts);
        org.update(ada, "AccountId", null);
        Lead pulled = first(contacts, held);
        assertFalse(pulled.text(SALESFORCE_ACCOUNT_ID).isPresent()
                || pulled.text(SALESFORCE_ACCOUNT_NAME).isPresent());
    }

    @Test
    void anAccountThatWasFoundByItsNameStays() {
        addContact(ADA);
        Lead held = first(contacts).with("company", "Acme").with(SALESFORCE_ACCOUNT_NAME, "ACME");
        assertEquals(1, look(contacts, held).echoes());
    }

    @Test
    void noLeadShowsPartsOfTwoAccountsOrAnOwnerWhoLeft() {
        RecordId acme = org.add("Account", "Name", "Acme", "Website", "acme.example");
        RecordId beta = org.add("Account", "Name", "Beta");
        RecordId rep = org.user("Rita Rep", "rita@acme.example");
        RecordId ada = org.add("Contact", "LastName", "ada", "AccountId", acme, "OwnerId", rep);
        Lead held = first(contacts);
        assertEquals(
                "rita@acme.example",
                held.text(SALESFORCE_ASSIGNED_SALES_REP_EMAIL).orElseThrow());
        org.update(ada, "AccountId", beta);
        org.deactivate(rep);
        Lead pulled = first(contacts, held);
        assertEquals("Beta", pulled.text(SALESFORCE_ACCOUNT_NAME).orElseThrow());
        assertFalse(pulled.text(SALESFORCE_ACCOUNT_WEBSITE).isPresent());
        assertFalse(pulled.text(SALESFORCE_ASSIGNED_SALES_REP_ID).isPresent());
    }

    @Test
    void whatCannotBeReadStays() {
        RecordId acme = org.add("Account", "Name", "Acme", "Website", "acme.example");
        org.add("Contact", "LastName", "ada", "AccountId", acme);
        Lead held = first(contacts);
        org.rights().hides("Account", "Website");
        assertEquals(1, look(contacts, held).echoes());
    }

    @Test
    void theOwnerOfTheLeadStaysTheRepOfAPersonWhoIsAContactToo() {
        RecordId rep = org.user("Rita Rep", "rita@acme.example");
        org.add("Lead", "LastName", "Lovelace", "Company", "A", "Email", ADA, "OwnerId", rep);
        addContact(ADA);
        Lead asLead = first(leads);
        Lead asBoth = first(contacts, asLead);
        assertEquals(rep, asBoth.id(SALESFORCE_ASSIGNED_SALES_REP_ID).orElseThrow());
        assertEquals(1, look(leads, asBoth).echoes());
        assertEquals(1, look(contacts, asBoth).echoes());
    }

    @Test
    void anEchoOfAPushIsNoNewsHoweverTheHostSpellsItsValues() {
        org.addField("Lead", FakeField.number("Score__c", 5, 0));
        SyncSettings settings = SyncSettings.standard()
                .leads(PushRule.updateExisting()
                        .createWhenNoMatch()
                        .map("last_name", "LastName")
                        .map("company", "Company")
                        .map("size", "NumberOfEmployees")
                        .map("score", "Score__c")
                        .map(FieldMapping.of("title", "Title").cutToFit()));
        SalesforceSync both = connection.sync(settings);
        Lead pushed = both.push(Lead.of("ADA@example.com")
                        .with("last_name", " Lovelace ")
                        .with("company", "Acme")
                        .with("size", "42")
                        .with("score", new BigDecimal("1.50"))
                        .with("title", "t".repeat(200)))
                .enrichedLead();
        PullPage page = both.pull(PullRule.leads("all"), PullCursor.start(), host(pushed));
        assertEquals(List.of(), page.leads());
        assertEquals(1, page.echoes());
    }

    @Test
    void aMarkToClearIsNotUndone() {
        org.add("Lead", "LastName", "ada", "Company", "A", "Phone", "1");
        Lead held = first(leads).clearing("phone");
        assertEquals(1, look(leads, held).echoes());
        org.update(held.id(SALESFORCE_LEAD_ID).orElseThrow(), "LastName", "byron");
        assertTrue(first(leads, held).isCleared("phone"));
    }

    @Test
    void twoRecordsOfOnePersonOnOnePageAreLaidOverOneAnother() {
        RecordId one =
                org.add("Lead", "LastName", "A", "Company", "A", "Email", ADA, "Phone", "1", "Title", "Countess");
        later();
        RecordId two = org.add("Lead", "LastName", "B", "Company", "A", "Email", ADA);
        PullPage page = look(leads, Lead.of(ADA).with("own", "1"));
        Lead last = page.leads().get(1).lead();
        assertEquals(one, last.id(SALESFORCE_LEAD_ID).orElseThrow());
        assertEquals("B", last.text("last_name").orElseThrow());
        assertEquals("1", last.text("phone").orElseThrow());
        assertEquals(ReasonCode.SAME_PERSON_TWICE, page.notes().get(0).code());
        assertEquals(List.of(one, two), page.notes().get(0).ids());
    }

    @Test
    void whoeverIsMergedOrMadeAnewLivesOnUnderTheIdThatIsLeft() {
        RecordId one = org.add("Lead", "LastName", "A", "Company", "A", "Email", ADA);
        RecordId two = org.add("Lead", "LastName", "B", "Company", "A", "Email", ADA);
        PullPage page = look(leads);
        Lead held = page.leads().get(1).lead().with("own", "1");
        later();
        org.merge(two, one);
        page = sync.pull(leads, page.next(), host(held));
        assertEquals(List.of(one), page.gone().stream().map(gone -> gone.id()).toList());
        assertOnly(two, page);
        later();
        org.delete(two);
        RecordId anew = org.add("Lead", "LastName", "C", "Company", "A", "Email", ADA);
        assertOnly(anew, sync.pull(leads, page.next(), host(page.leads().get(0).lead())));
    }

    private static void assertOnly(RecordId id, PullPage page) {
        Lead last = page.leads().get(page.leads().size() - 1).lead();
        assertEquals(id, last.id(SALESFORCE_LEAD_ID).orElseThrow());
        assertEquals("1", last.text("own").orElseThrow());
        assertEquals(List.of(), page.notes());
    }

    @Test
    void whoWasMergedOnAnotherPageOrInAnotherLookLivesOnToo() {
        RecordId one = org.add("Lead", "LastName", "A", "Company", "A", "Email", ADA);
        RecordId two = org.add("Lead", "LastName", "B", "Company", "A", "Email", ADA);
        Lead held = Lead.of(ADA).with(SALESFORCE_LEAD_ID, one.value()).with("own", "1");
        org.merge(two, one);
        assertOnly(two, look(leads, held));
    }

    @Test
    void whoIsTakenNoMoreLivesOnUnderTheIdThatIsLeft() {
        PullRule hot = leads.where(Filter.is("Rating", "Hot"));
        RecordId one = org.add("Lead", "LastName", "A", "Company", "A", "Email", ADA, "Rating", "Hot");
        PullPage first = look(hot);
        later();
        org.update(one, "Rating", "Cold");
        RecordId two = org.add("Lead", "LastName", "B", "Company", "A", "Email", ADA, "Rating", "Hot");
        PullPage page = sync.pull(hot, first.next(), host(first.leads().get(0).lead()));
        assertEquals(two, page.leads().get(0).lead().id(SALESFORCE_LEAD_ID).orElseThrow());
    }

    @Test
    void anUnknownPersonWhoComesTwiceIsOne() {
        org.add("Lead", "LastName", "A", "Company", "A", "Email", ADA, "Phone", "1");
        later();
        org.add("Lead", "LastName", "B", "Company", "A", "Email", ADA);
        List<PulledLead> pulled = look(leads).leads();
        assertEquals(pulled.get(0).lead(), pulled.get(1).known().orElseThrow());
    }

    @Test
    void aHostThatIsAtTheNewestEndsThere() {
        org.add("Lead", "LastName", "A", "Company", "A", "Email", ADA);
        later();
        RecordId newest = org.add("Lead", "LastName", "B", "Company", "A", "Email", ADA);
        Lead held = Lead.of(ADA).with("last_name", "B").with(SALESFORCE_LEAD_ID, newest.value());
        List<PulledLead> pulled = look(leads, held).leads();
        Lead last = pulled.get(pulled.size() - 1).lead();
        assertEquals("B", last.text("last_name").orElseThrow());
        assertEquals(newest, last.id(SALESFORCE_LEAD_ID).orElseThrow());
    }

    @Test
    void aStoredContactIdIsNotReplacedByAnotherOfTheSameAddress() {
        RecordId one = addContact(ADA);
        RecordId two = addContact(ADA);
        Lead held = first(contacts);
        org.update(two, "LastName", "Byron");
        PulledLead last = look(contacts, held).leads().get(0);
        assertEquals(two, last.id());
        assertEquals(one, last.lead().id(SALESFORCE_CONTACT_ID).orElseThrow());
    }

    @Test
    void onlyWhatTheHostHoldsIsGone() {
        PullRule hot = leads.where(Filter.is("Rating", "Hot"));
        RecordId ada = org.add("Lead", "LastName", "ada", "Company", "A", "Rating", "Hot");
        PullPage first = look(hot);
        later();
        for (int i = 0; i < 100; i++) {
            org.add("Lead", "LastName", "cold" + i, "Company", "A", "Rating", "Cold");
        }
        org.update(ada, "Rating", "Cold");
        Lead held = first.leads().get(0).lead();
        PullPage second = sync.pull(hot, first.next(), host(held));
        assertEquals(List.of(ada), second.gone().stream().map(gone -> gone.id()).toList());
        assertEquals(101, sync.pull(hot, first.next()).gone().size());
    }

    @Test
    void theEMailAddressIsMappedThoughTheFieldFillsAnotherToo() {
        addLead(ADA);
        Lead pulled = first(PullRule.leads("work").map("Email", "work_mail"));
        assertEquals(ADA, pulled.email().orElseThrow());
        assertEquals(ADA, pulled.text("work_mail").orElseThrow());
    }

    @Test
    void aWriteRuleOfTheHostsOwnIsNotTurnedRoundAndThatIsSaid() {
        SyncSettings settings = SyncSettings.standard()
                .leads(both.leads()
                        .map(FieldMapping.of("note", "Title")
                                .by(WriteRule.named("append", field -> Write.value("x")))));
        PullPage page = connection.sync(settings).pull(PullRule.leads("all"), PullCursor.start());
        assertEquals(ReasonCode.RULE_NOT_TURNED, page.notes().get(0).code());
    }
}
