package com.spara.sf.client.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which leads may go into a batch while others are under way. */
class WaitingTest {

    private final Waiting waiting = new Waiting(true);
    private final Slot nobody = acme(Set.of());
    private final Slot ada = acme(Set.of("ada@example.com"));
    private final Slot grace = acme(Set.of("grace@example.com"));

    @Test
    void leadOfAnAccountThatIsUnderWayWaits() {
        waiting.add(ada);
        waiting.begin(List.of(ada));
        waiting.add(grace);

        assertEquals(List.of(), waiting.next(1));
    }

    @Test
    void leadOfTheAccountIsNextOnceTheOtherIsOver() {
        waiting.add(ada);
        waiting.begin(List.of(ada));
        waiting.add(grace);
        waiting.end(List.of(ada));

        assertEquals(List.of(grace), waiting.next(1));
    }

    @Test
    void leadWithoutAnythingToKnowItByLeavesTheAccountToWhoHasIt() {
        waiting.add(nobody);
        waiting.begin(List.of(nobody));
        waiting.add(ada);
        waiting.begin(List.of(ada));
        waiting.add(grace);
        waiting.end(List.of(nobody));

        assertEquals(List.of(), waiting.next(1));
    }

    private static Slot acme(Set<String> people) {
        return new Slot(Lead.empty().with(LeadField.COMPANY, "Acme"), people, new NoCompany(Set.of()));
    }
}
