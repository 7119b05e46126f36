package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings a text into the form in which it is stored: trimmed, blank is null, e-mail in lower case, then the length. */
final class TextValues {
    private static final Pattern EMAIL = Pattern.compile("(?!\\.)[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~.-]+@"
            + "[\\p{L}\\p{M}\\p{N}]([\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?"
            + "(\\.[\\p{L}\\p{M}\\p{N}]([\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?)+");
    private static final String SEPARATOR = ";";
    private static final int MOST_CHOICES = 100;
    private static final int SHOWN = 255;

    private TextValues() {}

    static @Nullable String stored(Field field, String text) {
        String trimmed = text.trim();
        if (trimmed.isEmpty()) {
            return null;
        }
        String stored = field.type() == FieldType.EMAIL ? trimmed.toLowerCase(Locale.ROOT) : trimmed;
        requireLength(field, stored);
        requireEmail(field, stored);
        return stored;
    }

    /** The choices in the order of the field, each in its canonical spelling. */
    static @Nullable String choices(Field field, String text) {
        Set<String> choices = new LinkedHashSet<>();
        Arrays.stream(text.split(SEPARATOR))
                .map(String::trim)
                .filter(choice -> !choice.isEmpty())
                .map(choice -> canonical(field, choice))
                .forEach(choices::add);
        if (choices.size() > MOST_CHOICES) {
            throw refuse(
                    "TOO_MANY_ENUM_VALUE", field, "too many values in multi-select picklist field: " + choices.size());
        }
        return choices.isEmpty() ? null : String.join(SEPARATOR, inOrder(field, choices));
    }

    /** The spelling in which the picklist offers the value; the value itself when it is not offered. */
    static String canonical(Field field, String value) {
        return field.picklistValues().stream()
                .map(offered -> offered.value())
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .orElse(value);
    }

    private static List<String> inOrder(Field field, Set<String> choices) {
        List<String> offered =
                field.picklistValues().stream().map(value -> value.value()).toList();
        return Stream.concat(
                        offered.stream().filter(choices::contains),
                        choices.stream().filter(choice -> !offered.contains(choice)))
                .toList();
    }

    private static void requireLength(Field field, String text) {
        if (field.length() > 0 && text.length() > field.length()) {
            String shown = text.length() > SHOWN ? text.substring(0, SHOWN) : text;
            throw refuse(
                    "STRING_TOO_LONG",
                    field,
                    "data value too large: " + shown + " (max length=" + field.length() + ")");
        }
    }

    private static void requireEmail(Field field, String text) {
        if (field.type() == FieldType.EMAIL && !EMAIL.matcher(text).matches()) {
            throw refuse("INVALID_EMAIL_ADDRESS", field, "invalid email address: " + text);
        }
    }

    static RefusedException refuse(String statusCode, Field field, String problem) {
        return new RefusedException(SaveError.of(statusCode, field.label() + ": " + problem, field.name()));
    }
}
