package com.spara.sf.quickstart;

import org.jspecify.annotations.Nullable;

/** Says in one line what is wrong with the command line or a file. */
final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputException(String line) {
        this(line, null);
    }

    InputException(String line, @Nullable Throwable cause) {
        super(line.replaceAll("\\s+", " ").strip(), cause);
    }

    String line() {
        return String.valueOf(getMessage());
    }
}
