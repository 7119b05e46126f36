package com.spara.sf.client.bulk;

import jakarta.json.stream.JsonGenerator;

/**
 * What a job reads; {@code toString} hides the query.
 *
 * @param soql the query: plain fields and fields of parents, no aggregates, no subqueries in SELECT, no OFFSET
 * @param withDeleted whether records in the recycle bin are read too
 */
public record QueryOrder(String soql, boolean withDeleted) {

    void write(JsonGenerator json) {
        json.writeStartObject().write("operation", withDeleted ? "queryAll" : "query");
        json.write("query", soql).write("contentType", "CSV");
        json.write("lineEnding", CsvFormat.USUAL.lineEnding().name());
        json.write("columnDelimiter", CsvFormat.USUAL.delimiter().name());
        json.writeEnd();
    }

    @Override
    public String toString() {
        return withDeleted ? "queryAll" : "query";
    }
}
