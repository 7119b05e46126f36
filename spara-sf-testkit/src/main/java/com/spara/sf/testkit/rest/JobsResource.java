package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.bulk.CsvFormat;
import com.spara.sf.testkit.bulk.JobException;
import java.util.Locale;
import java.util.Map;

/** {@code /jobs}: Bulk API 2.0. */
final class JobsResource implements Resource {
    private final Map<String, Resource> kinds;

    JobsResource(Org org) {
        this.kinds = Map.of("ingest", new IngestResource(org), "query", new BulkQueryResource(org));
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        Resource kind = kinds.get(request.segment(1));
        if (kind == null) {
            throw RestException.notFound();
        }
        try {
            return kind.answer(request);
        } catch (JobException e) {
            throw RestException.badRequest(e.errorCode(), e.wireMessage());
        }
    }

    /** How the CSV of a job is to be, as the body that creates the job says it. */
    static CsvFormat format(Map<?, ?> body) {
        if (!"CSV".equals(text(body, "contentType", "CSV"))) {
            throw malformed("contentType", "CSV");
        }
        return new CsvFormat(
                constant(CsvFormat.Delimiter.class, body, "columnDelimiter", "COMMA"),
                constant(CsvFormat.LineEnding.class, body, "lineEnding", "LF"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Map<?, ?> body, String member, String usual) {
        String name = text(body, member, usual);
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw malformed(member, usual);
        }
    }

    static String text(Map<?, ?> body, String member, String usual) {
        Object value = body.get(member);
        return value == null ? usual : value.toString();
    }

    static RestException malformed(String member, String example) {
        return RestException.badRequest(
                "JSON_PARSER_ERROR", "The member " + member + " has no value that is known here, such as " + example);
    }

    /** The state that the body asks for; an empty text when it asks for none. */
    static String wantedState(RestRequest request) {
        return text(request.object(), "state", "");
    }
}
