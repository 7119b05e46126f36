package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.SObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads many records of one object by their Ids; one that is not there is null in its place. */
final class CollectionRetrieve {
    private static final int TYPE = 2;
    private static final int MOST_IDS = 2_000;

    private final Org org;

    CollectionRetrieve(Org org) {
        this.org = org;
    }

    RestAnswer answer(RestRequest request) {
        SObject type = org.view(request).schema().object(request.segment(TYPE)).orElseThrow(RestException::notFound);
        boolean post = request.method().equals("POST");
        List<String> ids = post ? listed(request, "ids") : named(request, "ids");
        List<String> names = post ? listed(request, "fields") : named(request, "fields");
        if (ids.size() > MOST_IDS) {
            throw RestException.badRequest("EXCEEDED_ID_LIMIT", "exceeded max number of records: " + MOST_IDS);
        }
        List<Field> fields =
                names.stream().map(name -> RowResource.field(type, name)).toList();
        List<Optional<Row>> rows =
                ids.stream().map(id -> live(request, type, id)).toList();
        return RestAnswer.of(HttpStatus.OK, json -> {
            json.writeStartArray();
            rows.forEach(row ->
                    row.ifPresentOrElse(found -> new RowBody(found, fields, request).write(json), json::writeNull));
            json.writeEnd();
        });
    }

    private Optional<Row> live(RestRequest request, SObject type, String id) {
        return org.records()
                .find(id)
                .filter(row -> row.type().name().equals(type.name()) && !row.isDeleted())
                .filter(org.view(request)::sees);
    }

    private static List<String> named(RestRequest request, String parameter) {
        return request.parameter(parameter)
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::trim).toList())
                .orElseThrow(() -> missing(parameter));
    }

    private static List<String> listed(RestRequest request, String member) {
        if (request.object().get(member) instanceof List<?> items) {
            return items.stream().map(String::valueOf).toList();
        }
        throw missing(member);
    }

    private static RestException missing(String what) {
        return RestException.badRequest("MISSING_ARGUMENT", "The request needs " + what);
    }
}
