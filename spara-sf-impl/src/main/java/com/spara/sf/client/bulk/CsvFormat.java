package com.spara.sf.client.bulk;

import com.spara.sf.client.json.JsonView;
import java.util.Locale;

/** How the CSV of a job is written; its quotation marks are those of RFC 4180. */
public record CsvFormat(Delimiter delimiter, LineEnding lineEnding) {

    /** Commas and line feeds, as new jobs have them. */
    public static final CsvFormat USUAL = new CsvFormat(Delimiter.COMMA, LineEnding.LF);

    /** What stands between two values, by Salesforce's names. */
    public enum Delimiter {
        COMMA(','),
        TAB('\t'),
        PIPE('|'),
        SEMICOLON(';'),
        CARET('^'),
        BACKQUOTE('`');

        private final char sign;

        Delimiter(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }
    }

    /** What ends a line, by Salesforce's names. */
    public enum LineEnding {
        LF("\n"),
        CRLF("\r\n");

        private final String text;

        LineEnding(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** The format that a job states; where it states none, the usual one. */
    static CsvFormat of(JsonView job) {
        return new CsvFormat(
                constant(Delimiter.values(), job.at("columnDelimiter").textOrEmpty(), USUAL.delimiter),
                constant(LineEnding.values(), job.at("lineEnding").textOrEmpty(), USUAL.lineEnding));
    }

    private static <E extends Enum<E>> E constant(E[] constants, String name, E usual) {
        for (E constant : constants) {
            if (constant.name().equals(name.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        return usual;
    }
}
