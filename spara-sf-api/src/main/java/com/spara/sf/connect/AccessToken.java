package com.spara.sf.connect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An access token that the host has already, for try-outs and tests; it is not renewed when it expires. {@code toString}
 * never shows it, and it cannot be serialised. Immutable and safe to share between threads.
 */
public final class AccessToken implements Credentials {

    private final String value;

    private AccessToken(String value) {
        this.value = value;
    }

    /**
     * Returns a token.
     *
     * @param value the token as Salesforce gave it
     * @return the token
     * @throws IllegalArgumentException if it is blank, or has white space or characters in it that no token has
     */
    public static AccessToken of(String value) {
        Objects.requireNonNull(value, "The access token is null. Is the variable set that it is read from?");
        String token = value.strip();
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("Not an access token: it must be one line of visible ASCII "
                    + "characters without spaces. Leave 'Bearer' away.");
        }
        return new AccessToken(token);
    }

    /**
     * Returns the token itself, to be put into a request and nowhere else.
     *
     * @return the token
     */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessToken token && value.equals(token.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
