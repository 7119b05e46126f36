package com.spara.sf.client.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.spi.Lookup;
import com.spara.sf.testkit.FakeOrg;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a record that may still be made is not made by anybody else. */
class LostCreatesTest {

    private final FakeOrg org = FakeOrg.create();
    private final Clock clock = org.clock();
    private final LostCreates doubts = new LostCreates(clock);
    private final List<Lookup> ada = List.of(Lookup.in("Lead").where("Email", "ada@example.com"));

    private boolean isInDoubtAfter(Duration time) {
        org.clock().advance(time);
        return doubts.mayHappenUntil(ada, clock.instant()).isPresent();
    }

    @Test
    void aRequestMayHappenForTenMinutes() {
        doubts.add(ada, clock.instant());
        assertTrue(isInDoubtAfter(Duration.ofMinutes(10)));
        assertFalse(isInDoubtAfter(Duration.ofMinutes(1)));
    }

    @Test
    void aBulkJobMayHappenForADay() {
        doubts.addOfJob(ada, clock.instant());
        doubts.add(ada, clock.instant());
        assertTrue(isInDoubtAfter(Duration.ofHours(23)));
        assertFalse(isInDoubtAfter(Duration.ofHours(2)));
    }

    @Test
    void whatNoJobHasAnyMoreMayHappenForTenMinutes() {
        doubts.addOfJob(ada, clock.instant());
        doubts.shorten(ada, clock.instant());
        assertTrue(isInDoubtAfter(Duration.ofMinutes(10)));
        doubts.shorten(ada, clock.instant());
        assertFalse(isInDoubtAfter(Duration.ofMinutes(1)));
    }

    @Test
    void whatIsKnownByNowIsNotInDoubt() {
        doubts.addOfJob(ada, clock.instant());
        doubts.forget(ada);
        assertEquals(Optional.empty(), doubts.mayHappenUntil(ada, clock.instant()));
    }
}
