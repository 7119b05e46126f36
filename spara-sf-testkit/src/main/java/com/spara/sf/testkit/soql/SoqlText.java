package com.spara.sf.testkit.soql;

/** The text of a query, which knows how Salesforce points at a place in it. Positions count characters from 0. */
record SoqlText(String text) {
    static final String SEE_DESCRIBE = "Please reference your WSDL or the describe call for the appropriate names.";

    private static final String MALFORMED_QUERY = "MALFORMED_QUERY";
    private static final int LONGEST = 100_000;
    private static final int BEFORE = 40;
    private static final int AFTER = 40;

    SoqlText {
        if (text.length() > LONGEST) {
            throw new SoqlException(
                    MALFORMED_QUERY, "SOQL statements cannot be longer than " + LONGEST + " characters.");
        }
    }

    /** An error about the query as a whole. */
    static SoqlException malformed(String message) {
        return new SoqlException(MALFORMED_QUERY, message);
    }

    SoqlException malformed(int position, String message) {
        return error(MALFORMED_QUERY, position, message);
    }

    SoqlException invalidField(int position, String message) {
        return error("INVALID_FIELD", position, message);
    }

    SoqlException invalidOperator(int position, String message) {
        return error("INVALID_QUERY_FILTER_OPERATOR", position, message);
    }

    SoqlException error(String errorCode, int position, String message) {
        int lineStart = text.lastIndexOf('\n', position - 1) + 1;
        int from = excerptStart(lineStart, position);
        String place = "\n" + excerpt(from, position) + "\n" + " ".repeat(position - from) + "^\nERROR at Row:"
                + row(position) + ":Column:" + (position - lineStart + 1);
        return new SoqlException(errorCode, place + "\n" + message);
    }

    private int excerptStart(int lineStart, int position) {
        int from = position - BEFORE;
        if (from <= lineStart) {
            return lineStart;
        }
        int space = text.indexOf(' ', from);
        return space >= 0 && space < position ? space + 1 : from;
    }

    private String excerpt(int from, int position) {
        int lineEnd = text.indexOf('\n', position);
        int to = Math.min(lineEnd < 0 ? text.length() : lineEnd, position + AFTER);
        return text.substring(from, to);
    }

    private long row(int position) {
        return 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
    }

    /** Hides the text, which may hold what people wrote. */
    @Override
    public String toString() {
        return "SOQL of " + text.length() + " characters";
    }
}
