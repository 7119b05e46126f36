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

    /** Gives each lead the record that was made for it, and returns those leads. */
    List<LeadWork> of(Map<Group, Row> rows) {
        Map<Lookup, List<LeadWork>> leads = made("Lead", rows);
        return leads.isEmpty() ? read("Contact", made("Contact", rows)) : read("Lead", leads);
    }

    private static Map<Lookup, List<LeadWork>> made(String object, Map<Group, Row> rows) {
        Map<Lookup, List<LeadWork>> made = new LinkedHashMap<>();
        rows.forEach((group, row) -> row.answer()
                .id()
                .filter(id -> ReadBack.isNew(group, row, object))
                .ifPresent(id -> made.put(Lookup.in(object).where("Id", id), group.members())));
        return made;
    }

    private List<LeadWork> read(String object, Map<Lookup, List<LeadWork>> made) {
        List<LeadWork> works = members(made.values());
        Set<String> fields = ReadBack.fields(object, works, engine.reader());
        if (fields.isEmpty()) {
            return List.of();
        }
        List<LeadWork> read = new ArrayList<>();
        try {
            List<Lookup> all = List.copyOf(made.keySet());
            int most = BatchSize.ofReadBack(object, fields, engine.describes());
            for (int from = 0; from < all.size(); from += most) {
                List<Lookup> part = all.subList(from, Math.min(all.size(), from + most));
                take(answers(object, fields, part), part, made, read);
            }
        } catch (CallFailure failure) {
            works.forEach(work -> work.note(notRead(failure.problem())));
        } catch (SalesforceException problem) {
            works.forEach(work -> work.note(notRead(problem)));
        }
        return read;
    }

    private static List<LeadWork> members(Collection<List<LeadWork>> groups) {
        return groups.stream().flatMap(List::stream).toList();
    }

    private Answers answers(String object, Set<String> fields, List<Lookup> part) {
        if (!held.hold(1)) {
            throw new LimitReachedException(
                    Reason.of(
                            ReasonCode.RESERVE_REACHED, "The API calls that are left of the day are kept for others."),
                    null);
        }
        Needs needs = new Needs().fields(object, fields);
        part.forEach(needs::lookup);
        return engine.reader().read(needs, meter);
    }

    private static void take(
            Answers answers, List<Lookup> part, Map<Lookup, List<LeadWork>> made, List<LeadWork> read) {
        for (Lookup lookup : part) {
            answers.to(lookup)
                    .flatMap(Answer::first)
                    .ifPresent(record -> made.getOrDefault(lookup, List.of())
                            .forEach(work -> read.add(ReadBack.found(work, record))));
        }
    }

    private static Reason notRead(SalesforceException problem) {
        return Reason.of(
                problem.reason().code(),
                "The owner of the new record could not be read back: "
                        + problem.reason().text());
    }
}
