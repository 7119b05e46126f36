package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.oauth.Endpoints;
import com.spara.sf.testkit.oauth.OauthAnswer;
import com.spara.sf.testkit.oauth.OauthRequest;

/** The one place that every request for logging in passes: planned trouble first, then the endpoint. */
final class LoginPassage {
    private final Endpoints endpoints;
    private final Faults faults;

    LoginPassage(Endpoints endpoints, Faults faults) {
        this.endpoints = endpoints;
        this.faults = faults;
    }

    /** The answer, an error answer too; throws {@link CutException} when the connection is to fail before the work. */
    RestAnswer answer(OauthRequest request, Exchange exchange) {
        return faults.meet(request, exchange).orElseGet(() -> answer(endpoints.answer(request)));
    }

    private static RestAnswer answer(OauthAnswer oauth) {
        RestAnswer answer = RestAnswer.raw(oauth.status(), oauth.body());
        oauth.headers().forEach(answer::withHeader);
        return answer;
    }
}
