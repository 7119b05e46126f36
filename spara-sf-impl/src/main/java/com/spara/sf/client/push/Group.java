package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.spi.Lookup;
import com.spara.sf.sync.RecordPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The leads of one push that are the same Salesforce record: one record is written, and all their results name it. */
final class Group {

    private final String object;
    private final List<LeadWork> members = new ArrayList<>(1);
    private @Nullable RecordPlan base;

    private Group(String object) {
        this.object = object;
    }

    /**
     * Sorts leads into groups: by the record that matched, else by anything that two of them look up alike, be it that
     * only one of them has found its record.
     */
    static List<Group> of(List<LeadWork> works, String object) {
        Map<Object, Group> byKey = new HashMap<>();
        Set<Group> groups = new LinkedHashSet<>();
        for (LeadWork work : works) {
            if (!work.object(object).isDone() && work.object(object).hasRecord()) {
                joinByRecord(work, object, byKey, groups);
            }
        }
        for (LeadWork work : works) {
            if (!work.object(object).isDone() && !work.object(object).hasRecord()) {
                join(work, object, byKey, groups);
            }
        }
        groups.stream()
                .filter(group -> group.members.size() > 1)
                .forEach(group -> group.members.sort(Comparator.comparingInt(works::indexOf)));
        return List.copyOf(groups);
    }

    private static void joinByRecord(LeadWork work, String object, Map<Object, Group> byKey, Set<Group> groups) {
        RecordId id = work.object(object).record().orElseThrow().id();
        Group group = byKey.computeIfAbsent(id, any -> new Group(object));
        groups.add(group);
        group.members.add(work);
        work.object(object).identity().forEach(key -> byKey.putIfAbsent(key, group));
    }

    private static List<Group> known(List<Lookup> keys, Map<Object, Group> byKey) {
        List<Group> known = new ArrayList<>(keys.size());
        for (Lookup key : keys) {
            Group group = byKey.get(key);
            if (group != null && !known.contains(group)) {
                known.add(group);
            }
        }
        return known;
    }

    private static void join(LeadWork work, String object, Map<Object, Group> byKey, Set<Group> groups) {
        List<Lookup> keys = work.object(object).lookups();
        List<Group> known = known(keys, byKey);
        Group group = known.isEmpty() ? new Group(object) : known.get(0);
        for (Group other : known.subList(Math.min(1, known.size()), known.size())) {
            if (other.hasRecord() && group.hasRecord()) {
                continue;
            }
            group.members.addAll(other.members);
            groups.remove(other);
            byKey.replaceAll((any, old) -> old == other ? group : old);
        }
        group.members.add(work);
        groups.add(group);
        keys.forEach(key -> byKey.putIfAbsent(key, group));
    }

    /** The same groups, those whose records hang on one Account side by side, since Salesforce locks it while they are written. */
    static List<Group> byAccount(List<Group> groups) {
        return groups.stream().sorted(Comparator.comparing(Group::account)).toList();
    }

    private String account() {
        Lead lead = members.get(0).lead();
        return first().record()
                .flatMap(record -> record.text("AccountId"))
                .or(() -> lead.text(LeadField.SALESFORCE_ACCOUNT_ID))
                .or(() -> lead.text(LeadField.COMPANY))
                .orElse("");
    }

    private boolean hasRecord() {
        return members.stream().anyMatch(member -> of(member).hasRecord());
    }

    /** The group's object, as one of its members goes to it. */
    ObjectWork of(LeadWork member) {
        return member.object(object);
    }

    /** The way to the object whose plan is the group's: the first that found the record, else the first. */
    ObjectWork first() {
        for (LeadWork member : members) {
            if (of(member).hasRecord()) {
                return of(member);
            }
        }
        return firstWithoutFailure();
    }

    /** The plan of the one record, without what concerns single members. */
    RecordPlan plan() {
        return Objects.requireNonNull(base);
    }

    private ObjectWork firstWithoutFailure() {
        for (LeadWork member : members) {
            if (of(member).failures().isEmpty()) {
                return of(member);
            }
        }
        return of(members.get(0));
    }

    List<LeadWork> members() {
        return members;
    }

    /** Plans the one record of the group and notes the plan with each member. */
    void plan(PlanStage planning) {
        RecordPlan plan = planning.plan(folded(), first(), otherMatched());
        base = plan;
        for (LeadWork member : members) {
            of(member).plan(members.size() == 1 ? own(plan, of(member)) : shared(own(plan, of(member))));
        }
    }

    /** The plan with what is worth knowing of one member's own way to the record. */
    private static RecordPlan own(RecordPlan plan, ObjectWork member) {
        RecordPlan own = plan;
        for (Reason warning : member.warnings()) {
            own = own.warning(warning);
        }
        for (Reason failure : member.failures()) {
            own = own.warning(failure);
        }
        return own;
    }

    private Lead folded() {
        Lead folded = members.get(0).lead();
        for (int i = 1; i < members.size(); i++) {
            folded = folded.foldedWith(members.get(i).lead());
        }
        return folded;
    }

    private boolean otherMatched() {
        String other = object.equals("Lead") ? "Contact" : "Lead";
        for (LeadWork member : members) {
            if (member.object(other).hasRecord()) {
                return true;
            }
        }
        return false;
    }

    private RecordPlan shared(RecordPlan plan) {
        return plan.warning(Reason.of(
                ReasonCode.SAME_PERSON_TWICE,
                members.size() + " leads of this push are the same " + object
                        + "; their fields were folded together, the later lead's winning."));
    }
}
