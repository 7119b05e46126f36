package com.spara.sf.testkit.soql;

import java.util.List;
import java.util.Optional;

/** A query of nothing but fields, as Bulk API 2.0 takes it, whose answer is a table. Immutable. */
public final class PlainQuery {
    private final String text;
    private final String object;
    private final List<String> columns;

    private PlainQuery(String text, String object, List<String> columns) {
        this.text = text;
        this.object = object;
        this.columns = columns;
    }

    /** Throws {@link SoqlException} when it is no query, or more than a plain one. */
    public static PlainQuery of(String text) {
        Query query = SoqlParser.parse(new SoqlText(text));
        if (!query.grouping().by().isEmpty()) {
            throw refused("GROUP BY");
        }
        if (query.window().offset() != null) {
            throw refused("OFFSET");
        }
        String alias = Optional.ofNullable(query.from().alias()).map(Name::text).orElse("");
        String object = query.from().source().text();
        List<String> columns = query.select().stream()
                .map(PlainQuery::path)
                .map(path -> unqualified(path, alias, object))
                .toList();
        return new PlainQuery(text, object, columns);
    }

    private static String path(SelectItem item) {
        if (item instanceof SelectItem.Value value && value.expression() instanceof Expression.Path path) {
            return path.text();
        }
        throw refused(
                item instanceof SelectItem.Children
                        ? "a query of children"
                        : item instanceof SelectItem.TypeOf ? "TYPEOF" : "a function in SELECT");
    }

    private static String unqualified(String path, String alias, String object) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? "" : path.substring(0, dot);
        boolean named = dot > 0 && (first.equalsIgnoreCase(alias) || first.equalsIgnoreCase(object));
        return named ? path.substring(dot + 1) : path;
    }

    private static SoqlException refused(String feature) {
        return new SoqlException("API_ERROR", feature + " is not supported in Bulk Query");
    }

    public String text() {
        return text;
    }

    /** The object in FROM, as it was written. */
    public String object() {
        return object;
    }

    /** The fields in SELECT, as they were written. */
    public List<String> columns() {
        return columns;
    }

    /** Hides the text, which may hold what people wrote. */
    @Override
    public String toString() {
        return "a query of " + object;
    }
}
