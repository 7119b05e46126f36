package com.spara.sf.orgcheck;

/** The org cannot be asked at all; says why in one line. */
final class UnusableOrgException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String line;

    UnusableOrgException(String line) {
        super(line);
        this.line = line;
    }

    String line() {
        return line;
    }
}
