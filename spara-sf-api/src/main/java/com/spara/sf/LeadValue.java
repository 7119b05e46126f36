package com.spara.sf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/** The types a lead can hold, and the way other JDK types become one of them. */
final class LeadValue {

    private static final int MOST_DIGITS = 1_000;

    private LeadValue() {}

    static Object of(String key, Object value) {
        if (value instanceof BigDecimal number) {
            return requireSensible(key, number);
        }
        if (value instanceof String
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof Instant
                || value instanceof Conversation) {
            return value;
        }
        if (value instanceof Number number) {
            return number(key, number);
        }
        if (value instanceof Collection<?> choices) {
            return choices.stream().map(choice -> choice(key, choice)).toList();
        }
        return otherText(key, value);
    }

    private static Object otherText(String key, Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        }
        if (value instanceof RecordId id) {
            return id.value();
        }
        return pointInTime(key, value);
    }

    @SuppressWarnings("JavaUtilDate") // many hosts still hold their times in it
    private static Object pointInTime(String key, Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        }
        throw refused(key, value);
    }

    private static BigDecimal number(String key, Number number) {
        if (number instanceof BigInteger integer) {
            return requireSensible(key, new BigDecimal(integer));
        }
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException("The field '" + key + "' is not a finite number. Leave it absent.");
            }
            return new BigDecimal(number.toString());
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return BigDecimal.valueOf(number.longValue());
        }
        throw refused(key, number);
    }

    /** Written out in digits, a number like 1E-999999999 would fill the memory. */
    private static BigDecimal requireSensible(String key, BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new IllegalArgumentException("The field '" + key + "' is a number of more than " + MOST_DIGITS
                    + " digits, and Salesforce holds 18. Round it, or leave it absent.");
        }
        return number;
    }

    private static String choice(String key, Object choice) {
        if (choice instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(
                "The field '" + key + "' is a list, so each of its entries must be a String.");
    }

    private static IllegalArgumentException refused(String key, Object value) {
        return new IllegalArgumentException("The field '" + key + "' cannot be a "
                + value.getClass().getName()
                + ". Give a String, Boolean, number, LocalDate, Instant, List of String or Conversation.");
    }

    static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof List<?> choices) {
            return String.join(";", choices.stream().map(String::valueOf).toList());
        }
        if (value instanceof Conversation conversation) {
            return conversation.text();
        }
        return value.toString();
    }
}
