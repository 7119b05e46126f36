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

    private static final String SHAPE = "\"madeFor\":{\"type\":\"picklist\",\"length\":255,\"restricted\":true}";

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
        org.calls().clear();
        List<String> drift = page.drift(settings);
        assertEquals(1, org.calls().count());
        assertTrue(
                drift.stream().anyMatch(text -> text.startsWith("ERROR Lead.Company: The org has no such field")),
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
                drift.stream().anyMatch(text -> text.startsWith("WARNING Lead.Title: The field held 255")),
                drift.toString());
    }

    @Test
    void whoMapsTheFieldAnewHasAcceptedTheChange() {
        FieldMapping old = FieldMapping.of("job_title", "Title").madeFor(FieldShape.of("string", 255));
        SyncSettings mapped = settings.leads(PushRule.updateExisting().map(old));
        assertEquals(1, page.drift(mapped).size());
        FieldMapping anew = SettingsPage.row(
                "job_title", page.sync().fields("Lead").field("Title").orElseThrow());
        assertEquals(
                List.of(), page.drift(settings.leads(PushRule.updateExisting().map(anew))));
    }

    @Test
    void theTextOfARowHasTheShape() {
        FieldMapping row = FieldMapping.of("job_title", "Title")
                .madeFor(FieldShape.of("picklist", 255).restricted());
        String json =
                SettingsPage.stored(settings.leads(PushRule.updateExisting().map(row)));
        assertTrue(json.replaceAll("\\s", "").contains(SHAPE), json);
        assertTrue(Page.of("settings-page.md").text().replaceAll("\\s", "").contains(SHAPE));
    }

    @Test
    void theTextComesBack() {
        assertEquals(settings, SettingsPage.read(SettingsPage.stored(settings), Plugins.none()));
        assertEquals(
                SettingsJson.schema().strip(),
                Page.of("schema/settings-v1.schema.json").text().strip());
    }
}
