package com.spara.sf.testkit.oauth;

import org.jspecify.annotations.Nullable;

/** What a flow decided: an access token for whom, from what approval, with which refresh token to tell, if any. */
record Issue(Person person, Approval approval, @Nullable String refreshToken) {
    @Override
    public String toString() {
        return "an access token for " + person.id();
    }
}
