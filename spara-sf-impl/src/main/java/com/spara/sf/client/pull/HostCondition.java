package com.spara.sf.client.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SOQL condition that somebody typed: its parts, the fields it names, and whether it stays a condition. */
final class HostCondition {

    private static final Pattern TOKEN = Pattern.compile("\\s+"
            + "|'(?:[^'\\\\]|\\\\.)*+'"
            + "|(?<money>[A-Z]{3}\\d++(?:\\.\\d++)?)(?![A-Za-z0-9_.])"
            + "|(?<function>[A-Za-z_]++)(?=\\s*\\()"
            + "|(?<name>[A-Za-z][A-Za-z0-9_]*+(?:\\.[A-Za-z][A-Za-z0-9_]*+)*+)(?::\\d+)?"
            + "|\\d{4}-\\d\\d-\\d\\d(?:T[0-9:.]+(?:Z|[+-]\\d\\d:?\\d\\d))?"
            + "|[+-]?\\d+(?:\\.\\d+)?"
            + "|[=<>!]=?|<>|[(),]");
    private static final Set<String> WORDS =
            Set.of("AND", "OR", "NOT", "IN", "LIKE", "INCLUDES", "EXCLUDES", "NULL", "TRUE", "FALSE");
    private static final Set<String> FUNCTIONS = Set.of(
            "CALENDAR_MONTH",
            "CALENDAR_QUARTER",
            "CALENDAR_YEAR",
            "DAY_IN_MONTH",
            "DAY_IN_WEEK",
            "DAY_IN_YEAR",
            "DAY_ONLY",
            "FISCAL_MONTH",
            "FISCAL_QUARTER",
            "FISCAL_YEAR",
            "HOUR_IN_DAY",
            "WEEK_IN_MONTH",
            "WEEK_IN_YEAR",
            "CONVERTTIMEZONE",
            "CONVERTCURRENCY",
            "DISTANCE",
            "GEOLOCATION");
    private static final Set<String> CLAUSES = Set.of(
            "SELECT", "FROM", "USING", "WHERE", "WITH", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "FOR", "UPDATE");
    private static final Pattern DATE_WORD = Pattern.compile(
            "TODAY|YESTERDAY|TOMORROW|(?:THIS|LAST|NEXT)_(?:FISCAL_)?(?:WEEK|MONTH|QUARTER|YEAR)|(?:LAST|NEXT)_90_DAYS"
                    + "|(?:LAST_N|NEXT_N|N)_(?:FISCAL_)?(?:DAYS|WEEKS|MONTHS|QUARTERS|YEARS)(?:_AGO)?");

    private final String ownPrefix;
    private final List<String> fields = new ArrayList<>();
    private String clause = "";
    private boolean isRelative;
    private final String problem;

    private HostCondition(String object, String text) {
        this.ownPrefix = object.toUpperCase(Locale.ROOT) + ".";
        this.problem = scan(text);
    }

    /** Reads a condition on an object, whose own name may stand before its fields. */
    static HostCondition on(String object, String text) {
        return new HostCondition(object, text);
    }

    /** The fields and paths that it names. */
    List<String> fields() {
        return fields;
    }

    /** Whether it has dates that mean another day tomorrow. */
    boolean isRelative() {
        return isRelative;
    }

    /** What is wrong with it, if anything is. */
    Optional<String> problem() {
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
    }

    private String scan(String text) {
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        int open = 0;
        while (at < text.length()) {
            if (!token.find(at) || token.start() != at) {
                return "cannot be read at character " + (at + 1);
            }
            open += token.group().equals("(") ? 1 : token.group().equals(")") ? -1 : 0;
            if (open < 0) {
                return "closes a parenthesis that it did not open, at character " + (at + 1);
            }
            take(token);
            at = token.end();
        }
        return open == 0 ? forbidden() : "does not close a parenthesis";
    }

    private void take(Matcher token) {
        String function = token.group("function");
        String name = token.group("name");
        if (function != null && !FUNCTIONS.contains(function.toUpperCase(Locale.ROOT))) {
            take(function);
        } else if (name != null) {
            take(name);
        }
    }

    private void take(String name) {
        String word = name.toUpperCase(Locale.ROOT);
        if (CLAUSES.contains(word)) {
            clause = clause.isEmpty() ? word : clause;
        } else if (DATE_WORD.matcher(word).matches()) {
            isRelative = true;
        } else if (!WORDS.contains(word)) {
            fields.add(word.startsWith(ownPrefix) ? name.substring(ownPrefix.length()) : name);
        }
    }

    private String forbidden() {
        if (clause.equals("SELECT")) {
            return "holds a subquery; members of a campaign are taken by Filter.inCampaign";
        }
        return clause.isEmpty() ? "" : "holds " + clause + ", which is no part of a condition";
    }
}
