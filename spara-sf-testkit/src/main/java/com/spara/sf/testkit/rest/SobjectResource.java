package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.schema.SObject;
import java.util.Set;
import java.util.regex.Pattern;

/** Everything under {@code /sobjects}: finds out what a path speaks of. */
final class SobjectResource implements Resource {
    private static final int OBJECT = 2;
    private static final int ROW = 3;
    private static final int KEYED_ROW = 4;
    private static final Set<String> SALESFORCE_ONLY = Set.of(
            "approvalLayouts",
            "compactLayouts",
            "eventSchema",
            "listviews",
            "namedLayouts",
            "quickActions",
            "relevantItems");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?");

    private final Org org;
    private final DescribeResource describe;
    private final RowResource rows;
    private final KeyedRowResource keyedRows;
    private final RelationshipResource relationships;
    private final ReplicationResource replication;

    SobjectResource(Org org, QueryResource queries) {
        this.org = org;
        this.describe = new DescribeResource(org);
        this.rows = new RowResource(org);
        this.keyedRows = new KeyedRowResource(org, rows);
        this.relationships = new RelationshipResource(org, rows, queries);
        this.replication = new ReplicationResource(org);
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        int depth = request.resource().size();
        if (depth == 1) {
            return describe.all(request);
        }
        SObject type = org.view(request).schema().object(request.segment(1)).orElseThrow(RestException::notFound);
        return switch (depth) {
            case OBJECT ->
                request.method().equals("POST") ? rows.create(request, type) : describe.basics(request, type);
            case ROW -> row(request, type);
            case KEYED_ROW -> keyedRow(request, type);
            default -> throw RestException.gap(String.join("/", request.resource()));
        };
    }

    private RestAnswer row(RestRequest request, SObject type) {
        String name = request.segment(OBJECT);
        if (name.equals("describe")) {
            return describe.one(request, type);
        }
        if (SALESFORCE_ONLY.contains(name)) {
            throw RestException.gap("the resource sobjects/" + type + "/" + name);
        }
        if (name.equals("updated")) {
            return replication.updated(request, type);
        }
        if (name.equals("deleted")) {
            return replication.deleted(request, type);
        }
        return name.equals("Id") && request.method().equals("POST")
                ? rows.create(request, type)
                : rows.answer(request, type, name);
    }

    private RestAnswer keyedRow(RestRequest request, SObject type) {
        if (request.segment(OBJECT).equals("describe")) {
            throw RestException.gap("layouts");
        }
        if (type.field(request.segment(OBJECT)).isPresent()) {
            return keyedRows.answer(request, type);
        }
        if (!ID.matcher(request.segment(OBJECT)).matches()) {
            throw KeyedRowResource.noSuchKey(request.segment(OBJECT));
        }
        return relationships.answer(request, type, request.segment(OBJECT));
    }
}
