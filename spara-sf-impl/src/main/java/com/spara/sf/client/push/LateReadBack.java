package com.spara.sf.client.push;

import com.spara.sf.LimitReachedException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.read.Answers;
import com.spara.sf.client.read.Needs;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.spi.Answer;
import com.spara.sf.spi.Lookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the records back that bulk jobs made, by their Ids, since no query rides along with a job: as many in a call as fit, and
 * none that the reserve keeps for others. What cannot be read back costs its lead the owner, and nothing else.
 */
final class LateReadBack {

    private final PushEngine engine;
    private final CallMeter meter;
    private final HeldCalls held;

    LateReadBack(PushEngine engine, CallMeter meter, HeldCalls held) {
        this.engine = engine;
        this.meter = meter;
        this.held = held;
    }

    /**
     * Gives each lead the record that was made for it, and returns those leads: the Lead, or the Contact of those for whom no Lead
     * was made.
     */
    List<LeadWork> of(Map<Group, Row> rows) {
        Map<Lookup, List<LeadWork>> made = made("Lead", rows);
        Set<LeadWork> haveLead = new HashSet<>(members(made.values()));
        made("Contact", rows).forEach((lookup, people) -> {
            if (Collections.disjoint(people, haveLead)) {
                made.put(lookup, people);
            }
        });
        return read(made);
    }

    private static Map<Lookup, List<LeadWork>> made(String object, Map<Group, Row> rows) {
        Map<Lookup, List<LeadWork>> made = new LinkedHashMap<>();
        rows.forEach((group, row) -> row.answer()
                .id()
                .filter(id -> ReadBack.isNew(group, row, object))
                .ifPresent(id -> made.put(Lookup.in(object).where("Id", id), group.members())));
        return made;
    }

    private static List<LeadWork> members(Collection<List<LeadWork>> groups) {
        return groups.stream().flatMap(List::stream).toList();
    }

    private List<LeadWork> read(Map<Lookup, List<LeadWork>> made) {
        Map<String, Set<String>> fields = fields(made);
        List<Lookup> all = made.keySet().stream()
                .filter(lookup -> fields.containsKey(lookup.object()))
                .toList();
        int most = BatchSize.ofReadBack(fields, engine.describes());
        List<LeadWork> read = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            read.addAll(read(all.subList(from, Math.min(all.size(), from + most)), fields, made));
        }
        return read;
    }

    /** What the enrichers want to know of the records of each object, if anything. */
    private Map<String, Set<String>> fields(Map<Lookup, List<LeadWork>> made) {
        Map<String, List<LeadWork>> works = new LinkedHashMap<>();
        made.forEach((lookup, people) ->
                works.computeIfAbsent(lookup.object(), any -> new ArrayList<>()).addAll(people));
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        works.forEach((object, people) -> fields.put(object, ReadBack.fields(object, people, engine.reader())));
        fields.values().removeIf(Set::isEmpty);
        return fields;
    }

    private List<LeadWork> read(List<Lookup> part, Map<String, Set<String>> fields, Map<Lookup, List<LeadWork>> made) {
        try {
            Answers answers = answers(part, fields);
            return part.stream()
                    .flatMap(lookup -> take(lookup, answers, made.getOrDefault(lookup, List.of())).stream())
                    .toList();
        } catch (CallFailure failure) {
            part.forEach(lookup -> note(failure.problem().reason(), made.getOrDefault(lookup, List.of())));
        } catch (SalesforceException problem) {
            part.forEach(lookup -> note(problem.reason(), made.getOrDefault(lookup, List.of())));
        }
        return List.of();
    }

    private Answers answers(List<Lookup> part, Map<String, Set<String>> fields) {
        if (!held.hold(1)) {
            throw new LimitReachedException(
                    Reason.of(
                            ReasonCode.RESERVE_REACHED, "The API calls that are left of the day are kept for others."),
                    null);
        }
        Needs needs = new Needs();
        fields.forEach(needs::fields);
        part.forEach(needs::lookup);
        return engine.reader().read(needs, meter);
    }

    private static List<LeadWork> take(Lookup lookup, Answers answers, List<LeadWork> people) {
        answers.refusal(lookup).ifPresent(refusal -> note(refusal, people));
        return answers.to(lookup)
                .flatMap(Answer::first)
                .map(record -> people.stream()
                        .map(work -> ReadBack.found(work, record))
                        .toList())
                .orElse(List.of());
    }

    private static void note(Reason why, List<LeadWork> people) {
        Reason note = Reason.of(why.code(), "The owner of the new record could not be read back: " + why.text())
                .quoting(why.salesforceWords().orElse(""));
        people.forEach(work -> work.note(note));
    }
}
