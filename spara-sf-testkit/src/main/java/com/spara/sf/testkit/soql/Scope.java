package com.spara.sf.testkit.soql;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the names of one query mean: its object, its aliases, the relationships upwards that it uses. */
final class Scope {
    private static final int HIGHEST = 5;
    private static final int MOST_RELATIONSHIPS = 55;

    private final QueryContext context;
    private final SoqlTable table;
    private final Map<String, List<Name>> aliases = new HashMap<>();
    private final Set<String> relationships = new HashSet<>();

    Scope(QueryContext context, SoqlTable table) {
        this.context = context;
        this.table = table;
    }

    Scope(QueryContext context, SoqlTable table, Query.From from) {
        this(context, table);
        if (from.alias() != null) {
            aliases.put(key(from.alias()), List.of());
        }
        for (Query.Join join : from.joins()) {
            aliases.put(key(join.alias()), joined(join));
        }
    }

    SoqlTable table() {
        return table;
    }

    QueryContext context() {
        return context;
    }

    /** A field of this object or of a parent. */
    Field field(Expression.Path path) {
        List<Name> names = expand(path.names());
        Ascent ascent = climb(names.subList(0, names.size() - 1), path);
        return new Field(ascent, column(ascent.table(), path));
    }

    /** A relationship itself, not a field over it. */
    Ascent relationship(Expression.Path path) {
        return climb(expand(path.names()), path);
    }

    private List<Name> joined(Query.Join join) {
        relationship(join.relationship());
        return expand(join.relationship().names());
    }

    private Ascent climb(List<Name> names, Expression.Path path) {
        if (names.size() > HIGHEST) {
            throw context.text()
                    .malformed(
                            path.position(),
                            "SOQL relationship paths cannot go up more than " + HIGHEST + " levels: " + path.text());
        }
        Ascent ascent = Ascent.none(table, context.includeDeleted());
        for (Name name : names) {
            ascent = ascent.over(parent(ascent.table(), name, path));
            use(ascent.prefix());
        }
        return ascent;
    }

    private void use(String relationship) {
        if (relationships.add(relationship) && relationships.size() > MOST_RELATIONSHIPS) {
            throw SoqlText.malformed(
                    "a query cannot use more than " + MOST_RELATIONSHIPS + " child-to-parent relationships");
        }
    }

    private SoqlParent parent(SoqlTable from, Name name, Expression.Path path) {
        return from.parent(name.text())
                .orElseThrow(() -> invalid(
                        path,
                        "Didn't understand relationship '" + name.text()
                                + "' in field path. If you are attempting to use a custom relationship, be sure to"
                                + " append the '__r' after the custom relationship name. "));
    }

    private SoqlColumn column(SoqlTable owner, Expression.Path path) {
        String name = path.last().text();
        return owner.column(name)
                .orElseThrow(() -> invalid(
                        path,
                        "No such column '" + name + "' on entity '"
                                + owner.name()
                                + "'. If you are attempting to use a custom field, be sure to append the '__c' after"
                                + " the custom field name. "));
    }

    private SoqlException invalid(Expression.Path path, String message) {
        return context.text().invalidField(path.position(), message + SoqlText.SEE_DESCRIBE);
    }

    /** Puts in what an alias stands for, and takes away the object's own name before a field. */
    private List<Name> expand(List<Name> names) {
        Name first = names.get(0);
        List<Name> rest = names.subList(1, names.size());
        List<Name> prefix = aliases.get(key(first));
        if (prefix != null && (!rest.isEmpty() || !prefix.isEmpty())) {
            return Stream.concat(prefix.stream(), rest.stream()).toList();
        }
        return isOwnName(first) && !rest.isEmpty() ? rest : names;
    }

    private boolean isOwnName(Name name) {
        return name.text().equalsIgnoreCase(table.name())
                && table.parent(name.text()).isEmpty();
    }

    private static String key(Name name) {
        return name.text().toLowerCase(Locale.ROOT);
    }

    /** A column, and the way to the row that has it. */
    record Field(Ascent ascent, SoqlColumn column) {
        Term<SoqlRow> term() {
            return ascent.read(column);
        }
    }
}
