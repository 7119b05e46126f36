package com.spara.sf.client.describe;

import static com.spara.sf.ReasonCode.CONVERSATION_CUT;
import static com.spara.sf.ReasonCode.CUT_TO_FIT;
import static com.spara.sf.ReasonCode.INVALID_EMAIL;
import static com.spara.sf.ReasonCode.NOT_IN_PICKLIST;
import static com.spara.sf.ReasonCode.OUT_OF_RANGE;
import static com.spara.sf.ReasonCode.REPLACED;
import static com.spara.sf.ReasonCode.ROUNDED;
import static com.spara.sf.ReasonCode.TOO_LONG;
import static com.spara.sf.ReasonCode.WRONG_TYPE;

import com.spara.sf.Conversation;
import com.spara.sf.RecordId;
import com.spara.sf.TextCut;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Fits a lead's value into a field: turns it into what Salesforce will store (SOAP API Developer Guide, "Primitive Data
 * Types" and "Field Types"), or says why it cannot be.
 */
public final class FieldFit {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@,;:<>()\\[\\]\\\\\"]+@[^\\s@,;:<>()\\[\\]\\\\\"]+\\.[^\\s@,;:<>()\\[\\]\\\\\".]+");
    private static final int MOST_CHOICES = 100;
    private static final int MOST_DIGITS = 100;
    private static final int EARLIEST_YEAR = 1700;
    private static final int LATEST_YEAR = 4000;

    private final FieldDescribe field;
    private final boolean cutToFit;

    private FieldFit(FieldDescribe field, boolean cutToFit) {
        this.field = field;
        this.cutToFit = cutToFit;
    }

    /** Fits a value that is neither null nor blank. */
    public static Fitted fit(Object value, FieldDescribe field, boolean cutToFit) {
        Fitted fitted = new FieldFit(field, cutToFit).fit(value);
        return PlainText.isCarried(rawText(value))
                ? fitted
                : fitted.noting(REPLACED, "Half a surrogate pair cannot be sent, and was replaced.");
    }

    private Fitted fit(Object value) {
        return switch (field.kind()) {
            case TEXT -> text(value);
            case EMAIL -> email(value);
            case PICKLIST -> picklist(value);
            case MULTI_PICKLIST -> choices(value);
            case BOOLEAN -> flag(value);
            case WHOLE_NUMBER, NUMBER -> number(value);
            case DATE -> date(value);
            case DATE_TIME -> time(value);
            case REFERENCE -> reference(value);
            case NOT_WRITABLE -> Fitted.not(WRONG_TYPE, "The field is made up of others; map those instead.");
        };
    }

    private Fitted text(Object value) {
        if (value instanceof Conversation conversation) {
            return conversation(conversation);
        }
        String text = PlainText.trimmed(asText(value));
        if (fits(text)) {
            return Fitted.as(text);
        }
        if (!cutToFit) {
            return tooLong(text);
        }
        return Fitted.altered(
                PlainText.trimmed(TextCut.start(text, field.length())),
                CUT_TO_FIT,
                "Cut from " + text.length() + " to the field's " + field.length() + " characters.");
    }

    private Fitted conversation(Conversation conversation) {
        String all = PlainText.carried(conversation.text());
        if (fits(all)) {
            return Fitted.as(PlainText.trimmed(all));
        }
        return Fitted.altered(
                PlainText.trimmed(PlainText.carried(conversation.newest(field.length()))),
                CONVERSATION_CUT,
                "The newest messages of " + all.length() + " characters were kept; the field holds " + field.length()
                        + ".");
    }

    private boolean fits(String text) {
        return field.length() <= 0 || text.length() <= field.length();
    }

    private Fitted tooLong(String text) {
        return Fitted.not(
                TOO_LONG, "The text has " + text.length() + " characters, and the field holds " + field.length() + ".");
    }

    private Fitted email(Object value) {
        String address = PlainText.trimmed(asText(value)).toLowerCase(Locale.ROOT);
        if (!fits(address)) {
            return tooLong(address);
        }
        return isAddress(address)
                ? Fitted.as(address)
                : Fitted.not(INVALID_EMAIL, "The value is not an e-mail address that Salesforce accepts.");
    }

    private static boolean isAddress(String address) {
        return EMAIL.matcher(address).matches() && !address.startsWith(".");
    }

    private Fitted picklist(Object value) {
        String wanted = PlainText.trimmed(asText(value));
        Optional<String> known = field.choice(wanted);
        if (known.isPresent()) {
            return Fitted.as(known.get());
        }
        if (field.isRestricted()) {
            return notAChoice();
        }
        return fits(wanted) ? Fitted.as(wanted) : tooLong(wanted);
    }

    private static Fitted notAChoice() {
        return Fitted.not(NOT_IN_PICKLIST, "The picklist is restricted, and the value is none of its active ones.");
    }

    private Fitted choices(Object value) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String wanted : wanted(value)) {
            Optional<String> known = field.choice(wanted);
            if (known.isEmpty() && field.isRestricted()) {
                return notAChoice();
            }
            chosen.add(known.orElse(wanted));
        }
        if (chosen.size() > MOST_CHOICES) {
            return Fitted.not(OUT_OF_RANGE, "Salesforce takes at most " + MOST_CHOICES + " choices.");
        }
        return chosen.isEmpty()
                ? Fitted.not(WRONG_TYPE, "The list has no choice in it; to empty the field, say that it is cleared.")
                : Fitted.as(new ArrayList<>(chosen));
    }

    private static List<String> wanted(Object value) {
        List<String> parts = new ArrayList<>();
        for (String part : asText(value).split(";", -1)) {
            if (!PlainText.trimmed(part).isEmpty()) {
                parts.add(PlainText.trimmed(part));
            }
        }
        return parts;
    }

    private static Fitted flag(Object value) {
        if (value instanceof Boolean) {
            return Fitted.as(value);
        }
        String text = PlainText.trimmed(asText(value));
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Fitted.as(Boolean.valueOf(text));
        }
        return Fitted.not(WRONG_TYPE, "The field is a checkbox, and takes true or false.");
    }

    private Fitted number(Object value) {
        Optional<BigDecimal> given = asNumber(value);
        if (given.isEmpty()) {
            return Fitted.not(WRONG_TYPE, "The field is a number, and the value is none.");
        }
        BigDecimal number = given.get();
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            return Fitted.not(OUT_OF_RANGE, "The number has more digits than any field holds.");
        }
        if (number.precision() - (long) number.scale() > wholeDigits()) {
            return Fitted.not(OUT_OF_RANGE, "The field holds " + wholeDigits() + " digits before the decimal point.");
        }
        return rounded(number);
    }

    private int wholeDigits() {
        int digits = field.kind() == FieldKind.WHOLE_NUMBER ? field.digits() : field.precision() - field.scale();
        return digits > 0 ? digits : 18;
    }

    private Fitted rounded(BigDecimal number) {
        int scale = field.kind() == FieldKind.WHOLE_NUMBER ? 0 : field.scale();
        BigDecimal stored = number.setScale(scale, RoundingMode.HALF_UP);
        if (stored.precision() - (long) stored.scale() > wholeDigits()) {
            return Fitted.not(OUT_OF_RANGE, "The field holds " + wholeDigits() + " digits before the decimal point.");
        }
        return stored.compareTo(number) == 0
                ? Fitted.as(stored)
                : Fitted.altered(stored, ROUNDED, "Rounded to the field's " + scale + " decimals.");
    }

    private static Optional<BigDecimal> asNumber(Object value) {
        if (value instanceof BigDecimal number) {
            return Optional.of(number);
        }
        String text = PlainText.trimmed(asText(value));
        if (value instanceof Boolean || text.length() > 40) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Fitted date(Object value) {
        if (value instanceof LocalDate date) {
            return inRange(date, date.getYear());
        }
        try {
            LocalDate date = LocalDate.parse(PlainText.trimmed(asText(value)));
            return inRange(date, date.getYear());
        } catch (DateTimeParseException notADate) {
            return Fitted.not(WRONG_TYPE, "The field is a date; give a LocalDate, or text like 2026-11-23.");
        }
    }

    private static Fitted time(Object value) {
        if (value instanceof Instant time) {
            return storedTime(time);
        }
        try {
            return storedTime(
                    OffsetDateTime.parse(PlainText.trimmed(asText(value))).toInstant());
        } catch (DateTimeParseException notATime) {
            return Fitted.not(
                    WRONG_TYPE, "The field is a date and time; give an Instant, or text like 2026-11-23T09:00:00Z.");
        }
    }

    private static Fitted storedTime(Instant time) {
        Instant seconds = time.truncatedTo(ChronoUnit.SECONDS);
        long year = 1970 + Math.floorDiv(seconds.getEpochSecond(), 31_556_952L);
        return inRange(seconds, year);
    }

    private static Fitted inRange(Object date, long year) {
        return year >= EARLIEST_YEAR && year < LATEST_YEAR
                ? Fitted.as(date)
                : Fitted.not(OUT_OF_RANGE, "Salesforce takes dates of the years 1700 to 4000.");
    }

    private Fitted reference(Object value) {
        return RecordId.parse(asText(value))
                .map(this::reference)
                .orElseGet(
                        () -> Fitted.not(WRONG_TYPE, "The field is a reference, and the value is no Salesforce Id."));
    }

    private Fitted reference(RecordId id) {
        List<String> targets = field.referenceTo();
        return KeyPrefixes.mayBeOf(targets, id)
                ? Fitted.as(id.value())
                : Fitted.not(
                        WRONG_TYPE,
                        "The field refers to " + String.join(" or ", targets)
                                + ", and the Id is that of another object.");
    }

    private static String asText(Object value) {
        return PlainText.carried(rawText(value));
    }

    private static String rawText(Object value) {
        if (value instanceof BigDecimal number) {
            return Math.abs((long) number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
        }
        if (value instanceof List<?> list) {
            return String.join(";", list.stream().map(String::valueOf).toList());
        }
        return value instanceof Conversation conversation ? conversation.text() : value.toString();
    }
}
