package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.client.Plugins;
import com.spara.sf.client.SettingsJson;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.FieldShape;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.testkit.FakeField;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The samples of {@code docs/settings-page.md}. */
class SettingsPageTest extends OnAcme {

    private SettingsPage page;

    @BeforeEach
    void connected() {
        connect();
        page = new SettingsPage(salesforce.connection("acme").sync(settings));
    }

    @Test
    void eachFieldHasARow() {
        List<String> rows = page.rows("Lead");
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("Company (string, 255) required")), rows.toString());
        assertTrue(rows.stream().anyMatch(row -> row.contains("made up of others")), rows.toString());
    }

    @Test
    void choicesHaveTheirWarnings() {
        org.addField("Lead", FakeField.text("Short__c", 5));
        Map<String, String> choices = page.choices(page.sync().fields("Lead"), "job_title", "Countess of Lovelace");
        assertEquals("", choices.get("Title"));
        assertTrue(choices.get("Short__c").contains("holds 5"), choices.toString());
        assertFalse(choices.containsKey("CreatedDate"));
        assertEquals("Title", page.suggested("job_title"));
    }

    @Test
    void driftIsFound() {
        assertEquals(List.of(), page.drift(settings));
        org.rights().hides("Lead", "Company");
        List<String> drift = page.drift(settings);
        assertTrue(
                drift.stream().anyMatch(text -> text.startsWith("Lead.Company: The org has no such field")),
                drift.toString());
    }

    @Test
    void aRowRemembersWhatItsFieldIsLike() {
        FieldMapping row = SettingsPage.row(
                "job_title", page.sync().fields("Lead").field("Title").orElseThrow());
        assertEquals(FieldShape.of("string", 128), row.shape().orElseThrow());
        SyncSettings longer = settings.leads(PushRule.updateExisting().map(row.madeFor(FieldShape.of("string", 255))));
        List<String> drift = page.drift(longer);
        assertTrue(
                drift.stream().anyMatch(text -> text.startsWith("Lead.Title: The field held 255")), drift.toString());
    }

    @Test
    void theTextComesBack() {
        assertEquals(settings, SettingsPage.read(SettingsPage.stored(settings), Plugins.none()));
        assertEquals(
                SettingsJson.schema().strip(),
                Page.of("schema/settings-v1.schema.json").text().strip());
    }
}
