package com.spara.sf.testkit.soql;

/**
 * Makes texts that differ only in upper and lower case equal, character by character, as
 * {@link String#equalsIgnoreCase} does.
 */
final class Fold {
    private Fold() {}

    static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (fold(text.charAt(i)) != text.charAt(i)) {
                return folded(text);
            }
        }
        return text;
    }

    private static String folded(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = fold(chars[i]);
        }
        return new String(chars);
    }
}
