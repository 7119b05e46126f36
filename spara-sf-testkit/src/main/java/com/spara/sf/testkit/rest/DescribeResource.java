package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.UserView;
import com.spara.sf.testkit.schema.ObjectRights;
import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.schema.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** What the org says about its objects; conditional, and dated by the last change of the object. */
final class DescribeResource {
    private static final int BATCH = 200;

    private final Org org;
    private final Records records;

    DescribeResource(Org org) {
        this.org = org;
        this.records = org.records();
    }

    /** The list of all objects. */
    RestAnswer all(RestRequest request) {
        requireGet(request, "GET,HEAD");
        Collection<SObject> objects = org.view(request).schema().objects();
        Instant changed = objects.stream()
                .map(records::lastDescribed)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return conditional(request, changed, json -> {
            json.writeStartObject();
            json.write("encoding", "UTF-8");
            json.write("maxBatchSize", BATCH);
            json.writeStartArray("sobjects");
            objects.forEach(object -> {
                json.writeStartObject();
                new ObjectBody(object, request).writeMembers(json);
                json.writeEnd();
            });
            json.writeEnd();
            json.writeEnd();
        });
    }

    /** The object without its fields. */
    RestAnswer basics(RestRequest request, SObject type) {
        requireGet(request, "GET,HEAD,POST");
        return RestAnswer.of(HttpStatus.OK, json -> {
            json.writeStartObject();
            json.writeStartObject("objectDescribe");
            new ObjectBody(type, request).writeMembers(json);
            json.writeEnd();
            json.writeStartArray("recentItems").writeEnd();
            json.writeEnd();
        });
    }

    /** The object with its fields and relationships. */
    RestAnswer one(RestRequest request, SObject type) {
        requireGet(request, "GET,HEAD");
        UserView view = org.view(request);
        if (!view.allows(ObjectRights.Right.DESCRIBE, type.name())) {
            throw new RestException(
                    HttpStatus.FORBIDDEN,
                    new RestError("INSUFFICIENT_ACCESS", "insufficient access rights on object id", null));
        }
        Schema schema = view.schema();
        JsonBody recordTypes = new RecordTypesBody(records.rules().recordTypes(type));
        return conditional(request, records.lastDescribed(type), new DescribeBody(type, schema, request, recordTypes));
    }

    private static RestAnswer conditional(RestRequest request, Instant changed, JsonBody body) {
        RestAnswer answer = HttpDate.isNotModified(request, changed)
                ? RestAnswer.empty(HttpStatus.NOT_MODIFIED)
                : RestAnswer.of(HttpStatus.OK, body);
        return answer.withHeader("Last-Modified", HttpDate.format(changed));
    }

    private static void requireGet(RestRequest request, String allowed) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            throw RestException.methodNotAllowed(request, allowed);
        }
    }
}
