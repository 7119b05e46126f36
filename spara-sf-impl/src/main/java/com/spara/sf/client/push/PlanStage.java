package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.sync.RecordPlan;
import com.spara.sf.sync.RecordPlan.Action;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what is done with one record. A pure function of the lead, what was read, the settings and the describes. */
final class PlanStage {

    private static final Reason FIELDS_DIFFER = Reason.of(ReasonCode.WRITTEN, "Fields differ.");
    private static final Reason NOTHING_LEFT = Reason.of(ReasonCode.NO_CHANGE, "Nothing is left to write.");
    private static final Reason NOTHING_MATCHED = Reason.of(ReasonCode.WRITTEN, "Nothing matched.");

    private final SyncSettings settings;
    private final Describes describes;
    private final LostCreates lostCreates;
    private final Map<String, FieldStage> fieldStages = new HashMap<>();
    private final Instant lookedAt;

    /** Makes one; what was read was asked for at that time. */
    PlanStage(SyncSettings settings, Describes describes, LostCreates lostCreates, Instant lookedAt) {
        this.settings = settings;
        this.describes = describes;
        this.lostCreates = lostCreates;
        this.lookedAt = lookedAt;
    }

    /**
     * Plans one record.
     *
     * @param lead the enriched lead; several that are the same record, folded
     * @param object the lead's way to the object
     * @param otherMatched whether a record of the other object matched
     */
    RecordPlan plan(Lead lead, ObjectWork object, boolean otherMatched) {
        Optional<SalesforceRecord> record = object.record();
        return record.isPresent() ? update(lead, object, record.get()) : create(lead, object, otherMatched);
    }

    private RecordPlan update(Lead lead, ObjectWork object, SalesforceRecord record) {
        RecordPlan plan = whyNotUpdated(object, record)
                .map(reason -> RecordPlan.of(
                        object.object(), reason.is(ReasonCode.NO_RIGHT) ? Action.FAIL : Action.SKIP, reason))
                .orElseGet(() -> changed(lead, object, record));
        plan = plan.matching(
                object.match().orElseThrow(), record.time("SystemModstamp").orElse(null));
        for (Reason failure : object.failures()) {
            plan = plan.warning(failure);
        }
        return plan;
    }

    private Optional<Reason> whyNotUpdated(ObjectWork object, SalesforceRecord record) {
        if (record.isTrue("IsConverted")) {
            return Optional.of(Reason.of(
                    ReasonCode.CONVERTED_LEAD,
                    "The Lead is converted, so nothing is created, and Salesforce does not let it be written."));
        }
        if (record.isTrue("IsPersonAccount")) {
            return Optional.of(Reason.of(
                    ReasonCode.PERSON_ACCOUNT, "The Contact belongs to a person account; it is never written."));
        }
        if (!settings.rule(object.object()).updates()) {
            return Optional.of(off(object));
        }
        return describes
                .of(object.object())
                .filter(known -> !known.isUpdateable())
                .map(known -> noRight("write", object));
    }

    private static Reason noRight(String what, ObjectWork object) {
        return Reason.of(
                ReasonCode.NO_RIGHT,
                "The connected user may not " + what + " " + object.object()
                        + "s. Ask the admin for that permission on the object.");
    }

    private static Reason off(ObjectWork object) {
        return Reason.of(ReasonCode.RULE_OFF, "Pushing is off for " + object.object() + "s.");
    }

    private RecordPlan changed(Lead lead, ObjectWork object, SalesforceRecord record) {
        List<FieldDecision> fields = fieldStage(object).onUpdate(lead, record);
        RecordPlan plan = isAnyWritten(fields)
                ? RecordPlan.of(object.object(), Action.UPDATE, FIELDS_DIFFER)
                : RecordPlan.of(object.object(), Action.UNCHANGED, NOTHING_LEFT);
        return plan.withFields(fields);
    }

    private static boolean isAnyWritten(List<FieldDecision> fields) {
        for (FieldDecision field : fields) {
            if (field.action() == FieldDecision.Action.WRITE) {
                return true;
            }
        }
        return false;
    }

    private RecordPlan create(Lead lead, ObjectWork object, boolean otherMatched) {
        Optional<PushRule.CreateWhenNoMatch> rule =
                settings.rule(object.object()).creation();
        if (rule.isEmpty()) {
            return skipped(object, settings.rule(object.object()).updates() ? createOff(object) : off(object));
        }
        if (describes.of(object.object()).filter(known -> !known.isCreateable()).isPresent()) {
            return RecordPlan.of(object.object(), Action.FAIL, noRight("create", object));
        }
        if (!object.failures().isEmpty()) {
            return failed(object);
        }
        if (!object.hasLookups()) {
            return skipped(object, nothingToMatchBy(lead));
        }
        if (otherMatched && rule.get().isUnlessOtherObjectMatched()) {
            return skipped(
                    object,
                    Reason.of(
                            ReasonCode.OTHER_OBJECT_MATCHED,
                            "A record of the other object matched, and the settings ask for no second one."));
        }
        return lostCreates
                .mayHappenUntil(object.lookups(), lookedAt)
                .map(until -> RecordPlan.of(object.object(), Action.FAIL, inDoubt(until)))
                .orElseGet(() -> created(lead, object, rule.get()));
    }

    static Reason inDoubt(Instant until) {
        return Reason.of(
                ReasonCode.CREATE_IN_DOUBT,
                "An earlier push sent this record, its answer was lost, and Salesforce may still make it until " + until
                        + ". Nothing was created; push again after that.");
    }

    private static RecordPlan skipped(ObjectWork object, Reason reason) {
        return RecordPlan.of(object.object(), Action.SKIP, reason);
    }

    private static Reason createOff(ObjectWork object) {
        String why = !object.failures().isEmpty()
                ? "Nothing matched, as far as could be looked"
                : object.hasLookups() ? "Nothing matched" : "There is nothing to match by";
        return Reason.of(ReasonCode.CREATE_OFF, why + ", and creating is off for " + object.object() + "s.");
    }

    private static Reason nothingToMatchBy(Lead lead) {
        String what = lead.email().isPresent()
                ? "The e-mail address is not one that Salesforce can store"
                : "The lead has no e-mail address";
        return Reason.of(
                ReasonCode.NOTHING_TO_MATCH_BY,
                what + ", and nothing else to match by; a record made from it could never be found again.");
    }

    private static RecordPlan failed(ObjectWork object) {
        return RecordPlan.of(
                object.object(),
                Action.FAIL,
                Reason.of(
                        ReasonCode.MATCHER_FAILED,
                        "A matcher failed. Not knowing is not 'no match', so nothing is created."));
    }

    private RecordPlan created(Lead lead, ObjectWork object, PushRule.CreateWhenNoMatch rule) {
        FieldStage stage = fieldStage(object);
        List<FieldDecision> fields = stage.onCreate(lead, rule);
        Optional<Reason> missing = stage.missing(fields).or(() -> keyLost(fields, rule));
        if (missing.isPresent()) {
            return RecordPlan.of(object.object(), Action.FAIL, missing.get()).withFields(fields);
        }
        return RecordPlan.of(object.object(), Action.CREATE, NOTHING_MATCHED).withFields(fields);
    }

    /** A record without its key could not be found by it again, and would be made once more by each push. */
    private static Optional<Reason> keyLost(List<FieldDecision> fields, PushRule.CreateWhenNoMatch rule) {
        return rule.key()
                .filter(key -> fields.stream()
                        .anyMatch(field -> field.field().equalsIgnoreCase(key.salesforceField())
                                && field.action() == FieldDecision.Action.LEAVE_OUT))
                .map(
                        key -> Reason.of(
                                ReasonCode.CREATE_WITHOUT_KEY,
                                "The key " + key.salesforceField()
                                        + " cannot be stored, so the new record could not be found by it again and is not created."));
    }

    private FieldStage fieldStage(ObjectWork object) {
        return fieldStages.computeIfAbsent(
                object.object(),
                name -> new FieldStage(
                        name, settings.rule(name), describes.of(name), LocalDate.ofInstant(lookedAt, ZoneOffset.UTC)));
    }
}
