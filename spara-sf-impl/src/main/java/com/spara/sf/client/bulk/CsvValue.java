package com.spara.sf.client.bulk;

import com.spara.sf.client.describe.StoredValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values as a job takes them: nothing leaves the field alone, and only {@link #CLEAR} empties it. */
public final class CsvValue {

    /** In a row, this empties the field. */
    public static final Object CLEAR = new Object() {
        @Override
        public String toString() {
            return "CLEAR";
        }
    };

    private static final String NULL = "#N/A";

    private CsvValue() {}

    /** The value as text: dates, times, numbers, choices and checkboxes as Salesforce writes them. */
    public static String text(@Nullable Object value) {
        if (value == CLEAR) {
            return NULL;
        }
        Object plain = StoredValue.toJson(value);
        if (plain == null) {
            return "";
        }
        return plain instanceof BigDecimal number ? number.toPlainString() : harmless(plain.toString());
    }

    /** What a person typed empties no field: the space, which Salesforce cuts when it saves, makes it a text. */
    private static String harmless(String text) {
        return text.strip().equalsIgnoreCase(NULL) ? " " + NULL : text;
    }
}
