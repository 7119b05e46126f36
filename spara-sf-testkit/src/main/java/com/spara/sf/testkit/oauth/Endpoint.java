package com.spara.sf.testkit.oauth;

/** Answers the requests at one path; throws {@link OauthException} for a refusal. */
@FunctionalInterface
interface Endpoint {
    OauthAnswer answer(OauthRequest request);
}
