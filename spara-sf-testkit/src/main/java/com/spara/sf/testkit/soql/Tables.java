package com.spara.sf.testkit.soql;

/** Finds the objects that queries name, or refuses them. */
final class Tables {
    private Tables() {}

    static SoqlTable named(QueryContext context, Expression.Path source) {
        String name = source.text();
        return context.schema()
                .table(name)
                .orElseThrow(() -> refused(
                        context,
                        source,
                        "sObject type '" + name
                                + "' is not supported. If you are attempting to use a custom object, be sure to append"
                                + " the '__c' after the entity name. "));
    }

    static SoqlChild child(Scope outer, Query.From from) {
        String name = from.source().last().text();
        return outer.table()
                .child(name)
                .orElseThrow(() -> refused(
                        outer.context(),
                        from.source(),
                        "Didn't understand"
                                + " relationship '" + name
                                + "' in FROM part of query call. If you are attempting to use a custom"
                                + " relationship, be sure to append the '__r' after the custom relationship name. "));
    }

    private static SoqlException refused(QueryContext context, Expression.Path source, String message) {
        return context.text().error("INVALID_TYPE", source.position(), message + SoqlText.SEE_DESCRIBE);
    }
}
