package com.spara.sf.examples;

import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.Matcher;
import com.spara.sf.sync.RecordResult;
import java.math.BigDecimal;
import java.util.List;

/** By what records are found, and what a host can change about it. */
final class Finding {

    private Finding() {}

    // region change the order
    static final Matching BY_NUMBER_THEN_EMAIL =
            Matching.standard().before(Matcher.EMAIL, Matcher.byField("customer_number", "Customer_No__c"));

    static final Matching BY_EMAIL_ALONE = Matching.by(Matcher.EMAIL);
    // endregion

    // region by a number
    /** Finds Leads by a field of the type Number; a text that is no number looks nothing up. */
    static final Matcher BY_MEMBER_NUMBER = Matcher.named(
            "member number",
            (lead, object) -> lead.text("member_number")
                    .filter(number -> object.equals("Lead") && number.matches("[0-9]+"))
                    .map(number -> Lookup.in(object).where("Member_No__c", new BigDecimal(number)))
                    .map(List::of)
                    .orElse(List.of()));
    // endregion

    // region number, else phone
    static SyncSettings byNumberElsePhone() {
        return SyncSettings.standard()
                .matching(Matching.standard()
                        .before(Matcher.EMAIL, Matcher.byField("Lead", "customer_number", "Customer_No__c"))
                        .last(Matcher.byField("phone", "Phone")))
                .leads(PushRule.updateExisting()
                        .map("customer_number", "Customer_No__c")
                        .map(FieldMapping.of("email", "Email").onlyIfEmpty()));
    }
    // endregion

    // region decide what is made
    static SyncSettings oneRecordForEachPerson() {
        return SyncSettings.standard()
                .leads(PushRule.updateExisting().createWhenNoMatch().unlessOtherObjectMatched());
    }

    static SyncSettings aNewLeadForWhoReturns() {
        return SyncSettings.standard()
                .leads(PushRule.updateExisting().createWhenNoMatch())
                .newLeadForReturningPerson();
    }
    // endregion

    // region say why this record
    static String why(RecordResult record) {
        return record.match()
                .map(match -> "Found by " + match.matcher() + ", "
                        + match.decidedBy().text() + " of " + match.candidates().size())
                .orElse(record.reason().text());
    }
    // endregion
}
