package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.ReasonCode;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages of records with long texts have fewer rows, so that the answer can be read. */
class PullPageSizeTest extends OnFakeOrg {

    private static final String TOO_LONG = "[\"" + "a".repeat(2 * 1024 * 1024 + 1) + "\"]";

    private final PullRule rule = PullRule.leads("all").map("LastName", "last_name");
    private final SalesforceSync sync = connection.sync(SyncSettings.standard());

    private int read(PullRule wide) {
        return sync.pullAll(wide, PullCursor.start(), KnownLeads.none())
                .mapToInt(page -> page.leads().size())
                .sum();
    }

    @Test
    void aThousandRecordsWithLongTextsAreRead() {
        for (int i = 0; i < 1_000; i++) {
            org.add("Lead", "LastName", "l" + i, "Company", "A", "Description", "d".repeat(31_000));
        }
        assertEquals(1_000, read(rule.map("Description", "notes")));
        assertTrue(org.calls().count() > 2);
    }

    @Test
    void anAnswerThatIsTooLongIsAskedForInHalves() {
        addLead(ADA);
        sync.tryOut(rule);
        org.next(Call.any()).answers(200, "application/json", TOO_LONG);
        PullPage page = sync.pull(rule, PullCursor.start());
        assertEquals(1, page.leads().size());
        assertEquals(2, page.apiCalls());
    }

    @Test
    void anAnswerThatIsTooLongHoweverFewItsRowsSaysSo() {
        addLead(ADA);
        sync.tryOut(rule);
        org.next(Call.any()).answers(200, "application/json", TOO_LONG).always();
        RequestRefusedException refused =
                assertThrows(RequestRefusedException.class, () -> sync.pull(rule, PullCursor.start()));
        assertEquals(ReasonCode.ANSWER_TOO_LONG, refused.reason().code());
        assertEquals(List.of(), refused.reason().ids());
    }
}
