package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Matcher;
import com.spara.sf.sync.PushResult;
import com.spara.sf.testkit.FakeField;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** The samples of {@code docs/matching.md}, its order and its picture. */
class FindingTest extends OnFreshOrg {

    private static final String ADA = "ada@example.com";

    private PushResult push(SyncSettings settings) {
        return sync(settings).push(Lead.of(ADA).with("customer_number", "C-17"));
    }

    private RecordId lead(Object... more) {
        org.clock().advance(Duration.ofDays(1));
        RecordId id = org.lead(ADA, "LastName", "Lovelace");
        org.update(id, more);
        return id;
    }

    @Test
    void theNumberDecidesBeforeTheAddress() {
        org.addField("Lead", FakeField.text("Customer_No__c", 20).externalId());
        RecordId customer = lead("Customer_No__c", "C-17", "Email", "else@example.com");
        lead();
        PushResult result = push(SyncSettings.standard().matching(Finding.BY_NUMBER_THEN_EMAIL));
        assertEquals(Optional.of(customer), result.lead().id());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aNumberFieldIsFoundByANumber(int decimals) {
        org.addField("Lead", FakeField.number("Member_No__c", 10, decimals).externalId());
        RecordId member = lead("Member_No__c", 17, "Email", "else@example.com");
        lead();
        SyncSettings settings =
                SyncSettings.standard().matching(Matching.standard().before(Matcher.EMAIL, Finding.BY_MEMBER_NUMBER));
        Lead ada = Lead.of(ADA);
        assertEquals(
                Optional.of(member),
                sync(settings).push(ada.with("member_number", "17")).lead().id());
        assertEquals(List.of(), Finding.BY_MEMBER_NUMBER.lookups(ada.with("member_number", "none"), "Lead"));
    }

    @Test
    void thePhoneFindsWhomTheNumberDoesNotAndTheAddressStays() {
        org.addField("Lead", FakeField.text("Customer_No__c", 20).externalId());
        RecordId byPhone = lead("Phone", "1", "Email", "old@example.com");
        Lead moved = Lead.of("new@example.com").with("customer_number", "C-17").with("phone", "1");
        PushResult result = sync(Finding.byNumberElsePhone()).push(moved);
        assertEquals(Optional.of(byPhone), result.lead().id());
        org.expect().value(byPhone, "Email", "old@example.com").value(byPhone, "Customer_No__c", "C-17");
    }

    @Test
    void theAddressAloneIsOneMatcher() {
        assertEquals(List.of(Matcher.EMAIL), Finding.BY_EMAIL_ALONE.matchers());
    }

    @Test
    void theUnconvertedOneIsTakenAndSaid() {
        RecordId open = lead();
        org.convert(lead());
        PushResult result = push(SyncSettings.standard());
        assertEquals(Optional.of(open), result.lead().id());
        assertEquals("Found by e-mail, the unconverted one of 2", Finding.why(result.lead()));
    }

    @Test
    void theMostRecentOneIsTakenAndSaid() {
        lead();
        RecordId newest = lead();
        PushResult result = push(SyncSettings.standard());
        assertEquals(Optional.of(newest), result.lead().id());
        assertEquals("Found by e-mail, the most recently created one of 2", Finding.why(result.lead()));
    }

    @Test
    void aContactKeepsASecondRecordFromBeingMade() {
        org.contact(ADA, "LastName", "Lovelace");
        PushResult result = push(Finding.oneRecordForEachPerson());
        assertTrue(Finding.why(result.lead()).contains("A record of the other object matched"), result::explain);
        org.expect().records("Lead", 0);
    }

    @Test
    void whoReturnsAfterAConversionGetsANewLeadIfTheHostSaysSo() {
        org.convert(lead());
        push(SyncSettings.standard());
        org.expect().records("Lead", 1);
        push(Finding.aNewLeadForWhoReturns());
        org.expect().records("Lead", 2);
    }

    @Test
    void thePageAndThePictureHaveTheMatchersInTheirOrder() throws Exception {
        List<String> names =
                Matching.standard().matchers().stream().map(Matcher::name).toList();
        assertEquals(names, inOrder(Page.of("matching.md").text(), names));
        assertEquals(names, inOrder(picture(), names));
    }

    @Test
    void thePictureIsLegibleByNightToo() throws IOException {
        String svg = Files.readString(Page.EXAMPLES.resolveSibling("matching.svg"));
        assertTrue(svg.contains("prefers-color-scheme: dark") && svg.contains("<title ") && svg.contains("<desc "));
    }

    /** The text in the picture; it fails if that is no XML. */
    private static String picture() throws Exception {
        String svg = Files.readString(Page.EXAMPLES.resolveSibling("matching.svg"));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement()
                .getTextContent();
    }

    /** Those of the names that a text has, each after the one before it. */
    private static List<String> inOrder(String text, List<String> names) {
        int[] from = {0};
        return names.stream()
                .filter(name -> {
                    int at = text.indexOf(name, from[0]);
                    from[0] = at < 0 ? from[0] : at + name.length();
                    return at >= 0;
                })
                .toList();
    }
}
