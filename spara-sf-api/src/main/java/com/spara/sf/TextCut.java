package com.spara.sf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text without tearing apart what a person sees as one character: neither a surrogate pair nor a letter with its
 * accents nor a joined emoji (Unicode's extended grapheme clusters). Safe for use by many threads.
 */
public final class TextCut {

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final int WINDOW = 256;

    private TextCut() {}

    /**
     * Returns the beginning of a text.
     *
     * @param text the text
     * @param maxLength the most UTF-16 units to keep
     * @return the text itself if it is short enough, else as many whole characters as fit
     */
    public static String start(String text, int maxLength) {
        return text.length() <= maxLength ? text : text.substring(0, lastBoundary(text, Math.max(0, maxLength)));
    }

    /**
     * Returns the end of a text.
     *
     * @param text the text
     * @param maxLength the most UTF-16 units to keep
     * @return the text itself if it is short enough, else as many whole characters as fit
     */
    public static String end(String text, int maxLength) {
        return text.length() <= maxLength
                ? text
                : text.substring(firstBoundary(text, text.length() - Math.max(0, maxLength)));
    }

    private static int lastBoundary(String text, int most) {
        int boundary = Math.min(most, safeStart(text, most));
        Matcher characters = from(text, boundary);
        while (characters.find() && characters.end() <= most) {
            boundary = characters.end();
        }
        return boundary;
    }

    private static int firstBoundary(String text, int least) {
        int boundary = safeStart(text, least);
        Matcher characters = from(text, boundary);
        while (boundary < least && characters.find()) {
            boundary = characters.end();
        }
        return Math.max(boundary, least);
    }

    private static Matcher from(String text, int start) {
        return CHARACTER.matcher(text).region(start, Math.min(text.length(), start + 2 * WINDOW));
    }

    /** A place before the index where a character certainly begins: after an ASCII one, or far enough before it. */
    private static int safeStart(String text, int index) {
        if (index >= text.length()) {
            return text.length();
        }
        int start = Math.max(0, index - WINDOW);
        for (int i = index; i > start; i--) {
            if (text.charAt(i - 1) < 0x80 && text.charAt(i) < 0x80 && text.charAt(i - 1) != '\r') {
                return i;
            }
        }
        return start;
    }
}
