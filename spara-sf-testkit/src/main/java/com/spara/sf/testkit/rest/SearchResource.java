package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.ObjectTrait;
import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.schema.Schema;
import com.spara.sf.testkit.soql.SoqlRecord;
import java.util.List;
import java.util.stream.Stream;

/** {@code /parameterizedSearch}: records by words in their fields. */
final class SearchResource implements Resource {
    private final Org org;

    SearchResource(Org org) {
        this.org = org;
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        if (!request.method().equals("GET") && !request.method().equals("POST")) {
            throw RestException.methodNotAllowed(request, "GET,POST");
        }
        SearchOrder order = SearchOrder.read(request);
        Schema schema = org.view(request).schema();
        List<SoqlRecord> found = targets(order, schema)
                .flatMap(target -> found(request, order, target))
                .skip(order.offset())
                .limit(order.limit())
                .toList();
        return RestAnswer.of(HttpStatus.OK, json -> {
            json.writeStartObject();
            json.writeStartArray("searchRecords");
            QueryBody rows = new QueryBody(0, "", found, request);
            found.forEach(row -> rows.writeRow(json, row));
            json.writeEnd();
            json.writeEnd();
        });
    }

    /** Where no object is named, all are searched that can be. */
    private static Stream<SearchOrder.Target> targets(SearchOrder order, Schema schema) {
        return order.targets().isEmpty()
                ? schema.objects().stream()
                        .filter(type -> type.can(ObjectTrait.SEARCH))
                        .map(type -> new SearchOrder.Target(type.name(), "Id", "", "", order.limit()))
                : order.targets().stream();
    }

    private Stream<SoqlRecord> found(RestRequest request, SearchOrder order, SearchOrder.Target target) {
        SObject type = org.view(request)
                .schema()
                .object(target.object())
                .orElseThrow(() -> RestException.badRequest(
                        "INVALID_TYPE", "sObject type '" + target.object() + "' is not supported."));
        List<Field> searched = order.scope().fields(type);
        return org.queries().answer(request.session().userId(), soql(target), false).records().stream()
                .filter(row -> row.id()
                        .flatMap(org.records()::find)
                        .filter(known -> order.words().areIn(known, searched))
                        .isPresent())
                .limit(target.limit());
    }

    private static String soql(SearchOrder.Target target) {
        String where = target.where().isEmpty() ? "" : " WHERE " + target.where();
        String orderBy = target.orderBy().isEmpty() ? "" : " ORDER BY " + target.orderBy();
        return "SELECT " + target.fields() + " FROM " + target.object() + where + orderBy;
    }
}
