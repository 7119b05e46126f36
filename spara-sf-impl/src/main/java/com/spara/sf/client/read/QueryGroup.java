package com.spara.sf.client.read;

import com.spara.sf.client.soql.SoqlText;
import com.spara.sf.spi.Lookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lookups that share a query: either all lookups of an object by one indexed field each, joined by OR, or lookups by the
 * same fields, whose values are listed. A group becomes several queries when its text grows too long.
 */
final class QueryGroup {

    /** Salesforce takes 100,000 characters in a statement (SOQL reference); the rest is for the names. */
    static final int LONGEST_VALUES = 60_000;

    /** A page has 2,000 rows, and an Id brings no more than one. */
    private static final int MOST_IDS = 2_000;

    private final String object;
    private final boolean shared;
    private final boolean withDeleted;
    private final List<Lookup> lookups = new ArrayList<>();
    private final Map<Lookup, Lookup> typed = new HashMap<>();
    private final Set<String> select = new LinkedHashSet<>();

    QueryGroup(String object, boolean shared, boolean withDeleted) {
        this.object = object;
        this.shared = shared;
        this.withDeleted = withDeleted;
        select.add("Id");
    }

    /** Takes a lookup that it has not yet, with the form in which it is asked. */
    void add(Lookup lookup, Lookup asked) {
        lookups.add(lookup);
        if (!asked.equals(lookup)) {
            typed.put(lookup, asked);
        }
        select.addAll(lookup.conditionFields());
    }

    void select(String path) {
        if (select.stream().noneMatch(path::equalsIgnoreCase)) {
            select.add(path);
        }
    }

    Set<String> selected() {
        return select;
    }

    String object() {
        return object;
    }

    List<Lookup> lookups() {
        return lookups;
    }

    /** A lookup in the form in which it is asked. */
    Lookup asked(Lookup lookup) {
        return typed.getOrDefault(lookup, lookup);
    }

    int typedLookups() {
        return typed.size();
    }

    /** The lookups in the form in which they are asked. */
    List<Lookup> asked() {
        return typed.isEmpty() ? lookups : lookups.stream().map(this::asked).toList();
    }

    /** Whether the lookups are joined by OR. */
    boolean isShared() {
        return shared;
    }

    boolean isCounting() {
        return lookups.get(0).isCounting();
    }

    /** The queries as paths of the REST API below its root. */
    List<String> paths(int longestValues) {
        String resource = withDeleted ? "/queryAll?q=" : "/query?q=";
        return conditions(longestValues).stream()
                .map(condition -> resource + SoqlText.asParameter(head() + " WHERE " + condition + tail()))
                .toList();
    }

    private String head() {
        String fields = isCounting()
                ? String.join(", ", conditionFields()) + ", COUNT(Id) records"
                : select.stream().map(SoqlText::name).collect(Collectors.joining(", "));
        return "SELECT " + fields + " FROM " + SoqlText.name(object);
    }

    private String tail() {
        return isCounting() ? " GROUP BY " + String.join(", ", conditionFields()) : "";
    }

    private Set<String> conditionFields() {
        return lookups.get(0).conditionFields();
    }

    private List<String> conditions(int longestValues) {
        List<String> conditions = new ArrayList<>();
        Map<String, Map<Object, String>> values = new LinkedHashMap<>();
        int length = 0;
        for (Lookup lookup : asked()) {
            length += addValues(values, lookup);
            if (length > longestValues || isFullPage(values)) {
                conditions.add(condition(values));
                values.clear();
                length = 0;
            }
        }
        if (!values.isEmpty()) {
            conditions.add(condition(values));
        }
        return conditions;
    }

    /** Two pages of one query are two calls, and those of two queries may be one. */
    private static boolean isFullPage(Map<String, Map<Object, String>> values) {
        return values.size() == 1 && values.getOrDefault("Id", Map.of()).size() == MOST_IDS;
    }

    /** Adds the values with their literals, by field, and returns how long those of them are that were not there. */
    private static int addValues(Map<String, Map<Object, String>> values, Lookup lookup) {
        int length = 0;
        for (Map.Entry<String, Object> condition : lookup.conditions().entrySet()) {
            Map<Object, String> known = values.computeIfAbsent(condition.getKey(), any -> new LinkedHashMap<>());
            if (!known.containsKey(condition.getValue())) {
                String literal = SoqlText.literal(condition.getValue());
                known.put(condition.getValue(), literal);
                length += literal.length() + 1;
            }
        }
        return length;
    }

    private String condition(Map<String, Map<Object, String>> values) {
        List<String> parts = new ArrayList<>();
        values.forEach((field, wanted) -> parts.add(part(field, wanted)));
        return String.join(shared ? " OR " : " AND ", parts);
    }

    private String part(String field, Map<Object, String> wanted) {
        String in = isBoolean(wanted.keySet())
                ? equal(field, wanted.keySet())
                : SoqlText.inLiterals(field, wanted.values());
        boolean explainsItself = field.equalsIgnoreCase("Id");
        return shared && withDeleted && !explainsItself ? "(" + in + " AND IsDeleted = false)" : in;
    }

    /** A checkbox takes no IN list. */
    private static String equal(String field, Set<Object> wanted) {
        return wanted.size() > 1
                ? "(" + SoqlText.name(field) + " = true OR " + SoqlText.name(field) + " = false)"
                : SoqlText.name(field) + " = " + wanted.iterator().next();
    }

    private static boolean isBoolean(Set<Object> wanted) {
        return wanted.stream().allMatch(Boolean.class::isInstance);
    }
}
