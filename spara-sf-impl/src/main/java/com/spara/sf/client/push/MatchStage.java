package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.client.read.Answers;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Answer;
import com.spara.sf.spi.Found;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.Match;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides which record a lead is: the first matcher that found a live one, and among several the unconverted before the
 * converted, then the most recently created, then the highest Id. A pure function of what was read.
 */
final class MatchStage {

    private static final int MOST_MERGES = 5;

    private final SyncSettings settings;
    private final Answers answers;
    private final Predicate<Ask> isLate;

    MatchStage(SyncSettings settings, Answers answers, Predicate<Ask> isLate) {
        this.settings = settings;
        this.answers = answers;
        this.isLate = isLate;
    }

    /** The masters of merged records that are not read yet. */
    static Set<Lookup> mastersToRead(List<LeadWork> works, Answers answers) {
        Set<Lookup> masters = new LinkedHashSet<>();
        for (LeadWork work : works) {
            addMasters(work.object("Lead"), answers, masters);
            addMasters(work.object("Contact"), answers, masters);
        }
        return masters;
    }

    private static void addMasters(ObjectWork object, Answers answers, Set<Lookup> masters) {
        for (Lookup lookup : object.lookups()) {
            Lookup last = lastMaster(lookup, answers);
            if (!last.equals(lookup)
                    && answers.to(last).isEmpty()
                    && answers.refusal(last).isEmpty()) {
                masters.add(last);
            }
        }
    }

    /** Follows merges as far as they are known. */
    private static Lookup lastMaster(Lookup lookup, Answers answers) {
        Lookup last = lookup;
        for (int hop = 0; hop < MOST_MERGES; hop++) {
            Optional<Lookup> master = masterOf(last, answers);
            if (master.isEmpty()) {
                return last;
            }
            last = master.get();
        }
        return last;
    }

    /** The lookup of the record into which the one that was looked up by Id was merged. */
    private static Optional<Lookup> masterOf(Lookup lookup, Answers answers) {
        if (!lookup.conditions().containsKey("Id")) {
            return Optional.empty();
        }
        return answers.to(lookup)
                .flatMap(answer -> answer.first())
                .filter(record -> record.isTrue("IsDeleted"))
                .flatMap(record -> record.id("MasterRecordId"))
                .map(master -> Lookup.in(lookup.object()).where("Id", master));
    }

    void match(LeadWork work) {
        work.object("Lead").lookAgain();
        work.object("Contact").lookAgain();
        work.found(Found.afterRead());
        AskStage.warnOfBrokenIds(work);
        match(work, work.object("Lead"));
        match(work, work.object("Contact"));
        noteUnread(work);
        warnIfIdsDisagree(work);
    }

    private static void noteUnread(LeadWork work) {
        noteUnread(work, work.object("Lead"));
        noteUnread(work, work.object("Contact"));
    }

    private static void noteUnread(LeadWork work, ObjectWork object) {
        if (!work.hasLookups() || !object.hasRecord() && !object.failures().isEmpty()) {
            work.found(work.found().withUnread(object.object()));
        }
    }

    private void match(LeadWork work, ObjectWork object) {
        if (!match(work, object, false)) {
            match(work, object, true);
        }
    }

    /** Matchers without an index come after all others, whether or not their answers happen to be here already. */
    private boolean match(LeadWork work, ObjectWork object, boolean late) {
        for (Ask ask : object.asks()) {
            if (isLate.test(ask) == late && finds(work, object, ask)) {
                return true;
            }
        }
        return false;
    }

    private boolean finds(LeadWork work, ObjectWork object, Ask ask) {
        if (ask.failed() != null) {
            object.fail(ask.failed());
        }
        List<SalesforceRecord> candidates = candidates(work, object, ask);
        return !candidates.isEmpty() && isChosen(work, object, ask, candidates);
    }

    private List<SalesforceRecord> candidates(LeadWork work, ObjectWork object, Ask ask) {
        List<SalesforceRecord> candidates = new ArrayList<>(ask.lookups().size());
        for (Lookup lookup : ask.lookups()) {
            if (lookup.isOfMatched()) {
                ofMatched(work, lookup).filter(r -> isLive(r, object)).ifPresent(candidates::add);
                failIfUnread(work, object, ask, lookup);
            } else {
                answers.refusal(lookup).ifPresent(reason -> object.fail(refused(ask, lookup, reason)));
                addNew(live(object, lookup), candidates);
            }
        }
        return candidates;
    }

    /** That the record behind a reference did not come, or that the Lead itself could not be looked up, is not "none". */
    private static void failIfUnread(LeadWork work, ObjectWork object, Ask ask, Lookup lookup) {
        Optional<SalesforceRecord> matched = work.found().matched(lookup.object());
        boolean unread = matched.isEmpty()
                ? !work.object(lookup.object()).failures().isEmpty()
                : lookup.relationship()
                        .filter(name -> matched.get().id(name + "Id").isPresent())
                        .filter(name -> matched.get().parent(name).isEmpty())
                        .isPresent();
        if (unread) {
            object.fail(Reason.of(
                    ReasonCode.MATCHER_FAILED,
                    "The matcher '" + ask.matcher() + "' could not look: the " + lookup.object()
                            + ", or the record that it points to, could not be read."));
        }
    }

    private static Reason refused(Ask ask, Lookup lookup, Reason reason) {
        return Reason.of(
                ReasonCode.MATCHER_FAILED,
                "The matcher '" + ask.matcher() + "' could not look by " + String.join(", ", lookup.conditionFields())
                        + ": " + reason.text() + " (" + reason.code() + ")");
    }

    private static boolean isLive(SalesforceRecord record, ObjectWork object) {
        return record.object().equals(object.object()) && !record.isTrue("IsDeleted");
    }

    private static void addNew(List<SalesforceRecord> found, List<SalesforceRecord> candidates) {
        for (SalesforceRecord record : found) {
            if (candidates.isEmpty() || candidates.stream().noneMatch(c -> c.id().equals(record.id()))) {
                candidates.add(record);
            }
        }
    }

    static Optional<SalesforceRecord> ofMatched(LeadWork work, Lookup lookup) {
        Optional<SalesforceRecord> record = work.found().matched(lookup.object());
        return lookup.relationship().isEmpty()
                ? record
                : record.flatMap(known -> known.parent(lookup.relationship().get()));
    }

    /** The live records of a lookup; one by Id follows merges, and warns when it leads nowhere. */
    private List<SalesforceRecord> live(ObjectWork object, Lookup lookup) {
        List<SalesforceRecord> live = answers.to(lastMaster(lookup, answers))
                .map(MatchStage::undeleted)
                .orElse(List.of());
        warnOfOldId(object, lookup, live);
        return live;
    }

    private static List<SalesforceRecord> undeleted(Answer answer) {
        for (SalesforceRecord record : answer.records()) {
            if (record.isTrue("IsDeleted")) {
                return answer.records().stream()
                        .filter(r -> !r.isTrue("IsDeleted"))
                        .toList();
            }
        }
        return answer.records();
    }

    private void warnOfOldId(ObjectWork object, Lookup lookup, List<SalesforceRecord> live) {
        if (!(lookup.conditions().get("Id") instanceof RecordId asked)
                || answers.refusal(lookup).isPresent()) {
            return;
        }
        if (live.isEmpty()) {
            object.warn(Reason.of(
                            ReasonCode.STALE_ID,
                            "The stored Id leads to no " + object.object()
                                    + " that the connected user can see; it was deleted, or is hidden.")
                    .about(List.of(asked)));
        } else if (!live.get(0).id().equals(asked)) {
            object.warn(Reason.of(
                            ReasonCode.MERGED,
                            "The " + object.object() + " of the stored Id was merged into another, which was taken.")
                    .about(List.of(asked, live.get(0).id())));
        }
    }

    /** Chooses among the candidates; a converted Lead is none for who wants a new Lead for a returning person. */
    private boolean isChosen(LeadWork work, ObjectWork object, Ask ask, List<SalesforceRecord> candidates) {
        candidates.sort(Preference.ORDER);
        SalesforceRecord chosen = candidates.get(0);
        work.found(work.found().withMatch(chosen, ask.matcher()));
        if (chosen.isTrue("IsConverted") && settings.isNewLeadForReturningPerson()) {
            return false;
        }
        List<RecordId> ids = new ArrayList<>(candidates.size());
        candidates.forEach(candidate -> ids.add(candidate.id()));
        object.matched(chosen, Match.of(ask.matcher(), ids, Preference.decidedBy(candidates)));
        return true;
    }

    private static void warnIfIdsDisagree(LeadWork work) {
        Optional<SalesforceRecord> lead = byOwnId(work.object("Lead"));
        Optional<SalesforceRecord> contact = byOwnId(work.object("Contact"));
        if (lead.isEmpty() || contact.isEmpty() || samePerson(lead.get(), contact.get())) {
            return;
        }
        Reason warning = Reason.of(
                        ReasonCode.IDS_DISAGREE,
                        "The stored Lead Id and Contact Id lead to records with different e-mail addresses.")
                .about(List.of(lead.get().id(), contact.get().id()));
        work.objects().forEach(object -> object.warn(warning));
    }

    private static Optional<SalesforceRecord> byOwnId(ObjectWork object) {
        boolean byId =
                object.match().map(match -> isById(match.matcher(), object)).orElse(false);
        return byId ? object.record() : Optional.empty();
    }

    private static boolean isById(String matcher, ObjectWork object) {
        for (Ask ask : object.asks()) {
            if (ask.matcher().equals(matcher)) {
                return isById(ask);
            }
        }
        return false;
    }

    private static boolean isById(Ask ask) {
        for (Lookup lookup : ask.lookups()) {
            if (lookup.conditions().containsKey("Id")) {
                return true;
            }
        }
        return false;
    }

    private static boolean samePerson(SalesforceRecord lead, SalesforceRecord contact) {
        boolean converted =
                lead.id("ConvertedContactId").filter(contact.id()::equals).isPresent();
        Optional<String> a = lead.text("Email");
        Optional<String> b = contact.text("Email");
        return converted || a.isEmpty() || b.isEmpty() || a.get().equalsIgnoreCase(b.get());
    }
}
