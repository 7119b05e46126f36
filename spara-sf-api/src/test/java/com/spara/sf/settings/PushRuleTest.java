package com.spara.sf.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Conversation;
import com.spara.sf.spi.WriteRule;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushRuleTest {

    @Test
    void twoRowsToOneFieldAreRefusedNamingBoth() {
        PushRule rule = PushRule.updateExisting().map("phone", "Phone");
        String message = assertThrows(IllegalArgumentException.class, () -> rule.map("mobile", "phone"))
                .getMessage();
        assertTrue(message.contains("phone") && message.contains("mobile") && message.contains("Phone"), message);
    }

    @Test
    void overwriteIsTheDefaultForANewRow() {
        assertEquals(WriteRule.OVERWRITE, FieldMapping.of("phone", "Phone").rule());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Phone Number", "Phone'", "9Phone", "Id", "id", "Account.Name"})
    void whatCannotBeAFieldIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> FieldMapping.of("phone", name));
        assertThrows(IllegalArgumentException.class, () -> FieldMapping.constant("x", name));
    }

    @Test
    void aConversationIsNoConstant() {
        assertThrows(IllegalArgumentException.class, () -> FieldMapping.constant(Conversation.of(), "Description"));
    }

    @Test
    void theMappingsOfARuleThatIsOffAreKept() {
        PushRule off = PushRule.off().map("phone", "Phone");
        assertFalse(off.updates() || off.creates());
        assertEquals(1, off.mappings().size());
    }

    @Test
    void placeholderIsNotProvidedUnlessChangedOrSwitchedOff() {
        PushRule.CreateWhenNoMatch rule = PushRule.updateExisting().createWhenNoMatch();
        assertEquals(Optional.of("[not provided]"), rule.placeholderText());
        assertEquals(Optional.of("unknown"), rule.placeholder("unknown").placeholderText());
        assertEquals(Optional.empty(), rule.withoutPlaceholder().placeholderText());
        assertThrows(IllegalArgumentException.class, () -> rule.placeholder(" "));
    }

    @Test
    void optionsAndMappingsSurviveEachOther() {
        PushRule.CreateWhenNoMatch rule = PushRule.updateExisting()
                .map("phone", "Phone")
                .createWhenNoMatch()
                .withoutAssignmentRules()
                .unlessOtherObjectMatched()
                .map("fax", "Fax");
        assertTrue(rule.isUnlessOtherObjectMatched() && !rule.runsAssignmentRules());
        assertEquals(2, rule.mappings().size());
    }

    @Test
    void toStringShowsNoConstant() {
        assertFalse(FieldMapping.constant("secret", "LeadSource").toString().contains("secret"));
    }
}
