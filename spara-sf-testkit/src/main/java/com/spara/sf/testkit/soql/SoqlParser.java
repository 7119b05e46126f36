package com.spara.sf.testkit.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the text of a query by recursive descent; what names mean is decided later. */
final class SoqlParser {
    private static final Set<String> AFTER_FROM = Set.of(
            "USING",
            "WHERE",
            "WITH",
            "GROUP",
            "HAVING",
            "ORDER",
            "LIMIT",
            "OFFSET",
            "FOR",
            "UPDATE",
            "ALL",
            "AND",
            "OR",
            "NOT",
            "IN",
            "LIKE",
            "INCLUDES",
            "EXCLUDES",
            "SELECT",
            "FROM",
            "ASC",
            "DESC",
            "NULL",
            "NULLS",
            "FIRST",
            "LAST");

    private final TokenReader tokens;
    private final ExpressionParser expressions;
    private final ConditionParser conditions;
    private final TailParser tail;

    private SoqlParser(SoqlText text) {
        tokens = new TokenReader(text);
        expressions = new ExpressionParser(tokens);
        conditions = new ConditionParser(tokens, expressions, this::query);
        tail = new TailParser(tokens);
    }

    /** The query that the text is, and nothing after it. */
    static Query parse(SoqlText text) {
        SoqlParser parser = new SoqlParser(text);
        Query query = parser.query();
        parser.tokens.expect(TokenKind.END);
        return query;
    }

    private Query query() {
        return tokens.nested(this::clauses);
    }

    private Query clauses() {
        tokens.expectWord("SELECT");
        List<SelectItem> select = list(this::selectItem);
        tokens.expectWord("FROM");
        Query.From from = from();
        tail.scope();
        Condition where = tokens.acceptWord("WHERE") ? conditions.condition() : null;
        tail.with();
        Query.Grouping grouping = grouping();
        List<OrderItem> orderBy = orderBy();
        Query.Window window = tail.window();
        tail.purposes();
        return new Query(select, from, where, grouping, orderBy, window);
    }

    private <T> List<T> list(Supplier<T> item) {
        List<T> items = new ArrayList<>();
        do {
            items.add(item.get());
        } while (tokens.acceptSymbol(","));
        return List.copyOf(items);
    }

    private SelectItem selectItem() {
        if (tokens.acceptSymbol("(")) {
            Query children = query();
            tokens.expectSymbol(")");
            return new SelectItem.Children(children);
        }
        return isTypeOf() ? typeOf() : value();
    }

    private boolean isTypeOf() {
        Token second = tokens.peekSecond();
        return tokens.peek().isWord("TYPEOF") && second.kind() == TokenKind.NAME && !second.isWord("FROM");
    }

    private SelectItem value() {
        Expression expression = expressions.expression();
        return new SelectItem.Value(expression, alias());
    }

    private @Nullable Name alias() {
        Token token = tokens.peek();
        return token.kind() == TokenKind.NAME && !token.isWord("FROM") ? tokens.expectName() : null;
    }

    private SelectItem typeOf() {
        tokens.expectWord("TYPEOF");
        Expression.Path relationship = expressions.path();
        List<SelectItem.When> cases = new ArrayList<>();
        do {
            cases.add(when());
        } while (tokens.peek().isWord("WHEN"));
        List<Expression.Path> otherwise = tokens.acceptWord("ELSE") ? list(expressions::path) : List.of();
        tokens.expectWord("END");
        return new SelectItem.TypeOf(relationship, List.copyOf(cases), otherwise);
    }

    private SelectItem.When when() {
        tokens.expectWord("WHEN");
        Name object = tokens.expectName();
        tokens.expectWord("THEN");
        return new SelectItem.When(object, list(expressions::path));
    }

    private Query.From from() {
        Expression.Path source = expressions.path();
        Name alias = fromAlias();
        List<Query.Join> joins = new ArrayList<>();
        while (tokens.acceptSymbol(",")) {
            joins.add(new Query.Join(expressions.path(), tokens.expectName()));
        }
        return new Query.From(source, alias, List.copyOf(joins));
    }

    private @Nullable Name fromAlias() {
        Token token = tokens.peek();
        boolean isAlias = token.kind() == TokenKind.NAME
                && !AFTER_FROM.contains(token.text().toUpperCase(Locale.ROOT));
        return isAlias ? tokens.expectName() : null;
    }

    private Query.Grouping grouping() {
        if (!tokens.acceptWord("GROUP")) {
            return Query.Grouping.NONE;
        }
        tokens.expectWord("BY");
        List<Expression> by = list(expressions::expression);
        Condition having = tokens.acceptWord("HAVING") ? conditions.condition() : null;
        return new Query.Grouping(by, having);
    }

    private List<OrderItem> orderBy() {
        if (!tokens.acceptWord("ORDER")) {
            return List.of();
        }
        tokens.expectWord("BY");
        return list(this::orderItem);
    }

    private OrderItem orderItem() {
        Expression expression = expressions.expression();
        boolean descending = tokens.acceptWord("DESC");
        if (!descending) {
            tokens.acceptWord("ASC");
        }
        return new OrderItem(expression, descending, tokens.acceptWord("NULLS") && isLast());
    }

    private boolean isLast() {
        if (tokens.acceptWord("LAST")) {
            return true;
        }
        tokens.expectWord("FIRST");
        return false;
    }
}
