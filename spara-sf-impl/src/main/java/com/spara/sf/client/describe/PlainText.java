package com.spara.sf.client.describe;

/** Text as it arrives in Salesforce: without white space and control characters around it, and fit for UTF-8. */
final class PlainText {

    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    /** Cuts off what either Java or Salesforce takes for white space. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || Character.isWhitespace(c);
    }

    /** Puts the replacement character where half a surrogate pair stands, since UTF-8 cannot carry it. */
    static String carried(String text) {
        if (isCarried(text)) {
            return text;
        }
        StringBuilder carried = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isLoneSurrogate(text, i)) {
                carried.setCharAt(i, REPLACEMENT);
            }
        }
        return carried.toString();
    }

    /** Whether UTF-8 can carry the text as it is. */
    static boolean isCarried(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isLoneSurrogate(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
