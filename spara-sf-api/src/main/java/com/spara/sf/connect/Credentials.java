package com.spara.sf.connect;

/**
 * What a server proves itself with, without a person at a browser: a token that it has, a signed assertion, or a key and a
 * secret. For customers who click <em>Authorize</em> there is {@link WebApp} instead.
 *
 * <p>Implementations are immutable, and their {@code toString} shows no secret.
 */
public sealed interface Credentials permits AccessToken, JwtBearer, ClientCredentials {}
