package com.spara.sf.client.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A SOQL condition that somebody typed: its parts, the fields it names, and whether it stays within its parentheses. */
final class HostCondition {

    private static final Pattern TOKEN = Pattern.compile("\\s+"
            + "|'(?:[^'\\\\]|\\\\.)*'"
            + "|(?<name>[A-Za-z][A-Za-z0-9_]*(?:\\.[A-Za-z][A-Za-z0-9_]*)*)(?::\\d+)?"
            + "|\\d{4}-\\d\\d-\\d\\d(?:T[0-9:.]+(?:Z|[+-]\\d\\d:?\\d\\d))?"
            + "|[+-]?\\d+(?:\\.\\d+)?"
            + "|[=<>!]=?|<>|[(),]");
    private static final Set<String> WORDS =
            Set.of("AND", "OR", "NOT", "IN", "LIKE", "INCLUDES", "EXCLUDES", "NULL", "TRUE", "FALSE");
    private static final Pattern DATE_WORD = Pattern.compile(
            "TODAY|YESTERDAY|TOMORROW|(?:THIS|LAST|NEXT)_(?:FISCAL_)?(?:WEEK|MONTH|QUARTER|YEAR)|(?:LAST|NEXT)_90_DAYS"
                    + "|(?:LAST_N|NEXT_N|N)_(?:FISCAL_)?(?:DAYS|WEEKS|MONTHS|QUARTERS|YEARS)(?:_AGO)?");

    private final List<String> fields = new ArrayList<>();
    private final String problem;

    private HostCondition(String text) {
        this.problem = scan(text);
    }

    static HostCondition of(String text) {
        return new HostCondition(text);
    }

    /** The fields and paths that it names. */
    List<String> fields() {
        return fields;
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
            take(token.group("name"));
            at = token.end();
        }
        return open == 0 ? forbidden() : "does not close a parenthesis";
    }

    private void take(@Nullable String name) {
        if (name == null) {
            return;
        }
        String word = name.toUpperCase(Locale.ROOT);
        if (!WORDS.contains(word) && !DATE_WORD.matcher(word).matches()) {
            fields.add(name);
        }
    }

    private String forbidden() {
        boolean hasSubquery = fields.stream().anyMatch("SELECT"::equalsIgnoreCase);
        return hasSubquery ? "holds a subquery; members of a campaign are taken by Filter.inCampaign" : "";
    }
}
