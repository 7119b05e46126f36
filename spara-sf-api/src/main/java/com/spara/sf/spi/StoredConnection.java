package com.spara.sf.spi;

import org.jspecify.annotations.Nullable;

/**
 * A connection as a {@link TokenStore} keeps it: one line of text with tokens in it, whose form is the client's own and may
 * grow. A store puts it somewhere safe and gives it back unchanged. Immutable and safe to share between threads;
 * {@code toString} never shows it, and it cannot be serialised.
 */
public final class StoredConnection {

    private final String text;

    private StoredConnection(String text) {
        this.text = text;
    }

    /**
     * Returns what a store kept.
     *
     * @param text the text as {@link #reveal} gave it
     * @return the connection
     */
    public static StoredConnection of(String text) {
        return new StoredConnection(text);
    }

    /**
     * Returns the text, to be kept where tokens may be kept, and nowhere else.
     *
     * @return one line of text
     */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredConnection stored && text.equals(stored.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "StoredConnection[hidden]";
    }
}
