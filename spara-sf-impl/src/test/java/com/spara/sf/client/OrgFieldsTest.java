package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.Fit;
import com.spara.sf.settings.Fit.Verdict;
import com.spara.sf.settings.OrgField;
import com.spara.sf.settings.OrgFields;
import com.spara.sf.sync.Problem;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mapping screen is drawn from. */
class OrgFieldsTest extends OnFakeOrg {

    @BeforeEach
    void customFields() {
        org.addField("Lead", FakeField.longText("Chat_Transcript__c", 32_000));
        org.addField("Lead", FakeField.text("Short__c", 10));
        org.addField("Lead", FakeField.number("Score__c", 5, 2));
        org.addField("Lead", FakeField.date("Met__c"));
        org.addField("Lead", FakeField.picklist("Size__c", "Small", "Large"));
        org.addField("Lead", FakeField.checkbox("Vip__c"));
    }

    private OrgFields fields() {
        return sync(both).fields("Lead");
    }

    private OrgField field(String name) {
        return fields().field(name).orElseThrow();
    }

    @Test
    void aFieldHasAllThatARowShows() {
        OrgField size = field("size__C");
        assertEquals(List.of("Size__c", "picklist"), List.of(size.name(), size.type()));
        assertEquals(
                List.of("Small", "Large"),
                size.choices().stream().map(OrgField.Choice::value).toList());
        assertTrue(size.isCustom() && size.isWritableOnCreate() && size.isWritableOnUpdate());
        assertEquals(32_000, field("Chat_Transcript__c").length());
        assertEquals(2, field("Score__c").decimals());
        assertTrue(field("Company").isRequired() && !field("Phone").isRequired());
        assertFalse(field("LastName").label().isEmpty());
        assertTrue(field("OwnerId").referenceTo().contains("User"));
    }

    @ParameterizedTest
    @CsvSource({"Name, made up of others", "Address, made up of others", "CreatedDate, keeps the field itself"})
    void aFieldThatNobodyWritesSaysWhy(String name, String why) {
        String said = field(name).whyNotWritable().map(Reason::text).orElse("writable");
        assertTrue(said.contains(why), said);
    }

    @Test
    void everyFieldThatCanBeWrittenCanBeAskedAbout() {
        OrgFields fields = fields();
        assertTrue(fields.writable().size() > 20
                && fields.writable().size() < fields.all().size());
        fields.writable().forEach(field -> fields.fit(FieldMapping.of("first_name", field.name())));
    }

    @Test
    void aFieldWithoutTheRightSaysSo() {
        org.rights().readOnly("Lead", "Phone");
        Reason why = field("Phone").whyNotWritable().orElseThrow();
        assertTrue(why.is(ReasonCode.FIELD_READ_ONLY) && why.text().contains("The admin gives Edit on it"), why.text());
        assertTrue(fields().fit(FieldMapping.of("phone", "Phone")).isRefused());
    }

    @Test
    void whereTheObjectCannotBeWrittenThatIsTheReason() {
        org.rights().cannotCreate("Lead").cannotEdit("Lead");
        assertTrue(field("Phone").whyNotWritable().orElseThrow().is(ReasonCode.NO_RIGHT));
        assertEquals(List.of(), fields().writable());
    }

    @Test
    void aHiddenFieldIsNotThere() {
        org.rights().hides("Lead", "Phone");
        assertTrue(fields().field("Phone").isEmpty());
        Fit fit = fields().fit(FieldMapping.of("phone", "Phone"));
        assertTrue(fit.isRefused() && fit.reason().orElseThrow().is(ReasonCode.FIELD_UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({
        "phone, Phone, OFFERED",
        "conversation, Chat_Transcript__c, OFFERED",
        "conversation, Short__c, WARNED",
        "conversation, Score__c, REFUSED",
        "first_name, Met__c, REFUSED",
        "first_name, Name, REFUSED",
        "salesforce_account_id, OwnerId, REFUSED",
        "salesforce_account_owner_id, OwnerId, OFFERED",
        "anything, Gone__c, REFUSED"
    })
    void aMappingIsOfferedWarnedOfOrRefused(String from, String to, Verdict verdict) {
        assertEquals(verdict, fields().fit(FieldMapping.of(from, to)).verdict());
    }

    @Test
    void aSampleTellsMore() {
        OrgFields fields = fields();
        assertEquals(Verdict.REFUSED, verdict(fields, "Met__c", "soon"));
        assertEquals(Verdict.OFFERED, verdict(fields, "Met__c", LocalDate.of(2026, 1, 1)));
        assertEquals(Verdict.WARNED, verdict(fields, "Short__c", "longer than ten"));
        assertEquals(Verdict.WARNED, verdict(fields, "Score__c", new BigDecimal("1.234")));
        assertEquals(Verdict.OFFERED, verdict(fields, "Vip__c", true));
    }

    private static Verdict verdict(OrgFields fields, String to, Object sample) {
        return fields.fit(FieldMapping.of("host_field", to), sample).verdict();
    }

    @Test
    void onlyIfEmptyIntoAFieldThatNeverIsIsWarnedOf() {
        assertEquals(
                Verdict.WARNED,
                fields().fit(FieldMapping.of("vip", "Vip__c").onlyIfEmpty()).verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "first_name, FirstName",
        "job_title, Title",
        "mobile_phone, MobilePhone",
        "score, Score__c",
        "conversation, Chat_Transcript__c",
        "company, Company"
    })
    void theLikeliestFieldIsSuggestedFirst(String from, String to) {
        assertEquals(to, fields().suggestions(from).get(0).name());
    }

    @Test
    void nothingIsSuggestedForANameThatIsLikeNone() {
        assertEquals(List.of(), fields().suggestions("zebra"));
    }

    @Test
    void aFieldThatWentOrBecameReadOnlyIsFoundAndStaysInTheSettings() {
        sync(both).push(ada);
        org.rights().hides("Lead", "Phone").readOnly("Lead", "Company");
        sync(both).fields("Lead");
        List<String> found =
                sync(both).check(both).stream().map(Problem::toString).toList();
        assertTrue(found.stream().anyMatch(text -> text.startsWith("ERROR Lead.Phone")), found.toString());
        assertTrue(found.stream().anyMatch(text -> text.startsWith("ERROR Lead.Company")), found.toString());
        assertTrue(SettingsJson.write(both).contains("\"Phone\""));
    }

    @Test
    void askingCostsOneCallEachTime() {
        fields();
        int before = org.calls().all().size();
        fields();
        assertEquals(before + 1, org.calls().all().size());
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        assertThrows(IllegalArgumentException.class, () -> sync(both).fields("Lead/../User"));
        assertThrows(RequestRefusedException.class, () -> sync(both).fields("Nothing__c"));
        org.next(Call.any()).answersError(503, "SERVER_UNAVAILABLE", "busy").times(9);
        assertThrows(OrgUnreachableException.class, () -> sync(both).fields("Lead"));
    }
}
