package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PullChange;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.SalesforceSync;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deleted records are seen while they are in the recycle bin; where they may have left it unseen, a full look is due. */
class PullBinTest extends OnFakeOrg {

    private final PullRule all = PullRule.leads("all").map("LastName", "last_name");
    private final SalesforceSync sync = connection.sync(SyncSettings.standard());

    private PullPage pull(PullCursor cursor) {
        return sync.pull(all, cursor);
    }

    @Test
    void aPauseInTheMiddleOfALookMayHideADeletion() {
        RecordId ada = addLead(ADA);
        PullCursor cursor = pull(PullCursor.start()).next();
        org.pageSize(2);
        later();
        for (int i = 0; i < 4; i++) {
            addLead("l" + i + "@example.com");
        }
        later();
        org.delete(ada);
        org.clock().advance(Duration.ofDays(8));
        PullPage first = pull(cursor);
        assertFalse(first.isLast() || first.next().isFullLookDue());
        org.clock().advance(Duration.ofDays(8));
        assertTrue(pull(first.next()).next().isFullLookDue());
    }

    @Test
    void aLookThatIsReadWithinTheBinsTimeSeesTheDeletion() {
        RecordId ada = addLead(ADA);
        PullCursor cursor = pull(PullCursor.start()).next();
        later();
        org.delete(ada);
        org.clock().advance(Duration.ofDays(13));
        PullPage page = pull(cursor);
        assertFalse(page.next().isFullLookDue());
        assertEquals(PullChange.DELETED, page.gone().get(0).change());
    }

    @Test
    void anOrgInWhichNothingHappensNeedsNoFullLookWhileItIsPulled() {
        addLead(ADA);
        PullCursor cursor = pull(PullCursor.start()).next();
        for (int week = 0; week < 4; week++) {
            org.clock().advance(Duration.ofDays(7));
            cursor = pull(cursor).next();
        }
        assertFalse(cursor.isFullLookDue());
    }

    @Test
    void anOrgThatNobodyPulledForLongerThanTheBinNeedsAFullLook() {
        addLead(ADA);
        PullCursor cursor = pull(PullCursor.start()).next();
        org.clock().advance(Duration.ofDays(15));
        assertTrue(pull(cursor).next().isFullLookDue());
    }

    @Test
    void aMergedRecordIsFollowedToTheOneThatLives() {
        RecordId ada = addLead(ADA);
        RecordId bob = addLead("bob@example.com");
        RecordId cleo = addLead("cleo@example.com");
        PullCursor cursor = pull(PullCursor.start()).next();
        later();
        org.merge(bob, ada);
        later();
        org.merge(cleo, bob);
        List<RecordId> masters = pull(cursor).gone().stream()
                .map(gone -> gone.mergedInto().orElseThrow())
                .toList();
        assertEquals(List.of(cleo, cleo), masters);
    }
}
