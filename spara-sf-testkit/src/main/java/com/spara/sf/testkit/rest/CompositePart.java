package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.Question;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One subrequest of a composite. Two are the same only when they are one. */
final class CompositePart {
    private static final int MOST_URL = 16_384;
    private static final Set<String> FORBIDDEN_HEADERS = Set.of("accept", "authorization", "content-type");
    private static final Pattern HEAVY =
            Pattern.compile("/services/data/v[0-9.]+/(query|queryAll|composite/sobjects)\\b.*");

    private final String method;
    private final String url;
    private final String referenceId;
    private final Map<String, String> headers;
    private final @Nullable Object body;

    private CompositePart(Map<?, ?> json, Map<String, String> headers) {
        this.method = text(json, "method");
        this.url = text(json, "url");
        this.referenceId = text(json, "referenceId");
        this.headers = headers;
        this.body = json.get("body");
    }

    static CompositePart read(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> members)) {
            throw RestException.badRequest("JSON_PARSER_ERROR", "A subrequest must be a JSON object");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        if (members.get("httpHeaders") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> headers.put(allowed(name.toString()), Objects.toString(value, "")));
        }
        return new CompositePart(members, headers);
    }

    private static String allowed(String header) {
        if (FORBIDDEN_HEADERS.contains(header.toLowerCase(Locale.ROOT))) {
            throw RestException.badRequest("INVALID_HEADER", "A subrequest cannot have the header " + header);
        }
        return header;
    }

    private static String text(Map<?, ?> json, String member) {
        if (json.get(member) instanceof String text) {
            return text;
        }
        throw RestException.badRequest("JSON_PARSER_ERROR", "A subrequest needs the text " + member);
    }

    String referenceId() {
        return referenceId;
    }

    boolean isAt(Pattern urls) {
        return urls.matcher(url).matches();
    }

    /** Whether it counts among the few that may be queries or collections. */
    boolean isHeavy() {
        return isAt(HEAVY);
    }

    /**
     * The request with its references resolved; it has the {@code Sforce-} headers of the whole call where it has
     * none.
     */
    RestRequest request(RestRequest outer, References references, Org org) {
        if (url.length() > MOST_URL && org.answers(Question.SUBREQUEST_URLS_END_AT_16_KB)) {
            throw RestException.uriTooLong();
        }
        ResourcePath path = ResourcePath.parse(url).map(references::resolveText);
        if (!path.isData() || path.belowData().size() < 2) {
            throw RestException.notFound();
        }
        @Nullable Object resolved = references.resolve(body);
        RestRequest request = new RestRequest(method, path, () -> resolved, outer.exchange());
        if (request.segment(0).equals("composite") && !request.segment(1).equals("sobjects")) {
            throw RestException.badRequest("INVALID_INPUT", "A composite cannot be a subrequest of a composite");
        }
        return request.withHeaders(inherited(outer)).withHeaders(obeyed(request, org));
    }

    private Map<String, String> obeyed(RestRequest request, Org org) {
        Map<String, String> obeyed = new LinkedHashMap<>(headers);
        if (request.segment(0).equals("composite") && !org.answers(Question.COLLECTIONS_OBEY_SUBREQUEST_HEADERS)) {
            obeyed.clear();
        }
        if (!org.answers(Question.COMPOSITE_GUARDS_ROWS)) {
            obeyed.keySet().removeIf("If-Unmodified-Since"::equalsIgnoreCase);
        }
        return obeyed;
    }

    /** The headers of the whole call that its parts have too. */
    static Map<String, String> inherited(RestRequest outer) {
        Map<String, String> inherited = new LinkedHashMap<>(outer.headers());
        inherited.keySet().removeIf(name -> !name.regionMatches(true, 0, "Sforce-", 0, "Sforce-".length()));
        return inherited;
    }

    void passed(Exchange exchange, RestAnswer answer) {
        exchange.passed(new PassedPart(method, url, answer.status()));
    }
}
