package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.client.SettingsJson;
import org.junit.jupiter.api.Test;

/** Settings travel as text, with the plug-ins by their names. */
class HostSettingsTest {

    private final String json = SettingsJson.write(HostSettings.inCode());

    @Test
    void settingsInCodeAndByNameAreTheSame() {
        assertEquals(HostSettings.inCode(), HostSettings.byName(json));
    }

    @Test
    void aNameThatWasNotMadeKnownIsRefusedWithItsPlace() {
        String said = assertThrows(IllegalArgumentException.class, () -> SettingsJson.read(json))
                .getMessage();
        assertTrue(said.contains("leads.mappings[1].rule") && said.contains("'append with the date'"), said);
    }
}
