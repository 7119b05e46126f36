package com.spara.sf.examples;

import com.spara.sf.Reason;
import com.spara.sf.client.Plugins;
import com.spara.sf.client.SettingsJson;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.Fit;
import com.spara.sf.settings.OrgField;
import com.spara.sf.settings.OrgFields;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.SalesforceSync;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a host shows to the person who maps fields. */
record SettingsPage(SalesforceSync sync) {

    // region rows
    List<String> rows(String object) {
        List<String> rows = new ArrayList<>();
        for (OrgField field : sync.fields(object).all()) {
            String note = field.whyNotWritable().map(Reason::text).orElse(field.isRequired() ? "required" : "");
            rows.add(field.label() + " (" + field.type() + ", " + field.length() + ") " + note);
        }
        return rows;
    }
    // endregion

    // region choices
    /** Where one of the host's fields may go, with what to say beside it; a sample is a value that the field may have. */
    Map<String, String> choices(OrgFields fields, String hostField, Object sample) {
        Map<String, String> choices = new TreeMap<>();
        for (OrgField field : fields.writable()) {
            Fit fit = fields.fit(FieldMapping.of(hostField, field.name()), sample);
            if (!fit.isRefused()) {
                choices.put(field.name(), fit.reason().map(Reason::text).orElse(""));
            }
        }
        return choices;
    }
    // endregion

    // region suggested
    String suggested(String hostField) {
        List<OrgField> likely = sync.fields("Lead").suggestions(hostField);
        return likely.isEmpty() ? "" : likely.get(0).name();
    }
    // endregion

    // region drift
    /** What to show, errors first: an error cannot work, a warning works otherwise than it did. */
    List<String> drift(SyncSettings stored) {
        return sync.check(stored).stream()
                .map(problem -> problem.severity() + " " + problem.text())
                .toList();
    }
    // endregion

    // region row
    /** A row that knows what the field is like on the day, so that drift is found later. */
    static FieldMapping row(String hostField, OrgField field) {
        return FieldMapping.of(hostField, field.name()).madeFor(field.shape());
    }
    // endregion

    // region text
    static String stored(SyncSettings settings) {
        return SettingsJson.write(settings);
    }

    static SyncSettings read(String json, Plugins plugins) {
        return SettingsJson.read(json, plugins);
    }
    // endregion
}
