package com.spara.sf.testkit.oauth;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A signed JWT, with claims that are not believed before its signature was checked. */
final class Assertion {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int PARTS = 3;
    private static final long LAST_SECOND = Instant.MAX.getEpochSecond();

    private final String signed;
    private final byte[] signature;
    private final JsonObject header;
    private final JsonObject claims;

    private Assertion(String[] parts) {
        this.signed = parts[0] + "." + parts[1];
        this.header = object(parts[0]);
        this.claims = object(parts[1]);
        this.signature = bytes(parts[2]);
    }

    static Assertion parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            throw invalid();
        }
        return new Assertion(parts);
    }

    static OauthException invalid() {
        return OauthException.invalidGrant("invalid assertion");
    }

    private static JsonObject object(String part) {
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(bytes(part)))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw invalid();
        }
    }

    private static byte[] bytes(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** Throws unless the key signed it, by RS256. */
    void verify(PublicKey key) {
        if (!(header.get("alg") instanceof JsonString algorithm)
                || !algorithm.getString().equals("RS256")) {
            throw invalid();
        }
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(signed.getBytes(StandardCharsets.US_ASCII));
            if (!check.verify(signature)) {
                throw invalid();
            }
        } catch (GeneralSecurityException e) {
            throw invalid();
        }
    }

    Optional<String> claim(String name) {
        return claims.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    Instant expires() {
        if (!(claims.get("exp") instanceof JsonNumber number)) {
            throw invalid();
        }
        return Instant.ofEpochSecond(Math.max(0, Math.min(LAST_SECOND, number.longValue())));
    }
}
