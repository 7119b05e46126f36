package com.spara.sf.testkit.soql;

import com.spara.sf.RecordId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of literals, when they suit the type that they are compared with. */
final class LiteralValues {
    private static final int SHORT_ID = 15;
    private static final int LONG_ID = 18;
    private static final int FIRST_YEAR = 1700;
    private static final int LAST_YEAR = 4000;
    private static final DateTimeFormatter DATETIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);
    private static final Map<SoqlType, String> TYPE_NAMES =
            Map.of(SoqlType.DATETIME, "dateTime", SoqlType.REFERENCE, "id");

    private final SoqlText text;
    private final Today today;

    LiteralValues(QueryContext context) {
        this.text = context.text();
        this.today = context.today();
    }

    /** A value of the column's class, a {@link ValueRange} for a named date, or null. */
    @Nullable
    Object value(ValueTests.Left left, Literal literal) {
        check(left, literal);
        return switch (literal.kind()) {
            case NULL -> left.type() == SoqlType.BOOLEAN ? Boolean.FALSE : null;
            case BOOLEAN -> literal.text().equalsIgnoreCase("TRUE");
            case STRING -> string(left, literal);
            case NUMBER -> new BigDecimal(literal.text());
            case DATE, DATETIME, TIME -> moment(literal);
            case NAMED_DATE -> range(left.type(), NamedDate.of(literal.text(), today.date()));
        };
    }

    void check(ValueTests.Left left, Literal literal) {
        if (!suits(left.type(), literal)) {
            String quotes = left.type().isText() || left.type().isId() ? "should be" : "should not be";
            throw text.invalidField(
                    left.position(),
                    "value of filter criterion for field '"
                            + left.term().column().name() + "' must be of type " + typeName(left.type()) + " and "
                            + quotes + " enclosed in quotes");
        }
    }

    private static boolean suits(SoqlType type, Literal literal) {
        return switch (literal.kind()) {
            case NULL -> true;
            case BOOLEAN -> type == SoqlType.BOOLEAN;
            case STRING -> type.isText() || type.isId();
            case NUMBER ->
                type.isNumber() && (type != SoqlType.INT || !literal.text().contains("."));
            case DATE -> type == SoqlType.DATE;
            case DATETIME -> type == SoqlType.DATETIME;
            case TIME -> type == SoqlType.TIME;
            case NAMED_DATE -> type == SoqlType.DATE || type == SoqlType.DATETIME;
        };
    }

    private static String typeName(SoqlType type) {
        return type.isText()
                ? "string"
                : TYPE_NAMES.getOrDefault(type, type.name().toLowerCase(Locale.ROOT));
    }

    /** An empty text is the same as no text. */
    private @Nullable Object string(ValueTests.Left left, Literal literal) {
        String value = StringLiteral.text(text, literal);
        if (value.isEmpty()) {
            return null;
        }
        return left.type().isId() ? id(left, value) : value;
    }

    private String id(ValueTests.Left left, String value) {
        boolean isLongEnough = value.length() == SHORT_ID || value.length() == LONG_ID;
        return RecordId.parse(isLongEnough ? value : "")
                .orElseThrow(() -> text.invalidOperator(left.position(), "invalid ID field: " + value))
                .value();
    }

    private Object moment(Literal literal) {
        try {
            return switch (literal.kind()) {
                case DATE -> date(LocalDate.parse(literal.text()));
                case DATETIME -> instant(OffsetDateTime.parse(literal.text(), DATETIME));
                default ->
                    LocalTime.parse(literal.text().substring(0, literal.text().length() - 1));
            };
        } catch (DateTimeException notInTheCalendar) {
            throw text.malformed(
                    literal.position(), "not a date of the years 1700 to 4000, or not a time: " + literal.text());
        }
    }

    private static LocalDate date(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("outside the years Salesforce knows");
        }
        return date;
    }

    private static Instant instant(OffsetDateTime dateTime) {
        date(dateTime.toLocalDate());
        return dateTime.toInstant();
    }

    private ValueRange range(SoqlType type, NamedDate days) {
        if (type == SoqlType.DATE) {
            return ValueRange.before(days.from(), days.before());
        }
        return ValueRange.before(today.startOf(days.from()), today.startOf(days.before()));
    }
}
