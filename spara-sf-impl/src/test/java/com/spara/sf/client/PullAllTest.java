package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.PulledLead;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeRecord;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pages of a pull as a stream: one is read when it is taken, and none is kept. */
@Timeout(60)
class PullAllTest extends OnFakeOrg {

    private static final int PAGES = 20;
    private static final int ROWS = 2;

    private final PullRule all = PullRule.leads("all").map("LastName", "last_name");
    private final SalesforceSync sync = connection.sync(SyncSettings.standard());

    @BeforeEach
    void twentyPages() {
        for (int i = 0; i < PAGES * ROWS; i++) {
            org.add("Lead", "LastName", "l" + i, "Company", "Acme", "Email", "l" + i + "@example.com");
        }
        org.pageSize(ROWS);
    }

    private Iterator<PullPage> pages() {
        return sync.pullAll(all, PullCursor.start(), KnownLeads.none()).iterator();
    }

    @Test
    void aPageIsReadWhenItIsTaken() {
        Iterator<PullPage> pages = pages();
        assertEquals(0, org.calls().count());
        for (int taken = 1; taken <= 3; taken++) {
            assertFalse(pages.next().isLast());
            assertEquals(1 + taken, org.calls().count()); // and the describe
        }
    }

    @Test
    void whoStopsGoesOnBehindTheLastPageThatWasTaken() {
        Iterator<PullPage> pages = pages();
        List<RecordId> taken = new ArrayList<>(ids(pages.next()));
        PullPage second = pages.next();
        taken.addAll(ids(second));
        sync.pullAll(all, second.next(), KnownLeads.none()).forEach(page -> taken.addAll(ids(page)));
        assertEquals(org.records("Lead").stream().map(FakeRecord::id).toList(), taken);
    }

    private static List<RecordId> ids(PullPage page) {
        return page.leads().stream().map(PulledLead::id).toList();
    }

    @Test
    void noPageIsKeptThatWasTaken() {
        Iterator<PullPage> pages = pages();
        List<WeakReference<PulledLead>> taken = new ArrayList<>();
        while (taken.size() < PAGES - 1) {
            taken.add(new WeakReference<>(pages.next().leads().get(0)));
        }
        for (int i = 0; i < 20 && taken.stream().anyMatch(lead -> lead.get() != null); i++) {
            System.gc();
        }
        assertEquals(0, taken.stream().filter(lead -> lead.get() != null).count());
        assertTrue(pages.hasNext());
    }
}
