package com.spara.sf.client.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The SHA-256 of a text in UTF-8: tells texts apart without holding them. No protection for what can be guessed.
 */
public final class Sha256 {

    /** The bytes of a whole digest. */
    public static final int LENGTH = 32;

    private final byte[] digest;

    private Sha256(byte[] digest) {
        this.digest = digest;
    }

    /** Works it out. */
    public static Sha256 of(String text) {
        try {
            return new Sha256(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /** Its first bytes as lower-case hexadecimal digits, two each. */
    public String hex(int bytes) {
        return HexFormat.of().formatHex(digest, 0, bytes);
    }

    /** Its first bytes in the alphabet of base64 that needs no escape in an address, without padding. */
    public String base64(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, bytes));
    }
}
