package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.schema.ObjectTrait;
import com.spara.sf.testkit.schema.SObject;
import jakarta.json.stream.JsonGenerator;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code /limits} and {@code /limits/recordCount}. Of the limits this fake keeps the daily calls; the others always
 * have all that there is.
 */
final class LimitsResource implements Resource {
    private static final Map<String, Integer> UNTOUCHED = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            "ConcurrentAsyncGetReportInstances", 200,
            "DailyAsyncApexExecutions", 250_000,
            "DailyBulkApiBatches", 15_000,
            "DailyBulkV2QueryFileStorageMB", 976_562,
            "DailyBulkV2QueryJobs", 10_000,
            "DailyDurableStreamingApiEvents", 10_000,
            "DataStorageMB", 1_024,
            "FileStorageMB", 1_024,
            "HourlyTimeBasedWorkflow", 50,
            "SingleEmail", 15)));

    private final Org org;

    LimitsResource(Org org) {
        this.org = org;
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            throw RestException.methodNotAllowed(request, "GET,HEAD");
        }
        if (request.segment(1).equals("recordCount")) {
            return recordCount(request);
        }
        if (request.resource().size() > 1) {
            throw RestException.notFound();
        }
        return RestAnswer.of(HttpStatus.OK, json -> {
            json.writeStartObject();
            write(
                    json,
                    "DailyApiRequests",
                    org.dailyCalls().most(),
                    org.dailyCalls().left());
            UNTOUCHED.forEach((name, most) -> write(json, name, most, most));
            json.writeEnd();
        });
    }

    private static void write(JsonGenerator json, String name, long most, long remaining) {
        json.writeStartObject(name)
                .write("Max", most)
                .write("Remaining", remaining)
                .writeEnd();
    }

    private RestAnswer recordCount(RestRequest request) {
        List<SObject> wanted = request.parameter("sObjects")
                .map(names -> named(request, names))
                .orElseGet(() -> all(request));
        return RestAnswer.of(HttpStatus.OK, json -> {
            json.writeStartObject();
            json.writeStartArray("sObjects");
            for (SObject type : wanted) {
                json.writeStartObject();
                json.write("count", count(type));
                json.write("name", type.name());
                json.writeEnd();
            }
            json.writeEnd();
            json.writeEnd();
        });
    }

    /** Objects that are not there are left out. */
    private List<SObject> named(RestRequest request, String names) {
        return Arrays.stream(names.split(",", -1))
                .flatMap(name -> org.view(request).schema().object(name.trim()).stream())
                .toList();
    }

    private List<SObject> all(RestRequest request) {
        return org.view(request).schema().objects().stream()
                .filter(type -> type.can(ObjectTrait.CREATE) && count(type) > 0)
                .toList();
    }

    private long count(SObject type) {
        return org.records().rows(type).filter(row -> !row.isDeleted()).count();
    }
}
