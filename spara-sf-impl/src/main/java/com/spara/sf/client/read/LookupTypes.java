package com.spara.sf.client.read;

import com.spara.sf.RecordId;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.FieldKind;
import com.spara.sf.spi.Lookup;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Gives the texts that are looked for the types of their fields, as far as the describes in hand tell: Salesforce refuses a
 * quoted number, and with it the whole query. A text that no such field can hold finds nothing and is not asked for.
 */
final class LookupTypes {

    /** Salesforce holds 18 digits. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,18})?");

    /** The years that Salesforce takes in a date literal (SOQL and SOSL Reference, "Date Formats and Date Literals"). */
    private static final int FIRST_YEAR = 1700;

    private static final int LAST_YEAR = 4000;

    private final Describes describes;

    LookupTypes(Describes describes) {
        this.describes = describes;
    }

    /** The lookup as it is asked, the same where nothing changes; empty if it can find nothing. */
    Optional<Lookup> typed(Lookup lookup) {
        Lookup typed = lookup;
        for (Map.Entry<String, Object> condition : lookup.conditions().entrySet()) {
            Optional<Object> value = typed(lookup.object(), condition);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (!value.get().equals(condition.getValue())) {
                typed = with(typed, condition.getKey(), value.get());
            }
        }
        return Optional.of(typed);
    }

    private static Lookup with(Lookup lookup, String changed, Object value) {
        Lookup typed = Lookup.in(lookup.object());
        for (Map.Entry<String, Object> condition : lookup.conditions().entrySet()) {
            String field = condition.getKey();
            typed = typed.where(field, field.equals(changed) ? value : condition.getValue());
        }
        typed = typed.select(lookup.fields().toArray(String[]::new));
        return lookup.isCounting() ? typed.count() : typed;
    }

    private Optional<Object> typed(String object, Map.Entry<String, Object> condition) {
        if (!(condition.getValue() instanceof String text)) {
            return Optional.of(condition.getValue());
        }
        FieldKind kind = describes
                .of(object)
                .flatMap(known -> known.field(condition.getKey()))
                .map(FieldDescribe::kind)
                .orElse(FieldKind.TEXT);
        return typed(kind, text.strip()).or(() -> isOfText(kind) ? Optional.of(text) : Optional.empty());
    }

    private static boolean isOfText(FieldKind kind) {
        return switch (kind) {
            case TEXT, EMAIL, PICKLIST, MULTI_PICKLIST, NOT_WRITABLE -> true;
            case BOOLEAN, WHOLE_NUMBER, NUMBER, DATE, DATE_TIME, REFERENCE -> false;
        };
    }

    private static Optional<Object> typed(FieldKind kind, String text) {
        return switch (kind) {
            case TEXT, EMAIL, PICKLIST, MULTI_PICKLIST, NOT_WRITABLE -> Optional.empty();
            case NUMBER -> number(text).map(number -> number);
            case WHOLE_NUMBER ->
                number(text).filter(number -> number.scale() == 0).map(number -> number);
            case BOOLEAN -> truth(text);
            case DATE -> date(text);
            case DATE_TIME -> time(text);
            case REFERENCE -> RecordId.parse(text).map(id -> id.value().equals(text) ? text : id);
        };
    }

    private static Optional<BigDecimal> number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
    }

    private static Optional<Object> truth(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
                ? Optional.of(Boolean.valueOf(text))
                : Optional.empty();
    }

    private static Optional<Object> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return isTaken(date) ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<Object> time(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            return isTaken(LocalDate.ofInstant(time, ZoneOffset.UTC)) ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static boolean isTaken(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }
}
