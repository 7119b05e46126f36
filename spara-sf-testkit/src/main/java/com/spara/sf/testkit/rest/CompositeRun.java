package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.Question;
import java.util.LinkedHashMap;
import java.util.Map;

/** Does the parts of one composite, each of which may refer to those before it. */
final class CompositeRun {
    private final Org org;
    private final Passage passage;

    CompositeRun(Org org, Passage passage) {
        this.org = org;
        this.passage = passage;
    }

    /** The answer of each part, in order. */
    Map<CompositePart, RestAnswer> answers(RestRequest request, CompositeParts parts) {
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
        return answers;
    }

    private RestAnswer answer(RestRequest outer, CompositePart part, References references) {
        try {
            RestRequest request = part.request(outer, references, org);
            return passage.answer(request, Visit.ofPart(request));
        } catch (RestException e) {
            return e.answer();
        }
    }

    /** The answers when nothing of it is done. */
    Map<CompositePart, RestAnswer> halted(CompositeParts parts) {
        Map<CompositePart, RestAnswer> answers = new LinkedHashMap<>();
        parts.list().forEach(part -> answers.put(part, rolledBack()));
        return answers;
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
