package com.spara.sf.client.auth;

import com.spara.sf.client.json.JsonText;
import com.spara.sf.client.rest.Deadline;
import com.spara.sf.connect.JwtBearer;
import com.spara.sf.connect.OrgAddress;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The JWT bearer flow (RFC 7523): each time another assertion is signed, good for two minutes. When Salesforce refuses one and
 * its clock differs from ours, one more is signed by its clock.
 */
final class JwtRenewal implements Renewal {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);
    private static final Duration NOTABLE_SKEW = Duration.ofSeconds(30);

    private final TokenEndpoint endpoint;
    private final JwtBearer credentials;

    JwtRenewal(TokenEndpoint endpoint, JwtBearer credentials) {
        this.endpoint = endpoint;
        this.credentials = credentials;
    }

    @Override
    public boolean isUnattended() {
        return true;
    }

    @Override
    public ConnectionRecord renew(ConnectionRecord record, Errand errand) throws OauthFailure {
        OrgAddress org = record.requirePlace().login();
        Instant now = endpoint.clock().instant();
        try {
            return record.given(ask(org, now, errand.deadline()));
        } catch (OauthFailure refused) {
            if (!refused.is(OauthFailure.Kind.FINAL) || refused.skew().abs().compareTo(NOTABLE_SKEW) < 0) {
                throw refused;
            }
            return record.given(ask(org, now.plus(refused.skew()), errand.deadline()));
        }
    }

    private TokenAnswer ask(OrgAddress org, Instant now, Deadline deadline) throws OauthFailure {
        return endpoint.token(org, Map.of("grant_type", GRANT, "assertion", assertion(org, now)), deadline);
    }

    private String assertion(OrgAddress org, Instant now) {
        String audience = credentials
                .audience()
                .orElse(org.isSandbox() ? "https://test.salesforce.com" : "https://login.salesforce.com");
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", credentials.consumerKey());
        claims.put("sub", credentials.username());
        claims.put("aud", audience);
        claims.put("exp", BigDecimal.valueOf(now.plus(GOOD_FOR).getEpochSecond()));
        String content = part(Map.of("alg", "RS256")) + "." + part(claims);
        return content + "." + base64(signature(content));
    }

    private static String part(Map<String, Object> json) {
        return base64(JsonText.write(generator -> JsonText.value(generator, json)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] signature(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(credentials.privateKey());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(
                    "The private key cannot sign: " + unusable.getClass().getSimpleName()
                            + ". Give an RSA key of 2048 bits or more.",
                    unusable);
        }
    }
}
