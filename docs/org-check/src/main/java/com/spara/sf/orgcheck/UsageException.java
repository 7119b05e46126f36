package com.spara.sf.orgcheck;

/** Says in one line what is wrong with the command line, without repeating values, one of which is a token. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String line;

    UsageException(String line) {
        super(line);
        this.line = line;
    }

    String line() {
        return line;
    }
}
