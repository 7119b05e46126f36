package com.spara.sf.client.jdbc;

/**
 * Text that was encrypted.
 *
 * @param keyId names the key
 * @param content form, nonce and ciphertext with its tag, in letters
 */
public record Sealed(String keyId, String content) {

    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}
