package com.spara.sf.testkit.contents;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.FakeField;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.data.JsonFile;
import com.spara.sf.testkit.data.JsonPlace;
import com.spara.sf.testkit.data.JsonText;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The contents of an org as JSON that a person can write: objects and fields, users, queues, records, and what became
 * of them.
 *
 * <pre>{@code
 * {
 *   "version": 1,
 *   "objects": [{"name": "Region__c", "fields": [{"name": "Code__c", "type": "text", "length": 10}]}],
 *   "fields": {"Lead": [{"name": "Chat_Transcript__c", "type": "longText", "length": 32000}]},
 *   "users": [{"@id": "grace", "name": "Grace Okafor", "email": "grace@larkspur.example", "active": false}],
 *   "queues": [{"@id": "inbound", "name": "Inbound leads"}],
 *   "apps": [{"key": "consumer-key", "secret": "consumer-secret", "callbacks": ["https://host.example/callback"]}],
 *   "records": {
 *     "Account": [{"@id": "acme", "Name": "Acme", "OwnerId": "@grace"}],
 *     "Contact": [{"@id": "bob", "LastName": "Stone", "AccountId": "@acme"}],
 *     "Lead": [
 *       {"@id": "ada", "LastName": "Okonkwo", "Company": "Acme", "CreatedDate": "2026-05-04T08:00:00Z"},
 *       {"LastName": "Stone", "Company": "Acme", "@converted": {"account": "@acme", "contact": "@bob"}},
 *       {"LastName": "Okonkwo", "Company": "Acme Ltd", "@mergedInto": "@ada"},
 *       {"LastName": "Gone", "Company": "Acme", "@deleted": true}
 *     ]
 *   }
 * }
 * }</pre>
 *
 * <p>Everything but the version may be left away. {@code @id} names a user, a queue or a record, and a value
 * {@code "@name"} stands for its Id, wherever in the file that is; a text that begins with {@code @} itself is written
 * with two. A lead with {@code "@converted": true} becomes a new account, a new contact and a new opportunity; one that
 * names an {@code "opportunity"} too becomes these three as they are. The types of fields, and
 * what may be said of them, are those of {@link FakeField}, with the names of its methods. An app that users can let in
 * may have {@code requiresPkce}, {@code rotatesRefreshTokens} and, for the org's user, {@code clientCredentials}.
 *
 * <p>Immutable and safe to share between threads; it fills any number of orgs.
 */
public final class OrgData {
    private static final int VERSION = 1;
    static final String APPS = "apps";
    private static final Set<String> MEMBERS =
            Set.of("version", "objects", "fields", "users", "queues", APPS, "records");

    private final JsonPlace top;

    private OrgData(JsonPlace top) {
        JsonPlace version = top.knowing(MEMBERS).require("version");
        if (version.whole() != VERSION) {
            throw version.refused("only version " + VERSION + " can be read");
        }
        this.top = top;
    }

    /**
     * Reads a file.
     *
     * @param file the file, in UTF-8
     * @return the data
     * @throws IllegalArgumentException if there is no such file, or it is no JSON, or not of this form; the message
     *     says which file, where in it, and what is wrong
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static OrgData read(Path file) {
        return new OrgData(JsonFile.read(file));
    }

    /**
     * Reads a text.
     *
     * @param json the text, read to its end and not closed
     * @return the data
     * @throws IllegalArgumentException if it is no JSON, or not of this form; the message says where, and what is wrong
     * @throws java.io.UncheckedIOException if the reader fails
     */
    public static OrgData read(Reader json) {
        return new OrgData(JsonFile.read("org data", json));
    }

    /**
     * Takes down the contents of an org: custom objects and fields, users and queues, all records, and what became of
     * them. Not in it are apps, rules, rights, record types, planned trouble and everything else that is set by a method of
     * the org, changes of standard fields, and dates of conversion and deletion.
     *
     * @param org the org
     * @return the data, which fills another org with the same under other Ids
     */
    public static OrgData of(FakeOrg org) {
        return new OrgData(JsonFile.read("the org's data", new StringReader(org.json())));
    }

    /** {@return the consumer keys of the apps in it, in order} */
    public List<String> apps() {
        return top.member(APPS).map(JsonPlace::items).orElse(List.of()).stream()
                .map(app -> app.require(AppData.KEY).text())
                .toList();
    }

    /**
     * Returns the data as JSON over several lines, as {@link #read(Reader)} takes it.
     *
     * @return the text
     */
    public String json() {
        return JsonText.indented(top);
    }

    /**
     * Writes the data to a file in UTF-8, in place of what is there.
     *
     * @param file the file
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void write(Path file) {
        JsonFile.write(file, json());
    }

    /**
     * Fills an org. Objects, fields, users and queues come first, then the records, then conversions, merges and
     * deletions; last, users become inactive, so that they can own records here.
     *
     * @param org the org; what is in it stays
     * @return the Ids by the names that the data gives
     * @throws IllegalArgumentException if the data names something that is not there, or the org refuses it; the
     *     message says where, and what is wrong, and the org is filled in part
     */
    public Map<String, RecordId> into(FakeOrg org) {
        return new OrgFilling(org, top).fill();
    }
}
