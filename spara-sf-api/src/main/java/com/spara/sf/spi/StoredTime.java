package com.spara.sf.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The form that Salesforce answers every time in, {@code 2026-11-23T09:00:00.000+0000}, digit by digit: a formatter takes
 * two kilobytes for each, and there is one in every record.
 */
final class StoredTime {

    private static final String FORM = "0000-00-00T00:00:00.000+0000";
    private static final int ZONE = FORM.indexOf('+');
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final int TEN = 10;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long SECONDS_PER_HOUR = 3_600;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int MONTHS = 12;
    private static final int LAST_HOUR = 23;
    private static final int LAST_MINUTE = 59;

    private StoredTime() {}

    /** Returns the time of a text in that form; null if it has another one, or tells no time that there is. */
    static @Nullable Instant usual(String text) {
        if (!isUsual(text) || !isDay(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))) {
            return null;
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > LAST_HOUR || minute > LAST_MINUTE || second > LAST_MINUTE) {
            return null;
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        long seconds = SECONDS_PER_DAY * day + SECONDS_PER_HOUR * hour + SECONDS_PER_MINUTE * minute + second;
        return Instant.ofEpochSecond(seconds, (long) number(text, 20, 23) * NANOS_PER_MILLI);
    }

    private static boolean isDay(int year, int month, int day) {
        return month >= 1
                && month <= MONTHS
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static boolean isUsual(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < ZONE; i++) {
            char c = text.charAt(i);
            boolean fits = FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return text.startsWith("+0000", ZONE);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = TEN * number + text.charAt(i) - '0';
        }
        return number;
    }
}
