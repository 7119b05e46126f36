package com.spara.sf.sync;

import com.spara.sf.Conversation;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.TextCut;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How values are shown to people: as they are, shortened, or only of which kind and how long they are. */
enum Shown {
    DATA {
        @Override
        String value(@Nullable Object value) {
            return value == null ? "\"\"" : value instanceof BigDecimal number ? digits(number) : quoted(value);
        }

        @Override
        String reason(Reason reason) {
            return reason.text()
                    + reason.salesforceWords()
                            .map(words -> " Salesforce says: " + words)
                            .orElse("");
        }
    },
    SHAPE {
        @Override
        String value(@Nullable Object value) {
            if (value instanceof BigDecimal) {
                return "a number";
            }
            if (value instanceof Boolean) {
                return "true or false";
            }
            if (value instanceof LocalDate || value instanceof Instant) {
                return "a date";
            }
            return value == null ? "empty" : sized(value);
        }

        // What a write rule of the host's own says may be the data that it saw.
        @Override
        String reason(Reason reason) {
            return reason.is(ReasonCode.LEFT_BY_RULE)
                    ? ""
                    : reason.text()
                            + reason.salesforceWords()
                                    .map(words -> " (Salesforce's words left away)")
                                    .orElse("");
        }
    };

    private static final int LONGEST = 40;

    abstract String value(@Nullable Object value);

    abstract String reason(Reason reason);

    /** Salesforce answers 17.0 for what its pages show as 17. */
    private static String digits(BigDecimal number) {
        boolean isWhole = number.stripTrailingZeros().scale() <= 0;
        return (isWhole ? number.setScale(0) : number).toPlainString();
    }

    private static String sized(Object value) {
        if (value instanceof List<?> choices) {
            return choices.size() + " choices";
        }
        return value instanceof Conversation thread
                ? "conversation of " + thread.text().length()
                : "text of " + value.toString().length();
    }

    private static String quoted(Object value) {
        String text = value instanceof Conversation thread ? thread.text() : value.toString();
        String line = text.replaceAll("\\s+", " ").strip();
        return '"' + (line.length() > LONGEST ? TextCut.start(line, LONGEST - 1) + "…" : line) + '"';
    }
}
