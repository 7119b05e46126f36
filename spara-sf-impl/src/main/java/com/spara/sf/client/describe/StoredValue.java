package com.spara.sf.client.describe;

import com.spara.sf.Conversation;
import com.spara.sf.spi.SalesforceRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Values as Salesforce stores them: read from a record, compared, and written to JSON. */
public final class StoredValue {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private StoredValue() {}

    /** The value of a field in the JDK type that its kind asks for; null if the field is empty. */
    public static @Nullable Object of(SalesforceRecord record, FieldDescribe field) {
        Object raw = record.values().get(field.name());
        if (raw == null) {
            return null;
        }
        return switch (field.kind()) {
            case DATE -> record.date(field.name()).map(Object.class::cast).orElse(raw);
            case DATE_TIME -> record.time(field.name()).map(Object.class::cast).orElse(raw);
            case MULTI_PICKLIST -> List.of(raw.toString().split(";", -1));
            default -> raw;
        };
    }

    /** Whether Salesforce would store nothing for the text. */
    public static boolean isBlank(String text) {
        return PlainText.trimmed(text).isEmpty();
    }

    /** Whether Salesforce would store the two values alike. */
    public static boolean same(@Nullable Object stored, @Nullable Object fitted, FieldDescribe field) {
        if (stored == null || fitted == null) {
            return Objects.equals(blankIsNull(stored), blankIsNull(fitted));
        }
        if (stored instanceof BigDecimal a && fitted instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (stored instanceof List<?> a && fitted instanceof List<?> b) {
            return new TreeSet<>(a).equals(new TreeSet<>(b));
        }
        return comparable(stored, field).equals(comparable(fitted, field));
    }

    private static @Nullable Object blankIsNull(@Nullable Object value) {
        return value instanceof String text && text.isBlank() ? null : value;
    }

    private static Object comparable(Object value, FieldDescribe field) {
        if (!(value instanceof String text)) {
            return value;
        }
        String trimmed = PlainText.trimmed(text).replace("\r\n", "\n");
        return field.kind() == FieldKind.EMAIL ? trimmed.toLowerCase(Locale.ROOT) : trimmed;
    }

    /** Whether two values of a field that nothing is known of read alike. */
    public static boolean sameText(Object stored, Object given, boolean ignoringCase) {
        String a = PlainText.trimmed(String.valueOf(toJson(stored)));
        String b = PlainText.trimmed(String.valueOf(toJson(given)));
        return ignoringCase ? a.equalsIgnoreCase(b) : a.equals(b);
    }

    /** A value for a field that nothing is known of: as it is, a conversation as its text. */
    public static Object plain(Object value) {
        return value instanceof Conversation conversation ? conversation.text() : value;
    }

    /** A value as JSON carries it: text, number, Boolean, or null. */
    public static @Nullable Object toJson(@Nullable Object value) {
        if (value instanceof Instant time) {
            return TIME.format(time);
        }
        if (value instanceof List<?> choices) {
            return String.join(";", choices.stream().map(String::valueOf).toList());
        }
        return value == null || value instanceof BigDecimal || value instanceof Boolean ? value : value.toString();
    }
}
