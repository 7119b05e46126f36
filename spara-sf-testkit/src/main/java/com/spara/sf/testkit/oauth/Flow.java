package com.spara.sf.testkit.oauth;

/** One grant type of the token endpoint; throws {@link OauthException} for a refusal. */
@FunctionalInterface
interface Flow {
    Issue issue(OauthRequest request);
}
