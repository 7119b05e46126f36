package com.spara.sf.client;

import com.spara.sf.client.json.JsonText;
import com.spara.sf.client.json.RefusedJsonException;
import com.spara.sf.settings.SyncSettings;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings as JSON text and back, without loss; matchers, enrichers and write rules go by their names. The text carries
 * the number of its form, {@code "version": 1}. An older form is upgraded as it is read, and written in the newest; a newer one than
 * this library knows is refused. {@link #schema()} is the JSON Schema of the newest.
 *
 * <pre>{@code
 * String json = SettingsJson.write(settings);
 * SyncSettings back = SettingsJson.read(json, Plugins.none().with(byCustomerNumber));
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class SettingsJson {

    private SettingsJson() {}

    /**
     * Writes settings as text of several lines.
     *
     * @param settings the settings
     * @return the JSON
     */
    public static String write(SyncSettings settings) {
        return JsonText.pretty(SettingsWriter.json(settings));
    }

    /**
     * Reads settings that name built-in matchers and write rules only.
     *
     * @param json the text
     * @return the settings
     * @throws IllegalArgumentException if the text is no JSON, names something unknown or breaks a rule; the message says
     *     at which place
     */
    public static SyncSettings read(String json) {
        return read(json, Plugins.none());
    }

    /**
     * Reads settings.
     *
     * @param json the text
     * @param plugins what the text may name besides the built-in ones
     * @return the settings
     * @throws IllegalArgumentException if the text is no JSON, is of a newer form, names something unknown or breaks a rule; the
     *     message says at which place
     */
    public static SyncSettings read(String json, Plugins plugins) {
        Objects.requireNonNull(json, "The text of the settings is null. Give what SettingsJson.write(..) wrote.");
        return new SettingsReader(plugins).settings(SettingsNode.root(SettingsForm.STANDARD.upgraded(parse(json))));
    }

    /**
     * Returns the JSON Schema (draft 2020-12) of the text, for the host's editor or page. It is in the jar too, as
     * {@code spara-sf/schema/settings-v1.schema.json}. What it cannot say, such as which plug-ins there are, reading does.
     *
     * @return the schema, as JSON
     */
    public static String schema() {
        return Resource.text("/spara-sf/schema/settings-v" + SettingsForm.STANDARD.version() + ".schema.json");
    }

    private static @Nullable Object parse(String json) {
        try {
            return JsonText.read(new StringReader(json));
        } catch (JsonParsingException broken) {
            throw new IllegalArgumentException(
                    "The settings are not JSON: line " + broken.getLocation().getLineNumber() + ", column "
                            + broken.getLocation().getColumnNumber() + ".",
                    broken);
        } catch (RefusedJsonException refused) {
            String why = refused.nameThatStandsTwice()
                    .map(name -> "'" + name + "' stands twice in one object")
                    .orElse(String.valueOf(refused.getMessage()));
            throw new IllegalArgumentException("The settings are not JSON that is read: " + why + ".", refused);
        } catch (IOException | JsonException broken) {
            throw new IllegalArgumentException("The settings are not JSON: " + broken.getMessage(), broken);
        }
    }
}
