package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.oauth.Endpoints;
import com.spara.sf.testkit.oauth.OauthAnswer;
import com.spara.sf.testkit.oauth.OauthRequest;
import java.util.Optional;

/** The one place that every request for logging in passes: planned trouble first, then the endpoint. */
final class LoginPassage {
    private final Endpoints endpoints;
    private final Gate gate;

    LoginPassage(Endpoints endpoints, Gate gate) {
        this.endpoints = endpoints;
        this.gate = gate;
    }

    /** The answer, an error answer too; throws {@link CutException} when the connection is to fail before the work. */
    RestAnswer answer(OauthRequest request, Exchange exchange) {
        Optional<Fault> fault = gate.fault(request);
        if (fault.isPresent() && fault.get() instanceof Fault.Answer planned) {
            return RestAnswer.planned(planned.answer());
        }
        if (fault.isPresent() && fault.get() instanceof Fault.LoginRefusal refusal) {
            return answer(OauthAnswer.error(refusal.status(), refusal.error(), refusal.description()));
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Cut cut) {
            cut(exchange, cut);
        }
        return answer(endpoints.answer(request));
    }

    private static void cut(Exchange exchange, Fault.Cut cut) {
        if (cut != Fault.Cut.ANSWER_LOST) {
            throw new CutException(cut);
        }
        exchange.wayHome().meets(cut);
    }

    private static RestAnswer answer(OauthAnswer oauth) {
        RestAnswer answer = RestAnswer.raw(oauth.status(), oauth.body());
        oauth.headers().forEach(answer::withHeader);
        return answer;
    }
}
