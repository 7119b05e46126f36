package com.spara.sf.testkit.bulk;

/** A CSV that cannot be read, in the words in which a job fails for it. */
final class CsvException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CsvException(String message) {
        super(message);
    }
}
