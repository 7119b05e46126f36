package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.records.UserView;
import com.spara.sf.testkit.schema.ChildRelationship;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.SObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /sobjects/Account/{id}/Contacts} and {@code /sobjects/Contact/{id}/Account}: along a relationship. */
final class RelationshipResource {
    private static final int RELATIONSHIP = 3;

    private final Org org;
    private final RowResource rows;
    private final QueryResource queries;

    RelationshipResource(Org org, RowResource rows, QueryResource queries) {
        this.org = org;
        this.rows = rows;
        this.queries = queries;
    }

    RestAnswer answer(RestRequest request, SObject type, String id) {
        Row row = rows.requireLive(request, type, id);
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            throw RestException.gap("writing along a relationship");
        }
        String name = request.segment(RELATIONSHIP);
        Optional<Field> upwards = type.fields().stream()
                .filter(field ->
                        field.relationshipName().filter(name::equalsIgnoreCase).isPresent())
                .findFirst();
        return upwards.isPresent() ? parent(request, row, upwards.get()) : children(request, row, name);
    }

    /** One that the user may not see is like one that is not there. */
    private RestAnswer parent(RestRequest request, Row row, Field reference) {
        UserView view = org.view(request);
        Row parent = Optional.ofNullable(row.value(reference))
                .flatMap(id -> org.records().find(id.toString()))
                .filter(found -> !found.isDeleted() && view.sees(found))
                .orElseThrow(RestException::notFound);
        return rows.read(request, parent);
    }

    private RestAnswer children(RestRequest request, Row row, String name) {
        ChildRelationship relation = org.view(request).schema().children(row.type()).stream()
                .filter(each -> each.field()
                        .childRelationshipName()
                        .filter(name::equalsIgnoreCase)
                        .isPresent())
                .findFirst()
                .orElseThrow(RestException::notFound);
        String soql = "SELECT " + fields(request, relation.child()) + " FROM "
                + relation.child().name() + " WHERE " + relation.field().name() + " = '" + row.id() + "'";
        return queries.first(request, soql, false);
    }

    private static String fields(RestRequest request, SObject child) {
        List<Field> wanted = request.parameter("fields")
                .map(names -> RowResource.fields(child, names))
                .orElseGet(child::fields);
        return wanted.stream().map(Field::name).collect(Collectors.joining(", "));
    }
}
