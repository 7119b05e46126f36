package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.spara.sf.client.auth.OrgKey;
import com.spara.sf.client.push.OrgMemory;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Which memory belongs to whom, and how many are kept. */
class OrgMemoriesTest {

    private static final String ACME = "https://acme.my.salesforce.com";
    private static final String RENAMED = "https://acme-renamed.my.salesforce.com";
    private static final String ID = "00D000000000001EAA";
    private static final String OTHER_ID = "00D000000000002EAA";

    private final OrgMemories memories = new OrgMemories(Clock.systemUTC());

    private OrgMemory of(String organizationId, String address) {
        return memories.of(new OrgKey(organizationId, address));
    }

    @Test
    void anOrgKeepsItsMemoryThroughARename() {
        assertSame(of(ID, ACME), of(ID, RENAMED));
    }

    @Test
    void whereTheIdIsNotKnownTheAddressDecides() {
        OrgMemory given = of("", ACME);
        assertSame(given, of("", ACME));
        assertNotSame(given, of("", RENAMED));
    }

    @Test
    void anIdThatIsKnownLaterIsThatOfTheAddress() {
        OrgMemory given = of("", ACME);
        assertSame(given, of(ID, ACME));
        assertSame(given, of(ID, RENAMED));
        assertSame(given, of("", ACME));
    }

    @Test
    void anotherOrgAtTheSameAddressStartsAnew() {
        OrgMemory before = of(ID, ACME);
        OrgMemory after = of(OTHER_ID, ACME);
        assertNotSame(before, after);
        assertSame(after, of("", ACME));
        assertSame(before, of(ID, RENAMED));
    }

    @Test
    void thoseUsedLastAreKeptAndOlderOnesGo() {
        OrgMemory first = of(ID, ACME);
        OrgMemory second = of("", RENAMED);
        for (int i = 0; i < 3 * OrgMemories.MOST; i++) {
            of("", "https://t" + i + ".my.salesforce.com");
            assertSame(first, of(ID, ACME));
        }
        assertNotSame(second, of("", RENAMED));
    }
}
