package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.spi.Lookup;
import com.spara.sf.sync.RecordPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The leads of one push that are the same Salesforce record: one record is written, and all their results name it. */
final class Group {

    private final String object;
    private final List<LeadWork> members = new ArrayList<>();

    private Group(String object) {
        this.object = object;
    }

    /** Sorts leads into groups: by the record that matched, else by anything that two of them look up alike. */
    static List<Group> of(List<LeadWork> works, String object) {
        Map<Object, Group> byKey = new HashMap<>();
        Map<Group, Boolean> groups = new LinkedHashMap<>();
        for (LeadWork work : works) {
            if (!work.object(object).isDone()) {
                Group group = join(work, object, byKey, groups);
                keys(work.object(object)).forEach(key -> byKey.put(key, group));
            }
        }
        return List.copyOf(groups.keySet());
    }

    private static Group join(
            LeadWork work, String object, Map<Object, Group> byKey, Map<Group, Boolean> groups) {
        Group target = null;
        for (Object key : keys(work.object(object))) {
            Group known = byKey.get(key);
            if (known != null && target == null) {
                target = known;
            } else if (known != null && known != target) {
                target.takeOver(known);
                groups.remove(known);
                Group merged = target;
                byKey.replaceAll((any, group) -> group == known ? merged : group);
            }
        }
        Group group = target == null ? new Group(object) : target;
        group.members.add(work);
        groups.put(group, true);
        return group;
    }

    private void takeOver(Group other) {
        members.addAll(other.members);
    }

    private static List<Object> keys(ObjectWork work) {
        if (work.record().isPresent()) {
            return List.of(work.record().get().id());
        }
        return work.lookups().stream().map(Lookup::conditions).map(Object.class::cast).toList();
    }

    /** The group's object, as one of its members goes to it. */
    ObjectWork of(LeadWork member) {
        return member.object(object);
    }

    /** The first member's way to the object, whose plan is the group's. */
    ObjectWork first() {
        return of(members.get(0));
    }

    List<LeadWork> members() {
        return members;
    }

    /** Plans the one record of the group and notes the plan with each member. */
    void plan(PlanStage planning) {
        RecordPlan plan = planning.plan(folded(), first(), otherMatched());
        for (LeadWork member : members) {
            RecordPlan own = members.size() == 1 ? plan : sharedBy(plan, member.object(object));
            member.object(object).plan(own);
        }
    }

    private Lead folded() {
        Lead folded = members.get(0).lead();
        for (LeadWork member : members.subList(1, members.size())) {
            folded = folded.foldedWith(member.lead());
        }
        return folded;
    }

    private boolean otherMatched() {
        String other = object.equals("Lead") ? "Contact" : "Lead";
        return members.stream().anyMatch(member -> member.object(other).record().isPresent());
    }

    private RecordPlan sharedBy(RecordPlan plan, ObjectWork member) {
        RecordPlan shared = plan;
        for (Reason warning : member.warnings()) {
            shared = shared.warning(warning);
        }
        return shared.warning(Reason.of(
                ReasonCode.SAME_PERSON_TWICE,
                members.size() + " leads of this push are the same " + object
                        + "; their fields were folded together, the later lead's winning."));
    }
}
