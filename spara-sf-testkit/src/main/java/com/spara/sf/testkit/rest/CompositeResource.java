package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.Question;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /composite}: several requests as one call; and {@code /composite/sobjects}, many records in one request. */
final class CompositeResource implements Resource {
    private final Org org;
    private final Passage passage;
    private final CollectionResource collections;

    CompositeResource(Org org, Passage passage) {
        this.org = org;
        this.passage = passage;
        this.collections = new CollectionResource(org);
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        if (request.segment(1).equals("sobjects")) {
            return collections.answer(request);
        }
        if (request.resource().size() > 1) {
            throw RestException.gap("the resource " + String.join("/", request.resource()));
        }
        if (!request.method().equals("POST")) {
            throw RestException.methodNotAllowed(request, "POST");
        }
        return run(request, CompositeParts.read(request.object()));
    }

    private RestAnswer run(RestRequest request, CompositeParts parts) {
        int start = org.records().savepoint();
        References references = new References(org.answers(Question.COMPOSITE_RESOLVES_VALUES));
        Map<CompositePart, RestAnswer> answers = new LinkedHashMap<>();
        if (parts.isAllOrNone()) {
            request.exchange().beginAllOrNone();
        }
        for (CompositePart part : parts.list()) {
            RestAnswer answer = answer(request, part, references);
            answers.put(part, answer);
            references.add(part.referenceId(), answer);
            if (answer.isError() && parts.isAllOrNone()) {
                org.records().rollback(start);
                halt(parts, part, answers);
                break;
            }
        }
        answers.forEach((part, answer) -> part.passed(request.exchange(), answer));
        return RestAnswer.of(HttpStatus.OK, new CompositeBody(answers));
    }

    private RestAnswer answer(RestRequest outer, CompositePart part, References references) {
        try {
            RestRequest request = part.request(outer, references, org);
            return passage.answer(request, Visit.ofPart(request));
        } catch (RestException e) {
            return e.answer();
        }
    }

    /** Every part but the one that failed, whether it had been answered before or not, was halted. */
    private static void halt(CompositeParts parts, CompositePart failed, Map<CompositePart, RestAnswer> answers) {
        parts.list().stream().filter(part -> !part.equals(failed)).forEach(part -> answers.put(part, rolledBack()));
    }

    private static RestAnswer rolledBack() {
        return RestException.badRequest(
                        "PROCESSING_HALTED",
                        "The transaction was rolled back since another operation in the same transaction failed.")
                .answer();
    }
}
