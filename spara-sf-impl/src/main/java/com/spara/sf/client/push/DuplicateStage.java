package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.client.describe.KeyPrefixes;
import com.spara.sf.settings.DuplicateHandling;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Lookup;
import com.spara.sf.sync.DuplicateFound;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.RecordPlan;
import com.spara.sf.sync.RecordResult;
import java.util.List;
import java.util.Optional;

/** Takes the record that a duplicate rule named for the match, where the settings ask for it and it is just one. */
final class DuplicateStage {

    private final SyncSettings settings;

    DuplicateStage(SyncSettings settings) {
        this.settings = settings;
    }

    /** Returns whether the leads of the group are to be read and planned again, with the named record for their match. */
    boolean takesExisting(Group group, Row row) {
        Optional<DuplicateFound> found = row.answer().duplicate().filter(any -> isWanted(row));
        if (found.isEmpty()) {
            return false;
        }
        boolean lead = row.object().equals("Lead");
        Optional<RecordId> same = only(found.get(), row.object());
        if (same.isPresent()) {
            group.members().forEach(member -> force(group.of(member), same.get()));
            return true;
        }
        Optional<RecordId> contact = only(found.get(), "Contact").filter(any -> lead);
        contact.ifPresent(id -> group.members().forEach(member -> takeContact(member, row.plan(), id)));
        return contact.isPresent();
    }

    private boolean isWanted(Row row) {
        return row.isCreate()
                && settings.rule(row.object())
                        .creation()
                        .filter(rule -> rule.duplicateHandling() == DuplicateHandling.USE_EXISTING)
                        .isPresent();
    }

    private static Optional<RecordId> only(DuplicateFound found, String object) {
        List<RecordId> ids = found.records().stream()
                .filter(id -> KeyPrefixes.isOf(object, id))
                .toList();
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    private static void force(ObjectWork object, RecordId id) {
        object.force(
                new Ask("duplicate rule", List.of(Lookup.in(object.object()).where("Id", id)), null));
    }

    private static void takeContact(LeadWork member, RecordPlan plan, RecordId contact) {
        Reason reason = Reason.of(
                        ReasonCode.DUPLICATE_IS_CONTACT,
                        "A duplicate rule named a Contact; it is the Contact match, and no Lead is made.")
                .about(List.of(contact));
        member.object("Lead").result(RecordResult.of(plan, Outcome.SKIPPED).because(reason));
        if (member.object("Contact").record().isEmpty()) {
            force(member.object("Contact"), contact);
        }
    }
}
