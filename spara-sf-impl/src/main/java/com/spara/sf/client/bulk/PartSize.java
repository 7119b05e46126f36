package com.spara.sf.client.bulk;

/**
 * How many rows of a result are asked for at once, by the characters that came: the lengths that fields may have say little of
 * those that their values have.
 *
 * @param longest the most characters of one part
 */
record PartSize(long longest) {

    /** The most rows of a part. */
    static final int MOST = 10_000;

    private static final int QUARTERS = 4;

    /** How many are asked for after a part of some rows and characters: as many as fill most of a part, at most twice as many. */
    int next(int asked, int rows, long characters) {
        if (rows == 0) {
            return asked;
        }
        long charactersOfARow = Math.max(1, characters / rows);
        long most = Math.min(MOST, 2L * asked);
        return (int) Math.max(1, Math.min(most, longest * (QUARTERS - 1) / QUARTERS / charactersOfARow));
    }

    /** How many are asked for where a part was too long after some rows: fewer than those, and half at most. */
    int fewer(int asked, int rows) {
        return Math.max(1, Math.min(asked / 2, rows * (QUARTERS - 1) / QUARTERS));
    }
}
