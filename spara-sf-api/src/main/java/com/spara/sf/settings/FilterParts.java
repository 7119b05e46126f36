package com.spara.sf.settings;

import com.spara.sf.Conversation;
import com.spara.sf.Lead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What the conditions of a filter are checked for. */
final class FilterParts {

    private static final Pattern PATH = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*){0,5}");

    private static final int DEEPEST = 50;

    private FilterParts() {}

    static void requirePath(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("Not the API name of a Salesforce field: '" + path
                    + "'. It is letters, digits and underscores, for example Rating or Account.Industry.");
        }
    }

    static List<Object> values(String field, Collection<?> given) {
        List<Object> values = new ArrayList<>();
        for (Object value : given) {
            Object taken = Lead.empty().with(field, value).value(field).orElseThrow();
            if (taken instanceof List<?> || taken instanceof Conversation) {
                throw new IllegalArgumentException("The field " + field + " is compared with single values.");
            }
            values.add(taken);
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("The field " + field + " is compared with nothing. Name a value.");
        }
        return List.copyOf(values);
    }

    static List<Filter> parts(List<Filter> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A filter has no conditions. Leave it away to take all records.");
        }
        parts.forEach(FilterParts::requireShallow);
        return List.copyOf(parts);
    }

    /** Deeper ones would be refused by Salesforce, and by the stack. */
    static void requireShallow(Filter part) {
        if (depth(part) >= DEEPEST) {
            throw new IllegalArgumentException(
                    "A filter holds conditions nested deeper than " + DEEPEST + " levels. Say it with fewer.");
        }
    }

    private static int depth(Filter filter) {
        if (filter instanceof Filter.All all) {
            return 1 + depth(all.parts());
        }
        if (filter instanceof Filter.Any any) {
            return 1 + depth(any.parts());
        }
        return filter instanceof Filter.Not not ? 1 + depth(not.part()) : 0;
    }

    private static int depth(List<Filter> parts) {
        return parts.stream().mapToInt(FilterParts::depth).max().orElse(0);
    }

    static List<Filter> plus(List<Filter> parts, Filter added) {
        List<Filter> more = new ArrayList<>(parts);
        more.add(added);
        return more;
    }
}
