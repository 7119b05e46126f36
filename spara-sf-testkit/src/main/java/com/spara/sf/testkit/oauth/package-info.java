/**
 * The side of the fake org that people and apps log in at: consent, tokens, sessions, identity. Start at {@link
 * com.spara.sf.testkit.oauth.Endpoints}; an endpoint is one class that it knows, a grant type one {@code Flow} that
 * {@code TokenEndpoint} knows. What is remembered between two requests hangs on {@link
 * com.spara.sf.testkit.oauth.Authority}. Knows nothing of the REST resources, and is asked by one thread at a time
 * unless a type says otherwise.
 */
@NullMarked
package com.spara.sf.testkit.oauth;

import org.jspecify.annotations.NullMarked;
