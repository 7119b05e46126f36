package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.FieldShape;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Write;
import com.spara.sf.spi.WriteRule;
import com.spara.sf.sync.Problem;
import com.spara.sf.testkit.FakeField;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field that is stricter than when it was mapped is found by {@code check}, if the mapping remembers what it was like. */
class DriftTest extends OnFakeOrg {

    @BeforeEach
    void customFields() {
        org.addField("Lead", FakeField.text("Note__c", 80));
        org.addField("Lead", FakeField.number("Score__c", 5, 2));
        org.addField("Lead", FakeField.picklist("Size__c", "Small", "Large").restricted());
        org.addField("Lead", FakeField.picklist("Mood__c", "Good"));
    }

    private List<Reason> found(FieldMapping mapping) {
        SyncSettings settings =
                SyncSettings.standard().leads(PushRule.updateExisting().map(mapping));
        return sync(settings).check(settings).stream().map(Problem::reason).toList();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Note__c, string, 255, held 255 characters when it was mapped and holds 80 now",
                "Note__c, textarea, 0, had no limit when it was mapped and holds 80 now",
                "Score__c, string, 255, type was string when it was mapped and is number now",
                "Note__c, double, 0, type was double when it was mapped and is text now",
                "Size__c, picklist, 255, takes its own values only"
            })
    void whatIsStricterNowIsFound(String field, String type, int length, String said) {
        FieldMapping mapping = FieldMapping.of("note", field).madeFor(FieldShape.of(type, length));
        List<Reason> found = found(mapping);
        assertEquals(
                List.of(ReasonCode.FIELD_CHANGED),
                found.stream().map(Reason::code).toList());
        assertTrue(found.get(0).text().replace(", and", " and").contains(said), found.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "Note__c, string, 80",
        "Note__c, string, 40",
        "Note__c, textarea, 80",
        "Score__c, currency, 0",
        "Mood__c, picklist, 255"
    })
    void whatTakesAllThatItTookIsNoNews(String field, String type, int length) {
        assertEquals(List.of(), found(FieldMapping.of("note", field).madeFor(FieldShape.of(type, length))));
    }

    @Test
    void aRestrictedPicklistThatWasOneIsNoNews() {
        FieldShape was = FieldShape.of("picklist", 255).restricted();
        assertEquals(List.of(), found(FieldMapping.of("size", "Size__c").madeFor(was)));
    }

    @ParameterizedTest
    @CsvSource({"first_name, Score__c", "salesforce_account_id, Score__c", "email, Score__c"})
    void whatTheLibraryKnowsOfItsOwnFieldsNeedsNoMemory(String from, String to) {
        List<Reason> found = found(FieldMapping.of(from, to).onlyIfEmpty());
        assertEquals(
                List.of(ReasonCode.WRONG_TYPE), found.stream().map(Reason::code).toList());
        assertTrue(found.get(0).text().startsWith("What " + from + " holds never fits. "), found.toString());
    }

    @Test
    void aRuleOfTheHostsOwnMayTurnTheValueIntoWhatFits() {
        WriteRule length =
                WriteRule.named("length", field -> Write.value(field.hostText().length()));
        assertEquals(List.of(), found(FieldMapping.of("first_name", "Score__c").by(length)));
    }

    @Test
    void aMappingThatRemembersNothingIsNotWarnedOf() {
        assertEquals(List.of(), found(FieldMapping.of("note", "Note__c")));
    }

    @Test
    void aFieldFitsWhatItWasMadeForAndTheScreenSaysWhatChanged() {
        FieldMapping mapping = FieldMapping.of("note", "Note__c");
        FieldShape now =
                sync(both).fields("Lead").field("Note__c").orElseThrow().shape();
        assertEquals(FieldShape.of("string", 80), now);
        assertTrue(sync(both).fields("Lead").fit(mapping.madeFor(now)).reason().isEmpty());
        assertTrue(sync(both)
                .fields("Lead")
                .fit(mapping.madeFor(FieldShape.of("string", 255)))
                .reason()
                .orElseThrow()
                .is(ReasonCode.FIELD_CHANGED));
    }

    @Test
    void theShapeStaysWhateverElseIsSaid() {
        FieldShape shape = FieldShape.of("string", 80);
        FieldMapping mapping =
                FieldMapping.of("note", "Note__c").madeFor(shape).onlyIfEmpty().cutToFit();
        assertEquals(shape, mapping.shape().orElseThrow());
    }
}
