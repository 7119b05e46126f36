package com.spara.sf.testkit.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The proof that who exchanges a code is who asked for it. */
final class Pkce {
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private Pkce() {}

    /** The challenge of an authorization request, where there is one. */
    static Optional<String> challenge(App app, OauthRequest request) {
        Optional<String> challenge = request.parameter("code_challenge");
        if (challenge.isEmpty() && app.is(App.Trait.NEEDS_PKCE)) {
            throw OauthException.invalidRequest("missing required code challenge");
        }
        String method = request.parameter("code_challenge_method").orElse("S256");
        if (!method.equals("S256")
                || challenge.filter(text -> !CHALLENGE.matcher(text).matches()).isPresent()) {
            throw OauthException.invalidRequest("invalid code challenge");
        }
        return challenge;
    }

    /** Throws unless the verifier of a token request fits the challenge. */
    static void verify(String challenge, Optional<String> verifier) {
        if (verifier.isEmpty()) {
            throw OauthException.invalidGrant("missing code verifier");
        }
        if (!VERIFIER.matcher(verifier.get()).matches()
                || !challengeOf(verifier.get()).equals(challenge)) {
            throw OauthException.invalidRequest("invalid code verifier");
        }
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
