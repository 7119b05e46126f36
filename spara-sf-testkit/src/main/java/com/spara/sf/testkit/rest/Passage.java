package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.RefusedException;
import com.spara.sf.testkit.soql.SoqlException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The one place that every request and every part of a composite passes: planned trouble first, then the resource. */
final class Passage {
    private final RowErrors errors;
    private final Router router;
    private final Gate gate;

    Passage(Org org, Gate gate) {
        this.gate = gate;
        this.errors = new RowErrors(org);
        this.router = new Router(org).withComposite(new CompositeResource(org, this));
    }

    /** The answer, an error answer too; throws {@link CutException} when the connection is to fail before the work. */
    RestAnswer answer(RestRequest request, Visit visit) {
        Optional<Fault> fault = gate.fault(visit);
        if (fault.isPresent() && fault.get() instanceof Fault.Answer planned) {
            return RestAnswer.planned(
                    planned.status(), planned.contentType(), planned.body().getBytes(StandardCharsets.UTF_8));
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Refusal refusal) {
            RestError error = new RestError(
                    refusal.code(), refusal.message(), refusal.fields().isEmpty() ? null : refusal.fields());
            return new RestException(ErrorStatus.of(refusal.code()), error).answer();
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Cut cut) {
            cut(request, cut);
        }
        return answer(request);
    }

    private static void cut(RestRequest request, Fault.Cut cut) {
        if (cut != Fault.Cut.ANSWER_LOST) {
            throw new CutException(cut);
        }
        request.exchange().loseAnswer();
    }

    /** Ignoring a condition would be a wrong answer. */
    private static void requireNoEntityTags(RestRequest request) {
        if (request.header("If-Match").isPresent()
                || request.header("If-None-Match").isPresent()) {
            throw RestException.gap("entity tags");
        }
    }

    private RestAnswer answer(RestRequest request) {
        try {
            requireNoEntityTags(request);
            return router.answer(request);
        } catch (RestException e) {
            return e.answer();
        } catch (RefusedException e) {
            return errors.ofRow(e.error(), request).answer();
        } catch (SoqlException e) {
            return e.isUnsupported()
                    ? RestException.gap("this query: " + e.wireMessage()).answer()
                    : RestException.badRequest(e.errorCode(), e.wireMessage()).answer();
        }
    }
}
