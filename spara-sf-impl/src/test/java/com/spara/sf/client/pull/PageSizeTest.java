package com.spara.sf.client.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.testkit.FakeClock;
import com.spara.sf.testkit.FakeOrg;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How many rows a page may have. */
class PageSizeTest {

    private final FakeClock clock = FakeOrg.create().clock();
    private final PageSize size = new PageSize(clock, PageSize.MOST);

    @Test
    void narrowRecordsComeInTwoThousands() {
        assertEquals(2_000, size.rows(1_000));
    }

    @Test
    void wideRecordsComeInSmallerPages() {
        assertTrue(size.rows(32_000) < 1_000);
        assertEquals(1, size.rows(Long.MAX_VALUE));
    }

    @Test
    void whatWasTooLongIsHalvedForAnHourAndNarrowRecordsAreNotTouched() {
        assertTrue(size.wasTooLong(32_000, 500));
        assertEquals(250, size.rows(32_000));
        assertEquals(2_000, size.rows(1_000));
        clock.advance(Duration.ofHours(1));
        assertTrue(size.rows(32_000) > 250);
    }

    @Test
    void aSingleRecordCannotBeHalved() {
        assertFalse(size.wasTooLong(32_000, 1));
        assertEquals(2_000, size.rows(1_000));
    }
}
