package com.spara.sf.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {

    private static final RecordId ID = RecordId.of("00Q5e00001AbcDEAU".substring(0, 15));
    private final Lead ada = Lead.of("ada@example.com");

    private final RecordPlan update = RecordPlan.of(
                    "Lead", RecordPlan.Action.UPDATE, Reason.of(ReasonCode.WRITTEN, "Fields differ."))
            .matching(
                    Match.of(
                            "e-mail",
                            List.of(ID, RecordId.of("00Q000000000001")),
                            Reason.of(ReasonCode.UNCONVERTED_FIRST, "the unconverted one")),
                    null)
            .withFields(List.of(
                    FieldDecision.about("Phone", "phone", "only if empty")
                            .after("+44 20 7946 0000")
                            .guarded(true)
                            .write(Reason.of(ReasonCode.WRITTEN, "")),
                    FieldDecision.about("Chat_Transcript__c", "conversation", "overwrite")
                            .leaveOut(Reason.of(ReasonCode.FIELD_READ_ONLY, "The connected user may not edit it."))));

    private final RecordPlan skip = RecordPlan.of(
            "Contact", RecordPlan.Action.SKIP, Reason.of(ReasonCode.CREATE_OFF, "No match, and create is off."));

    @Test
    void aPlanExplainsItself() {
        String text = PushPlan.of(ada, ada, update, skip).explain();
        assertTrue(text.contains("Lead    update " + ID), text);
        assertTrue(text.contains("Matched by e-mail; 2 candidates: the unconverted one"), text);
        assertTrue(text.contains("\"\"  →  \"+44 20 7946 0000\""), text);
        assertTrue(text.contains("only if empty, guarded"), text);
        assertTrue(text.contains("left out"), text);
        assertTrue(text.endsWith("1 more API call"), text);
    }

    @Test
    void aWholeNumberIsShownWithoutDecimalsAndAnyOtherAsItIs() {
        FieldDecision number = FieldDecision.about("Seats__c", "seats", "overwrite")
                .before(new BigDecimal("1700.0"))
                .after(new BigDecimal("17.50"))
                .write(Reason.of(ReasonCode.WRITTEN, ""));
        String text =
                PushPlan.of(ada, ada, update.withFields(List.of(number)), skip).explain();
        assertTrue(text.contains("1700  →  17.50"), text);
    }

    @Test
    void toStringHoldsNoData() {
        PushResult result = result(Outcome.UPDATED, Reason.of(ReasonCode.WRITTEN, ""));
        assertEquals("PushResult[Lead UPDATED WRITTEN, Contact SKIPPED CREATE_OFF]", result.toString());
        assertEquals("[Phone]", result.lead().fieldsWritten().toString());
    }

    @Test
    void salesforcesWordsAreExplainedButNotInTheReasonsText() {
        Reason refused = Reason.of("FIELD_CUSTOM_VALIDATION_EXCEPTION", "Salesforce refused the record.")
                .quoting("Ada must have a phone");
        assertTrue(result(Outcome.FAILED, refused).explain().contains("Ada must have a phone"));
        assertFalse(refused.toString().contains("Ada"));
    }

    @Test
    void aBatchSortsItsResults() {
        PushResult failed = result(Outcome.FAILED, Reason.of("STRING_TOO_LONG", ""));
        PushResult neverSent = result(Outcome.FAILED, Reason.of(ReasonCode.NOT_SENT, ""));
        PushResult unknown = result(Outcome.UNKNOWN, Reason.of(ReasonCode.ANSWER_LOST, ""));
        OrgUnreachableException stop = new OrgUnreachableException(Reason.of(ReasonCode.UNREACHABLE, "gone"), null);
        PushBatch batch = PushBatch.of(List.of(failed, neverSent, unknown), 4, stop);
        assertEquals(List.of(failed), batch.failed());
        assertEquals(List.of(ada), batch.neverSent());
        assertEquals(List.of(unknown), batch.unknown());
        assertEquals(2, batch.count(Outcome.FAILED));
        assertEquals(
                ReasonCode.UNREACHABLE, batch.stoppedBy().orElseThrow().reason().code());
    }

    private PushResult result(Outcome outcome, Reason reason) {
        return PushResult.of(
                ada, ada, RecordResult.of(update, outcome).because(reason), RecordResult.of(skip, Outcome.SKIPPED));
    }
}
