package com.spara.sf.client.soql;

import com.spara.sf.RecordId;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Pieces of SOQL made of typed values and checked names. Text is escaped by the rules of the SOQL reference ("Quoted
 * String Escape Sequences"); an at sign before a brace is written as its code point, so that Composite
 * never takes people's text for one of its references.
 */
public final class SoqlText {

    private static final Pattern PATH = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*){0,5}");

    private SoqlText() {}

    /** A field name or a path to a parent's field. */
    public static String name(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("Not a name that SOQL takes: '" + path + "'.");
        }
        return path;
    }

    /** A condition that a field has one of the values; no values match nothing. */
    public static String in(String field, Collection<?> values) {
        if (values.isEmpty()) {
            return "Id = null";
        }
        return inLiterals(field, values.stream().map(SoqlText::literal).toList());
    }

    /** The same of values that are literals already, of which there is at least one. */
    public static String inLiterals(String field, Collection<String> literals) {
        return name(field) + " IN (" + String.join(",", literals) + ")";
    }

    /** A value as a literal. */
    public static String literal(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Boolean || value instanceof LocalDate) {
            return value.toString();
        }
        if (value instanceof Instant time) {
            return time.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        if (value instanceof RecordId id) {
            return "'" + id.value() + "'";
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        throw new IllegalArgumentException(
                "SOQL has no literal for a " + value.getClass().getName() + ".");
    }

    /** A query as the value of a parameter of a URL. */
    public static String asParameter(String soql) {
        return URLEncoder.encode(soql, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 8).append('\'');
        for (int i = 0; i < text.length(); i++) {
            append(quoted, text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ');
        }
        return quoted.append('\'').toString();
    }

    private static void append(StringBuilder quoted, char c, char next) {
        if (c == '\\' || c == '\'') {
            quoted.append('\\').append(c);
        } else if (c < ' ' || c == 0x7f || c == '@' && next == '{' || isLoneSurrogate(quoted, c, next)) {
            quoted.append(String.format("\\u%04X", (int) c));
        } else {
            quoted.append(c);
        }
    }

    /** URL encoding would silently turn half a surrogate pair into a question mark. */
    private static boolean isLoneSurrogate(StringBuilder before, char c, char next) {
        if (Character.isHighSurrogate(c)) {
            return !Character.isLowSurrogate(next);
        }
        return Character.isLowSurrogate(c) && !Character.isHighSurrogate(before.charAt(before.length() - 1));
    }
}
