package com.spara.sf.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text as {@link JdbcTexts} loaded or saved it, with the version that it had. Immutable and safe to share between threads;
 * {@code toString} does not show the text.
 */
public final class KeptText {

    private final String name;
    private final @Nullable String text;
    private final long version;

    KeptText(String name, @Nullable String text, long version) {
        this.name = name;
        this.text = text;
        this.version = version;
    }

    /**
     * Returns the name that it is kept under.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the text.
     *
     * @return the text, or empty if none was saved under the name
     */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /**
     * Returns this with another text, to be saved in place of what was loaded.
     *
     * @param newText the text, at most 16,000 characters
     * @return the new value
     * @throws IllegalArgumentException if the text is longer
     */
    public KeptText with(String newText) {
        if (newText.length() > JdbcTexts.LONGEST_TEXT) {
            throw new IllegalArgumentException("A text has at most " + JdbcTexts.LONGEST_TEXT
                    + " characters, and this one has " + newText.length());
        }
        return new KeptText(name, newText, version);
    }

    /** How often it was saved; 0 if it never was. */
    long version() {
        return version;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeptText kept
                && name.equals(kept.name)
                && text().equals(kept.text())
                && version == kept.version;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "KeptText[" + name + ", version " + version + "]";
    }
}
