package com.spara.sf.client.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many rows are asked for, by what came. */
class PartSizeTest {

    private final PartSize size = new PartSize(4_000_000);

    @ParameterizedTest(name = "after {1} of {0} rows with {2} characters, {3} are asked for")
    @CsvSource({
        "10000, 10000,   500000, 10000",
        "10000, 10000,  3900000,  7692",
        "  700,   700,    70000,  1400",
        "  700,   700,  2100000,  1000",
        "  700,   700,  4000000,   525",
        "    1,     1, 90000000,     1",
        "    1,     1,      100,     2",
        "10000,     0,        0, 10000",
        "10000,     3,      300, 10000",
    })
    void theNextPartIsAsLongAsFits(int asked, int rows, long characters, int next) {
        assertEquals(next, size.next(asked, rows, characters));
    }

    @ParameterizedTest(name = "of {0}, after {1} rows that were too long, {2} are asked for")
    @CsvSource({"10000, 125, 93", "10000, 9000, 5000", "10000, 0, 1", "2, 1, 1", "20, 20, 10"})
    void aPartThatIsTooLongIsAskedForWithFewer(int asked, int rows, int fewer) {
        assertEquals(fewer, size.fewer(asked, rows));
    }

    @Test
    void aHeapOfAnySizeHasPlaceForOneRow() {
        assertEquals(1, new PartSize(1).next(10_000, 10_000, 1_000_000));
    }
}
