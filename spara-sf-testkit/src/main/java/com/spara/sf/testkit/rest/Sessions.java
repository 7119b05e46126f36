package com.spara.sf.testkit.rest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The access tokens that are good at the moment. Thread-safe. */
public final class Sessions {
    private static final int SHORT_ID = 15;
    private static final Pattern HEADER = Pattern.compile("(?i:Bearer|OAuth) +(\\S+)");

    private final String organizationId;
    private final Map<String, Session> byToken = new ConcurrentHashMap<>();
    private final AtomicLong issued = new AtomicLong();

    public Sessions(String organizationId) {
        this.organizationId = organizationId;
    }

    /** A new access token for the user, good until it is revoked. */
    public String issue(String userId) {
        String token = organizationId.substring(0, SHORT_ID) + "!AQ.fake." + issued.incrementAndGet() + "." + userId;
        byToken.put(token, new Session(userId));
        return token;
    }

    /** Ends all sessions. */
    public void revokeAll() {
        byToken.clear();
    }

    /** The session of an {@code Authorization} header; throws the answer when there is none. */
    Session require(@Nullable String header) {
        if (header == null) {
            throw invalidSession();
        }
        Matcher token = HEADER.matcher(header.trim());
        if (!token.matches()) {
            throw new RestException(
                    HttpStatus.UNAUTHORIZED,
                    new RestError("INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE", null),
                    Map.of("WWW-Authenticate", "Token"));
        }
        return Optional.ofNullable(byToken.get(token.group(1))).orElseThrow(Sessions::invalidSession);
    }

    private static RestException invalidSession() {
        return new RestException(
                HttpStatus.UNAUTHORIZED, new RestError("INVALID_SESSION_ID", "Session expired or invalid", null));
    }
}
