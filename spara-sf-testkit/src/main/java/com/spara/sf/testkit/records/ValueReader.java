package com.spara.sf.testkit.records;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns a value as it was sent into the one that is stored. A scalar is taken by its text, as Salesforce's own JSON
 * reader does, so {@code "12"} is a number and {@code 12} a text; an object or an array is never a value.
 */
final class ValueReader {
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .appendPattern("HH:mm[:ss]")
            .appendOptional(new DateTimeFormatterBuilder()
                    .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                    .appendOptional(DateTimeFormatter.ofPattern("xx"))
                    .toFormatter())
            .appendPattern("[XXX]")
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .toFormatter();
    private static final int MOST_DIGITS = 400;
    private static final int FIRST_YEAR = 1700;
    private static final int LAST_YEAR = 4000;

    private ValueReader() {}

    /** Throws {@link RefusedException} when the field cannot hold the value. */
    static @Nullable Object read(Field field, @Nullable Object sent) {
        return read(field, sent, RoundingMode.DOWN);
    }

    /** The rounding is for decimals that the field does not have. */
    static @Nullable Object read(Field field, @Nullable Object sent, RoundingMode rounding) {
        if (sent == null) {
            return nothing(field);
        }
        if (sent instanceof Map || sent instanceof Collection && field.type() != FieldType.MULTIPICKLIST) {
            throw unreadable(field, sent);
        }
        String text = text(sent);
        Object value = text.isBlank() && field.type() != FieldType.BOOLEAN ? null : typed(field, sent, text);
        return field.type().isDecimal() && value instanceof BigDecimal number
                ? decimal(field, number, rounding)
                : value;
    }

    private static @Nullable Object nothing(Field field) {
        if (field.type() == FieldType.BOOLEAN) {
            throw new RefusedException(SaveError.of(
                    "INVALID_TYPE_ON_FIELD_IN_RECORD",
                    field.label() + ": value not of required type: null",
                    field.name()));
        }
        return null;
    }

    private static String text(Object sent) {
        if (sent instanceof Collection<?> choices) {
            return choices.stream().map(String::valueOf).collect(Collectors.joining(";"));
        }
        return sent instanceof BigDecimal number && Math.abs((long) number.scale()) <= MOST_DIGITS
                ? number.toPlainString()
                : sent.toString();
    }

    private static @Nullable Object typed(Field field, Object sent, String text) {
        return switch (field.type()) {
            case STRING, EMAIL, PHONE, URL, TEXTAREA, COMBOBOX -> TextValues.stored(field, text);
            case PICKLIST -> TextValues.canonical(field, String.valueOf(TextValues.stored(field, text)));
            case MULTIPICKLIST -> TextValues.choices(field, text);
            case BOOLEAN -> bool(field, text);
            case INT -> whole(field, sent, text);
            case DOUBLE, CURRENCY, PERCENT -> number(field, sent, text);
            case DATE -> sent instanceof LocalDate date ? date : date(field, text);
            case DATETIME -> sent instanceof Instant instant ? seconds(instant) : dateTime(field, text);
            case ID, REFERENCE -> id(field, text);
            case ADDRESS -> throw unreadable(field, sent);
        };
    }

    private static Boolean bool(Field field, String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.valueOf(text);
        }
        throw unreadable(field, text);
    }

    private static BigDecimal whole(Field field, Object sent, String text) {
        BigDecimal number = number(field, sent, text);
        if (number.stripTrailingZeros().scale() > 0) {
            throw unreadable(field, sent);
        }
        return number.setScale(0, RoundingMode.UNNECESSARY);
    }

    /** One decimal is always kept, which tells a decimal number from a whole one. */
    private static BigDecimal decimal(Field field, BigDecimal number, RoundingMode rounding) {
        BigDecimal cut = number.setScale(field.scale(), rounding).stripTrailingZeros();
        return cut.scale() < 1 ? cut.setScale(1, RoundingMode.UNNECESSARY) : cut;
    }

    private static BigDecimal number(Field field, Object sent, String text) {
        try {
            BigDecimal number = sent instanceof BigDecimal exact ? exact : new BigDecimal(requireShort(text.trim()));
            requireSane(number);
            if (number.precision() - number.scale() > field.precision() - field.scale()) {
                throw TextValues.refuse(
                        "NUMBER_OUTSIDE_VALID_RANGE", field, "value outside of valid range on numeric field: " + text);
            }
            return number;
        } catch (NumberFormatException e) {
            throw unreadable(field, sent);
        }
    }

    private static String requireShort(String digits) {
        if (digits.length() > MOST_DIGITS) {
            throw new NumberFormatException("a number of more than " + MOST_DIGITS + " characters");
        }
        return digits;
    }

    /** An exponent of millions is a valid number in JSON, and would take all memory to write out. */
    private static void requireSane(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new NumberFormatException("an exponent of more than " + MOST_DIGITS);
        }
    }

    private static LocalDate date(Field field, String text) {
        try {
            LocalDate date = LocalDate.parse(text.trim());
            requireYear(field, date.getYear(), text);
            return date;
        } catch (DateTimeException e) {
            throw unreadable(field, text);
        }
    }

    private static Instant dateTime(Field field, String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text.trim(), DATE_TIME);
            requireYear(field, moment.getYear(), text);
            return seconds(moment.toInstant());
        } catch (DateTimeException e) {
            throw unreadable(field, text);
        }
    }

    private static void requireYear(Field field, int year, String text) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw TextValues.refuse("NUMBER_OUTSIDE_VALID_RANGE", field, "invalid date: " + text);
        }
    }

    private static Instant seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String id(Field field, String text) {
        return RecordId.parse(text)
                .map(RecordId::value)
                .orElseThrow(() -> TextValues.refuse("MALFORMED_ID", field, "id value of incorrect type: " + text));
    }

    private static RefusedException unreadable(Field field, Object sent) {
        return new RefusedException(SaveError.of(
                "JSON_PARSER_ERROR",
                "Cannot deserialize instance of " + field.type().wireName() + " from " + token(sent)
                        + " or request may be missing a required field"));
    }

    private static String token(Object sent) {
        if (sent instanceof Map) {
            return "START_OBJECT value {";
        }
        if (sent instanceof List) {
            return "START_ARRAY value [";
        }
        if (sent instanceof BigDecimal number) {
            return (number.scale() > 0 ? "VALUE_NUMBER_FLOAT value " : "VALUE_NUMBER_INT value ") + number;
        }
        return sent instanceof Boolean bool
                ? (bool ? "VALUE_TRUE value true" : "VALUE_FALSE value false")
                : "VALUE_STRING value " + sent;
    }
}
