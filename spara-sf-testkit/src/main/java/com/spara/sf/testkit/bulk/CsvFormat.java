package com.spara.sf.testkit.bulk;

/** How the CSV of a job is written. */
public record CsvFormat(Delimiter delimiter, LineEnding lineEnding) {
    /** What stands between two values. */
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

    /** What stands at the end of a line. */
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
}
