package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.oauth.Authority;
import com.spara.sf.testkit.oauth.Origin;
import com.spara.sf.testkit.oauth.Session;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who makes a request for data, by its {@code Authorization} header. */
final class Authorization {
    private static final Pattern HEADER = Pattern.compile("(?i:Bearer|OAuth) +(\\S+)");

    private final Authority authority;

    Authorization(Authority authority) {
        this.authority = authority;
    }

    /** The session, which lasts longer for being used; throws the answer when there is none. */
    Session require(@Nullable String header, Origin origin) {
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
        if (!authority.domain().hasDataAt(origin)) {
            throw invalidSession();
        }
        return authority.use(token.group(1)).orElseThrow(Authorization::invalidSession);
    }

    /** Ends the session of the header, if it has one. */
    void end(@Nullable String header) {
        Matcher token = HEADER.matcher(Objects.toString(header, "").trim());
        if (token.matches()) {
            authority.sessions().end(token.group(1));
        }
    }

    static RestException invalidSession() {
        return new RestException(
                HttpStatus.UNAUTHORIZED, new RestError("INVALID_SESSION_ID", "Session expired or invalid", null));
    }
}
