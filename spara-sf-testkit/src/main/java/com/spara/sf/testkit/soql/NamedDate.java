package com.spara.sf.testkit.soql;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days that a date literal such as {@code LAST_N_DAYS:7} stands for; a fiscal year is a calendar year. */
record NamedDate(LocalDate from, LocalDate before) {
    private static final String UNIT = "(DAY|WEEK|MONTH|(?:FISCAL_)?QUARTER|(?:FISCAL_)?YEAR)";
    private static final Pattern DAY = Pattern.compile("YESTERDAY|TODAY|TOMORROW");
    private static final Pattern NINETY_DAYS = Pattern.compile("(LAST|NEXT)_90_DAYS");
    private static final Pattern SINGLE =
            Pattern.compile("(LAST|THIS|NEXT)_(WEEK|MONTH|(?:FISCAL_)?QUARTER|(?:FISCAL_)?YEAR)");
    private static final Pattern SEVERAL = Pattern.compile("(LAST|NEXT)_N_" + UNIT + "S");
    private static final Pattern AGO = Pattern.compile("N_" + UNIT + "S_AGO");

    private static final int NINETY = 90;
    /** Salesforce keeps dates from 1700 to 4000: no literal needs to reach further. */
    private static final int FARTHEST = 1_000_000;

    static boolean isName(String text) {
        return takesCount(text) || matches(DAY, text) || matches(NINETY_DAYS, text) || matches(SINGLE, text);
    }

    static boolean takesCount(String text) {
        return matches(SEVERAL, text) || matches(AGO, text);
    }

    private static boolean matches(Pattern pattern, String text) {
        return pattern.matcher(text.toUpperCase(Locale.ROOT)).matches();
    }

    /** Reads a literal for which {@link #isName} holds, with its {@code :n} when it takes one. */
    static NamedDate of(String literal, LocalDate today) {
        String text = literal.toUpperCase(Locale.ROOT);
        int colon = text.indexOf(':');
        return colon < 0
                ? plain(text, today)
                : counted(text.substring(0, colon), count(text.substring(colon + 1)), today);
    }

    private static int count(String digits) {
        String significant = digits.replaceFirst("^0+", "");
        boolean isFar = significant.length() > Integer.toString(FARTHEST).length();
        return isFar ? FARTHEST : Math.min(FARTHEST, significant.isEmpty() ? 0 : Integer.parseInt(significant));
    }

    private static NamedDate plain(String text, LocalDate today) {
        Matcher ninety = NINETY_DAYS.matcher(text);
        if (ninety.matches()) {
            return several(ninety.group(1), DateUnit.DAY, NINETY).from(today);
        }
        Matcher single = SINGLE.matcher(text);
        if (single.matches()) {
            int distance = single.group(1).equals("THIS") ? 0 : single.group(1).equals("LAST") ? -1 : 1;
            return new Stretch(unit(single.group(2)), distance, 1).from(today);
        }
        int distance = text.equals("TODAY") ? 0 : text.equals("YESTERDAY") ? -1 : 1;
        return new Stretch(DateUnit.DAY, distance, 1).from(today);
    }

    private static NamedDate counted(String name, int count, LocalDate today) {
        Matcher several = SEVERAL.matcher(name);
        if (several.matches()) {
            return several(several.group(1), unit(several.group(2)), count).from(today);
        }
        Matcher ago = AGO.matcher(name);
        if (!ago.matches()) {
            throw new IllegalArgumentException("not a date literal with a count; ask isName() first");
        }
        return new Stretch(unit(ago.group(1)), -count, 1).from(today);
    }

    /**
     * The last days include today, the last weeks, months and so on do not include the current one; the next never do.
     */
    private static Stretch several(String direction, DateUnit unit, int count) {
        if (direction.equals("NEXT")) {
            return new Stretch(unit, 1, count);
        }
        return new Stretch(unit, -count, unit == DateUnit.DAY ? count + 1 : count);
    }

    private static DateUnit unit(String name) {
        return DateUnit.valueOf(name.replace("FISCAL_", ""));
    }

    /** Whole units, some distance away from the current one. */
    private record Stretch(DateUnit unit, int distance, int length) {
        NamedDate from(LocalDate today) {
            LocalDate first = unit.plus(unit.startOf(today), distance);
            return new NamedDate(first, unit.plus(first, length));
        }
    }
}
