package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.SalesforceException;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.GoneRecord;
import com.spara.sf.sync.PullChange;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.PullTryOut;
import com.spara.sf.sync.PulledLead;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeField;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Existing records as leads: what comes, what is gone, and what the cursor remembers. */
class PullTest extends OnFakeOrg {

    private final PullRule all = PullRule.leads("all").map("LastName", "last_name");
    private final PullRule hot = all.where(Filter.is("Rating", "Hot"));
    private final SalesforceSync sync = connection.sync(SyncSettings.standard());

    private RecordId hotLead(String name) {
        return org.add("Lead", "LastName", name, "Company", "Acme", "Email", name + "@example.com", "Rating", "Hot");
    }

    private PullPage pull(PullRule rule) {
        return sync.pull(rule, PullCursor.start());
    }

    private PullPage again(PullPage page) {
        return sync.pull(hot, PullCursor.fromText(page.next().toText()));
    }

    private static List<String> names(PullPage page) {
        return page.leads().stream()
                .map(pulled -> pulled.lead().text("last_name").orElseThrow())
                .toList();
    }

    private static String reasonOf(SalesforceException refused) {
        return refused.reason().code();
    }

    @Test
    void theRecordsThatTheRuleTakesBecomeLeads() {
        RecordId id = hotLead("ada");
        org.add("Lead", "LastName", "cold", "Company", "Acme", "Rating", "Cold");
        PullPage page = pull(hot);
        assertEquals(List.of("ada"), names(page));
        Lead lead = page.leads().get(0).lead();
        assertEquals("ada@example.com", lead.email().orElseThrow());
        assertEquals(id, lead.id(LeadField.SALESFORCE_LEAD_ID).orElseThrow());
        assertTrue(page.isLast());
    }

    @Test
    void aPageIsOneCallAfterTheDescribe() {
        hotLead("ada");
        PullPage first = pull(hot);
        assertEquals(2, first.apiCalls());
        assertEquals(1, again(first).apiCalls());
        assertEquals(3, org.calls().count());
    }

    @Test
    void severalPagesAreACallEach() {
        org.pageSize(200);
        for (int i = 0; i < 450; i++) {
            hotLead("l" + i);
        }
        List<PullPage> pages =
                sync.pullAll(hot, PullCursor.start(), KnownLeads.none()).toList();
        assertEquals(450, pages.stream().mapToInt(page -> page.leads().size()).sum());
        assertEquals(pages.size() + 1, org.calls().count());
        assertEquals(450, pages.get(0).progress().total().orElseThrow());
        assertEquals(200, pages.get(0).progress().done());
    }

    @Test
    void aFirstLookReadsFourThousandInACall() {
        for (int i = 0; i < 4_700; i++) {
            hotLead("l" + i);
        }
        List<PullPage> pages =
                sync.pullAll(hot, PullCursor.start(), KnownLeads.none()).toList();
        assertEquals(
                List.of(3_999, 701),
                pages.stream().map(page -> page.leads().size()).toList());
        assertEquals(4_700, names(pages).size());
        assertEquals(pages.size() + 1, org.calls().count());
    }

    private static Set<String> names(List<PullPage> pages) {
        return pages.stream()
                .flatMap(page -> page.leads().stream())
                .map(lead -> lead.read().text("last_name").orElseThrow())
                .collect(Collectors.toSet());
    }

    @Test
    void nothingIsMissedBetweenTheTwoQueriesOfACall() {
        SplitWire split = new SplitWire(org.transport());
        List<RecordId> all = new ArrayList<>();
        for (int i = 0; i < 4_700; i++) {
            all.add(hotLead("l" + i));
        }
        split.beforeFurther(() -> {
            org.delete(all.get(7));
            org.update(all.get(9), "Rating", "Cold");
        });
        List<PullPage> pages = split.sync(org)
                .pullAll(hot, PullCursor.start(), KnownLeads.none())
                .toList();
        assertEquals(2_000, pages.get(0).leads().size());
        assertEquals(4_700, names(pages).size());
    }

    @Test
    void aSecondQueryThatIsRefusedLeavesThePageOfTheFirst() {
        for (int i = 0; i < 2_100; i++) {
            hotLead("l" + i);
        }
        SplitWire split = new SplitWire(org.transport());
        split.beforeFurther(() -> org.next(Call.query()).answersError(400, "QUERY_TOO_COMPLICATED", "too complicated"));
        List<PullPage> pages = split.sync(org)
                .pullAll(hot, PullCursor.start(), KnownLeads.none())
                .toList();
        assertEquals(
                List.of(2_000, 100),
                pages.stream().map(page -> page.leads().size()).toList());
    }

    @Test
    void whatChangesIsReadAgainAndNothingElse() {
        RecordId ada = hotLead("ada");
        hotLead("bob");
        later();
        PullPage first = pull(hot);
        later();
        org.update(ada, "LastName", "byron");
        later();
        PullPage second = again(first);
        assertEquals(List.of("byron"), names(second));
        assertEquals(List.of(), names(again(second)));
    }

    @Test
    void aChangeInTheSecondInWhichItWasReadIsSeen() {
        RecordId ada = hotLead("ada");
        PullPage first = pull(hot);
        org.update(ada, "LastName", "byron");
        later();
        assertEquals(List.of("byron"), names(again(first)));
    }

    @Test
    void aRecordThatCommitsLateIsSeen() {
        PullPage first = pull(hot);
        org.lateAdd(Duration.ofMinutes(10), "Lead", "LastName", "late", "Company", "Acme", "Rating", "Hot");
        later();
        hotLead("ada");
        later();
        PullPage second = again(first);
        assertEquals(List.of("ada"), names(second));
        org.clock().advance(Duration.ofMinutes(10));
        assertEquals(List.of("late"), names(again(second)));
    }

    @Test
    void whatIsGoneIsSaid() {
        RecordId deleted = hotLead("ada");
        RecordId loser = hotLead("bob");
        RecordId master = hotLead("cleo");
        RecordId cooled = hotLead("dora");
        PullPage first = pull(hot);
        later();
        org.delete(deleted);
        org.merge(master, loser);
        org.update(cooled, "Rating", "Cold");
        PullPage second = again(first);
        assertEquals(
                Set.of(deleted + " DELETED", loser + " MERGED", cooled + " NO_LONGER_MATCHES"),
                second.gone().stream()
                        .map(gone -> gone.id() + " " + gone.change())
                        .collect(Collectors.toSet()));
        assertEquals(
                master,
                second.gone().stream()
                        .flatMap(gone -> gone.mergedInto().stream())
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aConvertedLeadSaysSoAndBringsItsContactAndAccount() {
        RecordId ada = hotLead("ada");
        org.convert(ada);
        PulledLead pulled = pull(hot).leads().get(0);
        assertEquals(PullChange.CONVERTED, pulled.change());
        assertTrue(pulled.lead().id(LeadField.SALESFORCE_CONTACT_ID).isPresent());
        assertEquals(
                "Acme", pulled.lead().text(LeadField.SALESFORCE_ACCOUNT_NAME).orElseThrow());
    }

    @Test
    void theOwnerAndTheAccountRideAlong() {
        RecordId owner = org.user("Rita Rep", "rita@acme.example");
        RecordId account = org.add("Account", "Name", "Acme", "Website", "acme.example");
        org.add("Contact", "LastName", "ada", "AccountId", account, "OwnerId", owner);
        PullPage page = pull(PullRule.contacts("people"));
        Lead lead = page.leads().get(0).lead();
        assertEquals("Acme", lead.text(LeadField.SALESFORCE_ACCOUNT_NAME).orElseThrow());
        assertEquals(
                "rita@acme.example",
                lead.text(LeadField.SALESFORCE_ASSIGNED_SALES_REP_EMAIL).orElseThrow());
        assertEquals(2, page.apiCalls());
    }

    @Test
    void thePushMappingsAreTurnedRoundAndValuesAreOfTheJdk() {
        org.add("Lead", "LastName", "ada", "Company", "Acme", "Phone", "1", "NumberOfEmployees", 7);
        SyncSettings settings = SyncSettings.standard()
                .leads(both.leads().map("size", "NumberOfEmployees").map("conversation", "Description"));
        Lead lead = connection
                .sync(settings)
                .pull(PullRule.leads("all"), PullCursor.start())
                .leads()
                .get(0)
                .lead();
        assertEquals("Acme", lead.text("company").orElseThrow());
        assertEquals(BigDecimal.valueOf(7), lead.value("size").orElseThrow());
        assertFalse(lead.value("conversation").isPresent());
    }

    @Test
    void aFieldThatIsPushedTwiceIsNotTurnedRound() {
        SyncSettings settings = SyncSettings.standard().leads(both.leads().map("phone", "MobilePhone"));
        SalesforceSync ambiguous = connection.sync(settings);
        assertThrows(IllegalArgumentException.class, () -> ambiguous.pull(PullRule.leads("all"), PullCursor.start()));
    }

    @Test
    void aLeadThatTheHostKnowsIsRecognisedAndAnEchoIsNoNews() {
        hotLead("ada");
        Lead first = pull(hot).leads().get(0).lead();
        PullPage page = sync.pull(hot, PullCursor.start(), (ids, emails) -> List.of(first.with("own", "1")));
        assertEquals(List.of(), page.leads());
        assertEquals(1, page.echoes());
    }

    @Test
    void aPersonKnownByEmailKeepsWhatTheHostHas() {
        hotLead("ada");
        Lead hosts = Lead.of("ADA@example.com").with("own", "1");
        PulledLead pulled = sync.pull(hot, PullCursor.start(), (ids, emails) -> List.of(hosts))
                .leads()
                .get(0);
        assertEquals(hosts, pulled.known().orElseThrow());
        assertEquals("1", pulled.lead().text("own").orElseThrow());
        assertEquals("ADA@example.com", pulled.lead().email().orElseThrow());
    }

    @Test
    void aPersonWhoIsALeadAndAContactIsTheSameLeadOfTheHost() {
        RecordId asLead = addLead(ADA);
        RecordId asContact = addContact(ADA);
        Lead first = pull(all).leads().get(0).lead();
        PulledLead second = sync.pull(PullRule.contacts("people"), PullCursor.start(), (ids, emails) -> List.of(first))
                .leads()
                .get(0);
        assertEquals(first, second.known().orElseThrow());
        assertEquals(asLead, second.lead().id(LeadField.SALESFORCE_LEAD_ID).orElseThrow());
        assertEquals(
                asContact, second.lead().id(LeadField.SALESFORCE_CONTACT_ID).orElseThrow());
    }

    @Test
    void theHostIsAskedOncePerPage() {
        hotLead("ada");
        hotLead("bob");
        int[] asked = {0};
        sync.pull(hot, PullCursor.start(), (ids, emails) -> {
            asked[0]++;
            assertEquals(2, ids.size());
            return List.of();
        });
        assertEquals(1, asked[0]);
    }

    @Test
    void aFieldThatVanishedIsSaid() {
        hotLead("ada");
        PullRule rule = hot.map("Gone__c", "gone");
        PullPage page = pull(rule);
        assertEquals(ReasonCode.FIELD_UNKNOWN, page.notes().get(0).code());
        assertEquals(List.of("ada"), names(page));
    }

    @Test
    void aConditionOnAFieldThatVanishedIsRefused() {
        PullRule rule = all.where(Filter.is("Gone__c", 1));
        assertEquals(ReasonCode.FIELD_UNKNOWN, reasonOf(assertThrows(RequestRefusedException.class, () -> pull(rule))));
    }

    @Test
    void aChangedRuleIsRefusedAndTheHostHasAChoice() {
        hotLead("ada");
        PullPage page = pull(all);
        assertEquals(
                ReasonCode.PULL_RULE_CHANGED, reasonOf(assertThrows(RequestRefusedException.class, () -> again(page))));
        later();
        hotLead("bob");
        assertTrue(names(sync.pull(hot, page.next().goingOnWithChangedRule())).contains("bob"));
    }

    @Test
    void aCursorOfAnotherOrgIsRefused() {
        PullPage page = pull(hot);
        PullCursor foreign = PullCursor.fromText(page.next().toText());
        Map<String, String> parts = new TreeMap<>();
        for (String part : List.of("rule", "last")) {
            parts.put(part, foreign.part(part).orElseThrow());
        }
        parts.put("org", "00D000000000001EAA");
        assertEquals(
                ReasonCode.ANOTHER_ORG,
                reasonOf(assertThrows(RequestRefusedException.class, () -> sync.pull(hot, PullCursor.of(parts)))));
    }

    @Test
    void aFullLookIsDueWhenTheBinMayHaveBeenEmptied() {
        PullPage first = pull(hot);
        org.clock().advance(Duration.ofDays(16));
        PullPage second = again(first);
        assertTrue(second.next().isFullLookDue());
        assertEquals(ReasonCode.FULL_LOOK_DUE, second.notes().get(0).code());
        assertFalse(pull(hot).next().isFullLookDue());
    }

    @Test
    void reconcilingTellsWhatBecameOfWhatTheHostHolds() {
        RecordId stays = hotLead("ada");
        RecordId cooled = hotLead("bob");
        RecordId deleted = hotLead("cleo");
        org.update(cooled, "Rating", "Cold");
        org.delete(deleted);
        org.clock().advance(Duration.ofDays(20));
        List<GoneRecord> gone = sync.reconcile(hot, pull(hot).next(), List.of(stays, cooled, deleted));
        assertEquals(
                List.of(cooled + " NO_LONGER_MATCHES", deleted + " DELETED"),
                gone.stream().map(one -> one.id() + " " + one.change()).toList());
    }

    @Test
    void aRuleIsTriedOutInOneCall() {
        for (int i = 0; i < 12; i++) {
            hotLead("l" + i);
        }
        pull(hot);
        org.calls().clear();
        PullTryOut tried = sync.tryOut(hot);
        assertEquals(12, tried.count());
        assertEquals(10, tried.first().size());
        assertEquals(1, org.calls().count());
    }

    @Test
    void theFirstPullLooksBackAsFarAsTheRuleSays() {
        hotLead("old");
        org.clock().advance(Duration.ofDays(100));
        hotLead("new");
        assertEquals(List.of("new"), names(pull(hot.lookingBack(Duration.ofDays(90)))));
    }

    @Test
    void aFailedReadIsMadeAgainAndALostPageLeavesTheCursor() {
        hotLead("ada");
        org.next(Call.query()).answersError(503, "SERVER_UNAVAILABLE", "busy");
        assertEquals(List.of("ada"), names(pull(hot)));
        org.next(Call.any()).losesTheRequest().times(9);
        assertThrows(SalesforceException.class, () -> pull(hot));
    }

    @Test
    void filtersAreAskedForAsTheyAreMeant() {
        org.addField("Lead", FakeField.text("Region__c", 20));
        RecordId campaign = org.add("Campaign", "Name", "Webinar");
        RecordId ada = org.add("Lead", "LastName", "ada", "Company", "A", "Region__c", "EU", "NumberOfEmployees", 900);
        org.add("Lead", "LastName", "bob", "Company", "B", "Region__c", "US");
        org.add("CampaignMember", "CampaignId", campaign, "LeadId", ada);
        Filter big = Filter.soql("NumberOfEmployees > 500 AND (Company LIKE 'A%' OR CreatedDate = TODAY)");
        assertEquals(List.of("ada"), names(pull(all.where(big))));
        assertEquals(List.of("ada"), names(pull(all.where(Filter.inCampaign(campaign)))));
        assertEquals(
                List.of("bob"), names(pull(all.where(Filter.inCampaign(campaign).not()))));
        assertEquals(List.of("ada", "bob"), names(pull(all.where(Filter.in("Region__c", "EU", "US")))));
        assertEquals(List.of("bob"), names(pull(all.where(Filter.empty("NumberOfEmployees")))));
        assertEquals(List.of(), names(pull(all.where(Filter.before("CreatedDate", LocalDate.of(2020, 1, 1))))));
        assertEquals(
                List.of("bob"),
                names(pull(all.where(Filter.is("Region__c", "EU").not().or(Filter.is("Region__c", "US"))))));
    }

    @Test
    void aTypedConditionThatIsNoSoqlIsRefusedAtOnce() {
        PullRule rule = all.where(Filter.soql("Rating = = 'x'"));
        assertEquals("MALFORMED_QUERY", reasonOf(assertThrows(RequestRefusedException.class, () -> pull(rule))));
        assertEquals(2, org.calls().count());
    }

    @Test
    void aTypedConditionStaysWithinItsParentheses() {
        for (String bad :
                List.of("Rating = 'x') OR (Id != null", "Id IN (SELECT Id FROM Lead)", "Rating = 'x", "a;b")) {
            PullRule rule = all.where(Filter.soql(bad));
            assertEquals(
                    ReasonCode.FILTER_REFUSED,
                    reasonOf(assertThrows(RequestRefusedException.class, () -> pull(rule))),
                    bad);
        }
    }

    @Test
    void aFieldThatVanishesBetweenTwoPagesIsSaidAndCostsNoRecord() {
        PullRule rule = hot.map("Phone", "phone");
        PullPage first = pull(rule);
        org.rights().hides("Lead", "Phone");
        hotLead("ada");
        PullPage second = sync.pull(rule, first.next());
        assertEquals(List.of("ada"), names(second));
        assertEquals(ReasonCode.FIELD_UNKNOWN, second.notes().get(0).code());
    }

    @Test
    void aFieldThatWasMadeMeanwhileCanBeAConditionAtOnce() {
        pull(hot);
        org.addField("Lead", FakeField.text("Region__c", 20));
        org.add("Lead", "LastName", "ada", "Company", "A", "Region__c", "EU");
        assertEquals(List.of("ada"), names(pull(all.where(Filter.is("Region__c", "EU")))));
    }

    @Test
    void recordsOfOneSecondAreReadOnceEachWhateverThePage() {
        org.pageSize(2);
        for (int i = 0; i < 7; i++) {
            hotLead("l" + i);
        }
        List<String> read = sync.pullAll(hot, PullCursor.start(), KnownLeads.none())
                .flatMap(page -> names(page).stream())
                .toList();
        assertEquals(List.of("l0", "l1", "l2", "l3", "l4", "l5", "l6"), read);
    }

    @Test
    void deadLocatorsDoNotMatter() {
        org.pageSize(2);
        for (int i = 0; i < 3; i++) {
            hotLead("l" + i);
        }
        PullPage first = pull(hot);
        org.killCursors();
        org.clock().advance(Duration.ofDays(3));
        assertEquals(List.of("l2"), names(again(first)));
    }

    @Test
    void whatCannotWorkIsFoundByTheCheck() {
        SyncSettings wrong = SyncSettings.standard()
                .leads(both.leads().map("phone", "MobilePhone"))
                .pulling(PullRule.leads("ambiguous"))
                .pulling(all.where(Filter.empty("Gone__c")));
        assertEquals(
                Set.of(ReasonCode.AMBIGUOUS_MAPPING, ReasonCode.FIELD_UNKNOWN),
                sync.check(wrong).stream()
                        .map(problem -> problem.reason().code())
                        .collect(Collectors.toSet()));
    }

    @Test
    void aCursorIsOneLineAndACutOneIsRefused() {
        for (int i = 0; i < 400; i++) {
            hotLead("l" + i);
        }
        later();
        String text = pull(hot).next().toText();
        assertTrue(text.length() <= 16_000 && text.lines().count() == 1);
        String cut = text.substring(0, 255);
        assertThrows(IllegalArgumentException.class, () -> PullCursor.fromText(cut));
    }
}
