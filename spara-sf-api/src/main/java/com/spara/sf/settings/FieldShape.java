package com.spara.sf.settings;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a Salesforce field was like when a mapping to it was made: its type, its length, and whether its picklist was restricted. A
 * mapping that remembers it lets {@code check} say when the org has changed the field since. Immutable and safe to share between
 * threads.
 */
public final class FieldShape {

    private final String type;
    private final int length;
    private final boolean restricted;

    private FieldShape(String type, int length, boolean restricted) {
        this.type = type;
        this.length = length;
        this.restricted = restricted;
    }

    /**
     * Returns a shape without a restricted picklist.
     *
     * @param type the type in Salesforce's own word, for example {@code string}
     * @param length the most characters that the field holds, or 0 where there is no such limit
     * @return the shape
     * @throws IllegalArgumentException if the type is blank or the length negative
     */
    public static FieldShape of(String type, int length) {
        if (type.isBlank() || length < 0) {
            throw new IllegalArgumentException("A field's shape needs a type, and a length of 0 or more.");
        }
        return new FieldShape(type, length, false);
    }

    /**
     * Returns this shape with a picklist that takes its own values only.
     *
     * @return the new shape
     */
    public FieldShape restricted() {
        return new FieldShape(type, length, true);
    }

    /**
     * Returns the type.
     *
     * @return Salesforce's own word
     */
    public String type() {
        return type;
    }

    /**
     * Returns the most characters.
     *
     * @return the length in UTF-16 units, or 0 where there is no such limit
     */
    public int length() {
        return length;
    }

    /**
     * Tells whether the picklist took its own values only.
     *
     * @return true if another value was refused
     */
    public boolean isRestricted() {
        return restricted;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldShape shape
                && type.equals(shape.type)
                && length == shape.length
                && restricted == shape.restricted;
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, length, restricted);
    }

    @Override
    public String toString() {
        return type + "(" + length + ")" + (restricted ? ", restricted" : "");
    }
}
