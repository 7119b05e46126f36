package com.spara.sf;

import java.util.Optional;

/**
 * The Id of a Salesforce record, always kept in its 18-character form, so that the 15- and the 18-character spelling of
 * one Id are equal. Thread-safe, as every value here is.
 *
 * <p>The last three characters are a checksum over the capitals of the first fifteen (SOAP API Developer Guide, "ID
 * Field Type").
 *
 * @param value the 18 characters
 */
public record RecordId(String value) implements Comparable<RecordId> {

    private static final String CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int SHORT_LENGTH = 15;
    private static final int FULL_LENGTH = 18;
    private static final int PREFIX_LENGTH = 3;
    private static final int GROUP = 5;

    /**
     * Takes either spelling.
     *
     * @param value 15 or 18 characters
     * @throws IllegalArgumentException if it is not an Id, or its checksum does not fit its capitals
     */
    public RecordId {
        String text = value.strip();
        if (!hasShape(text)) {
            throw new IllegalArgumentException("Not a Salesforce Id: it must be 15 or 18 letters and digits, but has "
                    + text.length() + " characters. Take the Id as the REST API returns it.");
        }
        value = withChecksum(text);
    }

    /**
     * Returns the Id for either spelling.
     *
     * @param text 15 or 18 characters; white space around them is ignored
     * @return the Id
     * @throws IllegalArgumentException if it is not an Id, or its checksum does not fit its capitals
     */
    public static RecordId of(String text) {
        return new RecordId(text);
    }

    /**
     * Returns the Id for either spelling, or empty if the text is not one.
     *
     * @param text any text
     * @return the Id, or empty
     */
    public static Optional<RecordId> parse(String text) {
        try {
            return Optional.of(new RecordId(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /**
     * Returns the three characters that tell the object, for example {@code 00Q} for Lead.
     *
     * @return the key prefix
     */
    public String keyPrefix() {
        return value.substring(0, PREFIX_LENGTH);
    }

    @Override
    public int compareTo(RecordId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean hasShape(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() == SHORT_LENGTH || text.length() == FULL_LENGTH;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static String withChecksum(String text) {
        if (text.length() == SHORT_LENGTH) {
            return text + checksum(text, 0) + checksum(text, GROUP) + checksum(text, 2 * GROUP);
        }
        for (int i = 0; i < FULL_LENGTH - SHORT_LENGTH; i++) {
            if (text.charAt(SHORT_LENGTH + i) != checksum(text, i * GROUP)) {
                throw new IllegalArgumentException(
                        "Not a Salesforce Id: the last three characters do not fit the capitals of the first fifteen. "
                                + "Ids are case-sensitive; take the Id as the REST API returns it.");
            }
        }
        return text;
    }

    private static char checksum(String id, int from) {
        int bits = 0;
        for (int i = 0; i < GROUP; i++) {
            char c = id.charAt(from + i);
            bits |= (c >= 'A' && c <= 'Z' ? 1 : 0) << i;
        }
        return CHECKSUM.charAt(bits);
    }
}
