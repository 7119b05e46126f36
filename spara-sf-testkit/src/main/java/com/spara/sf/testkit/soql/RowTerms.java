package com.spara.sf.testkit.soql;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The meaning of fields and functions of a single row. */
final class RowTerms implements TermResolver<SoqlRow> {
    static final String TO_LABEL = "toLabel";
    static final String FORMAT = "FORMAT";
    private static final String CONVERT_TIMEZONE = "convertTimezone";

    private final Scope scope;
    private final SoqlText text;

    RowTerms(Scope scope) {
        this.scope = scope;
        this.text = scope.context().text();
    }

    @Override
    public Term<SoqlRow> resolve(Expression expression) {
        if (expression instanceof Expression.Path path) {
            return scope.field(path).term();
        }
        Expression.Call call = (Expression.Call) expression;
        return call.is(TO_LABEL) ? label(call) : date(call);
    }

    /** The field that {@code toLabel()} or {@code FORMAT()}, or both of them, show in another way. */
    Expression.Path shown(Expression.Call call) {
        Expression argument = argument(call);
        if (argument instanceof Expression.Path path) {
            return path;
        }
        Expression.Call inner = (Expression.Call) argument;
        if (!call.is(FORMAT) || !inner.is(TO_LABEL)) {
            throw unknown(inner);
        }
        return shown(inner);
    }

    boolean isLabel(List<Expression> arguments) {
        return arguments.stream().anyMatch(part -> part instanceof Expression.Call inner && inner.is(TO_LABEL));
    }

    private Term<SoqlRow> label(Expression.Call call) {
        Term<SoqlRow> field = resolve(argument(call));
        return Term.derived(
                TO_LABEL + "(" + field.name() + ")",
                SoqlType.STRING,
                field.column(),
                row -> labelled(field, row).orElse(null));
    }

    private static Optional<Object> labelled(Term<SoqlRow> field, SoqlRow row) {
        return Optional.ofNullable(field.reading().of(row)).map(value -> labelOf(field.column(), value));
    }

    static Object labelOf(SoqlColumn column, Object value) {
        return value instanceof String name ? column.label(name) : value;
    }

    private Term<SoqlRow> date(Expression.Call call) {
        DateFunction function = DateFunction.of(call.function().text()).orElseThrow(() -> unknown(call));
        Expression argument = argument(call);
        if (argument instanceof Expression.Call inner && inner.is(CONVERT_TIMEZONE)) {
            Term<SoqlRow> field = suitable(call, DateFunction.HOUR_IN_DAY, argument(inner));
            return part(function, scope.context().today().zone(), field, CONVERT_TIMEZONE + "(" + field.name() + ")");
        }
        Term<SoqlRow> field = suitable(call, function, argument);
        return part(function, ZoneOffset.UTC, field, field.name());
    }

    /** Only a date-time has an hour, or another time in another zone. */
    private Term<SoqlRow> suitable(Expression.Call call, DateFunction function, Expression argument) {
        Term<SoqlRow> field = resolve(argument);
        if (!function.takes(field.type())) {
            throw text.malformed(
                    call.position(),
                    "field '" + field.name() + "' cannot be used with "
                            + call.function().text());
        }
        return field;
    }

    private static Term<SoqlRow> part(DateFunction function, ZoneId zone, Term<SoqlRow> field, String argument) {
        return Term.derived(
                function + "(" + argument + ")",
                function.type(),
                field.column(),
                row -> Optional.ofNullable(field.reading().of(row))
                        .map(value -> function.apply(value, zone))
                        .orElse(null));
    }

    private Expression argument(Expression.Call call) {
        if (call.arguments().size() != 1) {
            throw text.malformed(call.position(), call.function().text() + "() takes exactly one field");
        }
        return call.arguments().get(0);
    }

    private SoqlException unknown(Expression.Call call) {
        String name = call.function().text();
        if (AggregateFunction.of(name).isPresent()) {
            return text.malformed(
                    call.position(),
                    name.toUpperCase(Locale.ROOT) + "() can only stand in SELECT, HAVING and ORDER BY");
        }
        return text.malformed(call.position() + name.length(), "unexpected token: '('");
    }
}
