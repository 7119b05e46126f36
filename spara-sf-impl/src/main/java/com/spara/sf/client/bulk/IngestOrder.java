package com.spara.sf.client.bulk;

import jakarta.json.stream.JsonGenerator;

/**
 * What a job does with its rows.
 *
 * @param object the API name of the object
 * @param operation {@code insert}, {@code update} or {@code upsert}
 * @param key the API name of the field by which an upsert finds records; empty for the others
 * @param assignmentRule the Id of the assignment rule to run; empty for none
 */
public record IngestOrder(String object, String operation, String key, String assignmentRule) {

    /** Makes a record of each row. */
    public static IngestOrder insert(String object) {
        return new IngestOrder(object, "insert", "", "");
    }

    /** Changes the record that the column {@code Id} names. */
    public static IngestOrder update(String object) {
        return new IngestOrder(object, "update", "", "");
    }

    /** Changes the record that has the same key, or makes one. */
    public static IngestOrder upsert(String object, String key) {
        return new IngestOrder(object, "upsert", key, "");
    }

    /** The same, running an assignment rule on each record. */
    public IngestOrder assigningBy(String rule) {
        return new IngestOrder(object, operation, key, rule);
    }

    void write(JsonGenerator json) {
        json.writeStartObject().write("object", object).write("operation", operation);
        json.write("contentType", "CSV");
        json.write("lineEnding", CsvFormat.USUAL.lineEnding().name());
        json.write("columnDelimiter", CsvFormat.USUAL.delimiter().name());
        if (!key.isEmpty()) {
            json.write("externalIdFieldName", key);
        }
        if (!assignmentRule.isEmpty()) {
            json.write("assignmentRuleId", assignmentRule);
        }
        json.writeEnd();
    }
}
