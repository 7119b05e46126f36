package com.spara.sf.client.auth;

import com.spara.sf.LoginFailedException;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.json.Sha256;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.OrgAddress;
import com.spara.sf.connect.WebApp;
import com.spara.sf.connect.WebLogin;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The web server flow with PKCE (RFC 6749, 7636): begins logins of a connection, and finishes each once. */
public final class WebLogins {

    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final int RANDOM_BYTES = 32;

    private final ConnectionAccess access;
    private final TokenEndpoint endpoint;
    private final WebApp app;
    private final RandomGenerator random;

    WebLogins(ConnectionAccess access, TokenEndpoint endpoint, WebApp app, RandomGenerator random) {
        this.access = access;
        this.endpoint = endpoint;
        this.app = app;
        this.random = random;
    }

    /** Begins a login at an org. */
    public WebLogin begin(OrgAddress org) {
        WebLogin.Attempt attempt = new WebLogin.Attempt(
                randomText(), randomText(), endpoint.clock().instant());
        return WebLogin.of(access.name(), org, app, attempt);
    }

    private String randomText() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Finishes a login; throws {@link LoginFailedException} or {@link OrgUnreachableException}, and then nothing changed. */
    public ConnectionState finish(WebLogin login, OrgAddress org, URI callback) {
        requireOurs(login);
        Map<String, String> parameters = parameters(callback);
        requireSameState(login, parameters.get("state"));
        requireUnused(login);
        throwIfRefused(parameters);
        String code = parameters.getOrDefault("code", "");
        if (code.isEmpty()) {
            throw notOurs("The address that the person came back to holds no code.");
        }
        TokenAnswer answer = exchange(login, org, code);
        return access.take(before -> taken(org, answer, before)).state();
    }

    private ConnectionRecord taken(OrgAddress org, TokenAnswer answer, ConnectionRecord before) {
        Instant now = endpoint.clock().instant();
        OrgPlace place = OrgPlace.unknown(org).seen(answer);
        ConnectionRecord after = ConnectionRecord.connected(place, AppKey.of(app), Tokens.NONE.replacedBy(answer), now);
        List<Reason> warnings = new ArrayList<>();
        if (before.place() != null && place.isOtherOrgThan(before.place())) {
            warnings.add(ConnectionRecord.anotherOrg());
        }
        if (answer.refreshToken().isEmpty()) {
            warnings.add(Reason.of(
                    ReasonCode.NO_REFRESH_TOKEN,
                    "Salesforce gave no refresh token, so the connection ends with its first session. The admin adds the scope "
                            + "refresh_token to the app."));
        }
        return after.warning(warnings);
    }

    private TokenAnswer exchange(WebLogin login, OrgAddress org, String code) {
        Map<String, String> form = AppKey.of(app).form("authorization_code");
        form.put("code", code);
        form.put("redirect_uri", login.app().callback().toString());
        form.put("code_verifier", login.revealAttempt().verifier());
        try {
            TokenAnswer answer = endpoint.token(org, form, endpoint.deadline());
            if (answer.instance().isEmpty()) {
                throw OauthFailure.lost("an answer that leads to a place that is not an org's", null);
            }
            return answer;
        } catch (OauthFailure failed) {
            if (failed.is(OauthFailure.Kind.FINAL) || failed.is(OauthFailure.Kind.BUSY)) {
                throw new LoginFailedException(failed.reason(), failed);
            }
            throw failed.passing();
        }
    }

    private void requireOurs(WebLogin login) {
        Instant begun = login.revealAttempt().begunAt();
        if (!login.connection().equals(access.name())) {
            throw notOurs("The login was begun for another connection.");
        }
        if (!login.app().consumerKey().equals(app.consumerKey())) {
            throw notOurs("The login was begun with another app.");
        }
        if (endpoint.clock().instant().isAfter(begun.plus(GOOD_FOR))) {
            throw notOurs("The login was begun more than an hour ago.");
        }
    }

    private static void requireSameState(WebLogin login, @Nullable String state) {
        byte[] ours = login.revealAttempt().state().getBytes(StandardCharsets.UTF_8);
        byte[] theirs = (state == null ? "" : state).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(ours, theirs)) {
            throw notOurs("The person came back from another login than this one.");
        }
    }

    /** A login is used up by whoever comes back first, be it with a refusal. */
    private void requireUnused(WebLogin login) {
        Instant until = login.revealAttempt().begunAt().plus(GOOD_FOR);
        if (!access.use(Sha256.of(login.revealAttempt().state()).base64(Sha256.LENGTH), until)) {
            throw notOurs("The login was finished already.");
        }
    }

    private static void throwIfRefused(Map<String, String> parameters) {
        String error = parameters.get("error");
        if (error != null) {
            throw new LoginFailedException(
                    OauthErrors.reason(error, parameters.getOrDefault("error_description", "")), null);
        }
    }

    private static Map<String, String> parameters(URI callback) {
        Map<String, String> parameters = new HashMap<>();
        String query = callback.getRawQuery() == null ? "" : callback.getRawQuery();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
            String value = equals < 0 ? "" : decoded(parameter.substring(equals + 1));
            if (parameters.put(name, value) != null) {
                throw notOurs("The address that the person came back to names something twice.");
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw notOurs("The address that the person came back to is broken.");
        }
    }

    private static LoginFailedException notOurs(String what) {
        return new LoginFailedException(
                Reason.of(ReasonCode.LOGIN_NOT_OURS, what + " Nothing has changed; begin the login again."), null);
    }
}
