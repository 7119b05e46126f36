package com.spara.sf.client.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts by AES-GCM with one key, and decrypts with any that it knows. What was encrypted under one name cannot be read under
 * another. Immutable and safe for use by many threads.
 */
public final class TokenCipher {

    private static final String FORM = "1";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private final String keyId;
    private final Map<String, SecretKey> keys;

    private TokenCipher(String keyId, Map<String, SecretKey> keys) {
        this.keyId = keyId;
        this.keys = keys;
    }

    /** One with a single key; throws {@link IllegalArgumentException} if AES cannot use it. */
    public static TokenCipher of(String keyId, SecretKey key) {
        return new TokenCipher(keyId, Map.of()).knowing(keyId, key);
    }

    /** One that decrypts with another key, too. */
    public TokenCipher knowing(String otherId, SecretKey key) {
        if (!KEY_ID.matcher(otherId).matches()) {
            throw new IllegalArgumentException(
                    "A key's id is 1 to 100 of the characters A-Z, a-z, 0-9, point, hyphen, colon and underscore.");
        }
        Map<String, SecretKey> more = new TreeMap<>(keys);
        if (more.put(otherId, key) != null) {
            throw new IllegalArgumentException("There are two keys with the id '" + otherId + "'. Give each its own.");
        }
        requireUsable(otherId, key);
        return new TokenCipher(keyId, more);
    }

    private static void requireUsable(String id, SecretKey key) {
        try {
            Cipher.getInstance(ALGORITHM).init(Cipher.ENCRYPT_MODE, key);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "The key '" + id + "' is none that AES can use. Give 16, 24 or 32 random bytes.", unusable);
        }
    }

    /** The id of the key that encrypts. */
    public String keyId() {
        return keyId;
    }

    /** Encrypts what is kept under a name. */
    public Sealed seal(String name, String text) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(Cipher.ENCRYPT_MODE, keys.get(keyId)); // the nonce is the JDK's choice, anew each time
            cipher.updateAAD(bound(keyId, name));
            byte[] secret = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            Base64.Encoder letters = Base64.getEncoder().withoutPadding();
            return new Sealed(
                    keyId, FORM + "." + letters.encodeToString(cipher.getIV()) + "." + letters.encodeToString(secret));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("The connection '" + name + "' cannot be encrypted.", failed);
        }
    }

    /** Decrypts what was kept under a name; throws {@link IllegalStateException} if that is not it. */
    public String open(String name, Sealed kept) {
        SecretKey key = keys.get(kept.keyId());
        if (key == null) {
            throw unreadable(name, "was encrypted with the key '" + kept.keyId() + "', which was not given");
        }
        String[] parts = kept.content().split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(FORM)) {
            throw unreadable(name, "has a form that this version does not know");
        }
        try {
            Base64.Decoder letters = Base64.getDecoder();
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, letters.decode(parts[1])));
            cipher.updateAAD(bound(kept.keyId(), name));
            return new String(cipher.doFinal(letters.decode(parts[2])), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException changed) {
            throw unreadable(
                    name, "was changed, belongs to another connection, or had another key '" + kept.keyId() + "'");
        }
    }

    private static byte[] bound(String keyId, String name) {
        return ("spara-sf " + FORM + " " + keyId + " " + name).getBytes(StandardCharsets.UTF_8);
    }

    private static IllegalStateException unreadable(String name, String why) {
        return new IllegalStateException("What the database keeps of the connection '" + name + "' " + why
                + ". Give the key, or connect the org again.");
    }

    @Override
    public String toString() {
        return "TokenCipher[" + keyId + "]";
    }
}
