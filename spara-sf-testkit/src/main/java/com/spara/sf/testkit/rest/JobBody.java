package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.bulk.IngestJob;
import com.spara.sf.testkit.bulk.Job;
import com.spara.sf.testkit.bulk.QueryJob;
import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.util.Optional;

/** The members that tell of a job. */
final class JobBody {
    private static final String CSV = "CSV";

    private JobBody() {}

    /** The answer to the creation of an ingest job. */
    static JsonBody created(IngestJob job) {
        return json -> {
            json.writeStartObject();
            writeCommon(json, job, job.object(), operation(job));
            writeIngest(json, job);
            json.writeEnd();
        };
    }

    /** The answer to a change of state, which tells less. */
    static JsonBody changed(IngestJob job) {
        return json -> {
            json.writeStartObject();
            writeCommon(json, job, job.object(), operation(job));
            json.writeEnd();
        };
    }

    /** All that is known of an ingest job. */
    static JsonBody polled(IngestJob job) {
        return json -> {
            json.writeStartObject();
            writeCommon(json, job, job.object(), operation(job));
            json.write("jobType", "V2Ingest");
            writeIngest(json, job);
            writeProgress(json, job);
            json.write("numberRecordsFailed", job.failed());
            json.write("apiActiveProcessingTime", 0);
            json.write("apexProcessingTime", 0);
            json.writeEnd();
        };
    }

    /** The answer to the creation of a query job, and to a change of its state. */
    static JsonBody created(QueryJob job) {
        return json -> {
            json.writeStartObject();
            writeCommon(json, job, job.object(), operation(job));
            writeFormat(json, job);
            json.writeEnd();
        };
    }

    /** All that is known of a query job. */
    static JsonBody polled(QueryJob job) {
        return json -> {
            json.writeStartObject();
            writeCommon(json, job, job.object(), operation(job));
            json.write("jobType", "V2Query");
            writeFormat(json, job);
            writeProgress(json, job);
            json.writeEnd();
        };
    }

    private static String operation(IngestJob job) {
        return job.order().operation().wireName();
    }

    private static String operation(QueryJob job) {
        return job.order().toString();
    }

    private static void writeCommon(JsonGenerator json, Job job, String object, String operation) {
        json.write("id", job.id());
        json.write("operation", operation);
        json.write("object", object);
        json.write("createdById", job.origin().userId());
        json.writeKey("createdDate");
        Json.write(json, job.origin().created());
        json.writeKey("systemModstamp");
        Json.write(json, job.stamp());
        json.write("state", job.state().wireName());
        json.write("concurrencyMode", "Parallel");
        json.write("contentType", CSV);
        json.write("apiVersion", new BigDecimal(job.origin().version() + ".0"));
    }

    private static void writeIngest(JsonGenerator json, IngestJob job) {
        writeText(json, "externalIdFieldName", job.order().externalIdField());
        writeText(json, "assignmentRuleId", job.order().assignmentRuleId());
        json.write(
                "contentUrl",
                ApiVersions.path(job.origin().version()).substring(1) + "/jobs/ingest/" + job.id() + "/batches");
        writeFormat(json, job);
    }

    private static void writeFormat(JsonGenerator json, Job job) {
        json.write("lineEnding", job.format().lineEnding().name());
        json.write("columnDelimiter", job.format().delimiter().name());
    }

    private static void writeProgress(JsonGenerator json, Job job) {
        json.write("numberRecordsProcessed", job.processed());
        json.write("retries", 0);
        json.write("totalProcessingTime", 0);
        writeText(json, "errorMessage", job.errorMessage());
    }

    private static void writeText(JsonGenerator json, String name, String text) {
        Optional.of(text).filter(value -> !value.isEmpty()).ifPresent(value -> json.write(name, value));
    }
}
