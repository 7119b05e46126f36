package com.spara.sf.testkit.oauth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The members of a token's answer. */
final class TokenAnswer {
    private static final String HMAC = "HmacSHA256";

    private final Authority authority;
    private final Origin origin;

    TokenAnswer(Authority authority, Origin origin) {
        this.authority = authority;
        this.origin = origin;
    }

    OauthAnswer of(Issue issue) {
        Approval approval = issue.approval();
        Session session = authority.sessions().open(issue.person().id(), approval);
        String id = IdentityEndpoint.url(authority, origin, issue.person().id());
        String issuedAt = String.valueOf(session.since().toEpochMilli());
        Map<String, String> members = new LinkedHashMap<>();
        members.put("access_token", session.token());
        if (issue.refreshToken() != null) {
            members.put("refresh_token", issue.refreshToken());
        }
        members.put("signature", signature(id + issuedAt, approval.app().signingKey()));
        members.put("scope", approval.scopes().toString());
        members.put("instance_url", authority.domain().instanceUrl(origin));
        members.put("id", id);
        members.put("token_type", "Bearer");
        members.put("issued_at", issuedAt);
        return OauthAnswer.json(OauthAnswer.OK, members);
    }

    private static String signature(String text, String key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
