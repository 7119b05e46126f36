package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.soql.SoqlRecord;
import com.spara.sf.testkit.soql.SoqlResult;
import java.util.List;

/** {@code /query} and {@code /queryAll}: the first page, and each next one by its locator. */
final class QueryResource implements Resource {
    private static final int SMALLEST_BATCH = 200;
    private static final int LARGEST_BATCH = 2_000;

    private final Org org;

    QueryResource(Org org) {
        this.org = org;
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        if (!request.method().equals("GET")) {
            throw RestException.methodNotAllowed(request, "GET,HEAD");
        }
        return request.resource().size() > 1
                ? page(request, org.cursors().require(request.segment(1), request.session()))
                : first(request);
    }

    private RestAnswer first(RestRequest request) {
        if (request.parameter("explain").isPresent()) {
            throw RestException.gap("query plans");
        }
        String soql = request.parameter("q")
                .orElseThrow(() -> RestException.badRequest("MALFORMED_QUERY", "A query string has to be specified"));
        return first(request, soql, request.segment(0).equals("queryAll"));
    }

    /** The answer to a query, which others pose too; its further pages are read as those of all queries. */
    RestAnswer first(RestRequest request, String soql, boolean includeDeleted) {
        SoqlResult result = org.queries().answer(request.session().userId(), soql, includeDeleted);
        if (result.isAggregate()) {
            return groups(request, result);
        }
        return result.records().size() > pageSize(request, result)
                ? page(request, org.cursors().open(result, request.session()))
                : page(request, new Cursors.Position("", result, 0));
    }

    private RestAnswer groups(RestRequest request, SoqlResult result) {
        if (result.totalSize() > LARGEST_BATCH) {
            throw RestException.badRequest(
                    "EXCEEDED_ID_LIMIT",
                    "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single"
                            + " batch");
        }
        return RestAnswer.of(HttpStatus.OK, new QueryBody(result.totalSize(), "", result.records(), request));
    }

    private RestAnswer page(RestRequest request, Cursors.Position position) {
        List<SoqlRecord> rows =
                org.queries().page(position.result(), position.offset(), pageSize(request, position.result()));
        Cursors.Position next = position.plus(rows.size());
        boolean done = next.offset() >= position.result().records().size();
        String nextUrl = done ? "" : ApiVersions.path(request.version()) + "/query/" + next.locator();
        return RestAnswer.of(HttpStatus.OK, new QueryBody(position.result().totalSize(), nextUrl, rows, request));
    }

    private int pageSize(RestRequest request, SoqlResult result) {
        return Math.min(
                wantedSize(request),
                PageWidth.mostRows(result, org.view(request).schema()));
    }

    private int wantedSize(RestRequest request) {
        return request.header("Sforce-Query-Options")
                .map(QueryResource::batchSize)
                .map(size -> Math.min(size, org.pageSize()))
                .orElseGet(org::pageSize);
    }

    private static int batchSize(String options) {
        String digits = options.replaceAll("(?i).*batchSize\\s*=\\s*(\\d{1,6}).*|.*", "$1");
        int wanted = digits.isEmpty() ? LARGEST_BATCH : Integer.parseInt(digits);
        return Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, wanted));
    }
}
