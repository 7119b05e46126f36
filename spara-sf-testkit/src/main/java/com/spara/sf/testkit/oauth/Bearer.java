package com.spara.sf.testkit.oauth;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who is connected, for the endpoints that refuse with a word rather than with an error object. */
final class Bearer {
    private static final Pattern HEADER = Pattern.compile("(?i:Bearer|OAuth) +(\\S+)");

    private final Authority authority;

    Bearer(Authority authority) {
        this.authority = authority;
    }

    /** The user; empty when there is no token or a bad one. */
    Optional<Person> person(OauthRequest request) {
        return token(request)
                .flatMap(authority::use)
                .flatMap(session -> authority.people().find(session.userId()));
    }

    static OauthAnswer refused(OauthRequest request) {
        return OauthAnswer.text(
                OauthAnswer.FORBIDDEN, token(request).isPresent() ? "Bad_OAuth_Token" : "Missing_OAuth_Token");
    }

    private static Optional<String> token(OauthRequest request) {
        return request.header("Authorization")
                .map(header -> HEADER.matcher(header.trim()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .or(() -> request.form("access_token"));
    }
}
