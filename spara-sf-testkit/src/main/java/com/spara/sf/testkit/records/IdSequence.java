package com.spara.sf.testkit.records;

import com.spara.sf.RecordId;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives Ids in ascending order, one sequence for each object. A number is never given twice, not even after a
 * rollback.
 */
final class IdSequence {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String INSTANCE = "Fk";
    private static final int WIDTH = 10;

    private final Map<String, Long> latest = new HashMap<>();

    /** The next 18-character Id under a key prefix. */
    String next(String prefix) {
        return RecordId.of(prefix + INSTANCE + base62(number(prefix))).value();
    }

    /** The next number of any named sequence, from 1 on. */
    long number(String sequence) {
        return latest.merge(sequence, 1L, Long::sum);
    }

    private static String base62(long number) {
        char[] text = new char[WIDTH];
        long rest = number;
        for (int i = WIDTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(text);
    }
}
