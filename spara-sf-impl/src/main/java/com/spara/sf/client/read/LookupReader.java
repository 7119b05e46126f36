package com.spara.sf.client.read;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.client.rest.RetryPolicy;
import com.spara.sf.spi.Answer;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.SalesforceRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks up everything that is needed in one call, describes that are due riding along. A query that Salesforce refuses is
 * made once more with what the describes show to be visible, the fields of plug-ins in queries of their own, and a last time
 * with the bare fields, so that neither a hidden field nor a plug-in costs a match, or what others look up.
 */
public final class LookupReader {

    private static final int SHORTEST_QUERY = 1_000;
    private static final Set<String> FINAL =
            Set.of(ReasonCode.FIELD_UNKNOWN, ReasonCode.NO_RIGHT, ReasonCode.COMPARED_DIFFERENTLY);

    private final Composite composite;
    private final Describes describes;
    private volatile int longestQuery = QueryGroup.LONGEST_VALUES;

    /** Makes a reader of an org. */
    public LookupReader(Composite composite, Describes describes) {
        this.composite = composite;
        this.describes = describes;
    }

    /**
     * Reads what is needed; every lookup has an answer or a refusal afterwards.
     *
     * @throws CallFailure if the org gives no usable answer
     */
    public Answers read(Needs needs, CallMeter meter) {
        Answers answers = new Answers();
        if (needs.isEmpty()) {
            return answers;
        }
        List<String> due = describes.due(needs.described());
        long revision = describes.revision();
        QueryPlan all = QueryPlan.of(needs, describes);
        run(all, due, answers, meter);
        if (describes.revision() != revision) {
            readWhatIsKnownBetter(needs, all, answers, meter);
        }
        retryWhatWasRefused(needs, due, answers, meter);
        return answers;
    }

    /** Whether a field, or one at the end of a path, can be asked for, as far as the describes in hand tell. */
    public boolean isVisible(String object, String path) {
        return QueryPlan.nothing(describes).isAllowed(object, path);
    }

    /** The rows of a query's answer that say which record they are; none if it was refused. */
    public static List<SalesforceRecord> recordsOf(RestAnswer answer) {
        RecordJson reading = new RecordJson();
        return answer.isSuccess()
                ? answer.body().at("records").items().stream()
                        .map(reading::record)
                        .filter(row -> row.id("Id").isPresent())
                        .toList()
                : List.of();
    }

    /** Asks for describes alone. */
    public void refresh(List<String> objects, CallMeter meter) {
        run(QueryPlan.nothing(describes), objects, new Answers(), meter);
    }

    /** What only a newer describe shows to be visible, or to be a number, was not asked for, and that must not be taken for emptiness. */
    private void readWhatIsKnownBetter(Needs needs, QueryPlan asked, Answers answers, CallMeter meter) {
        QueryPlan now = QueryPlan.of(needs, describes);
        if (now.selectsMoreThan(asked) || now.typedLookups() > asked.typedLookups()) {
            run(now, List.of(), answers, meter);
        }
    }

    private void retryWhatWasRefused(Needs needs, List<String> fresh, Answers answers, CallMeter meter) {
        shortenUntilTaken(needs, answers, meter);
        Set<Lookup> refused = retryable(answers);
        if (refused.isEmpty()) {
            return;
        }
        if (fresh.isEmpty()) {
            refresh(needs.described(), meter);
        }
        run(QueryPlan.apart(needs.only(refused), describes), List.of(), answers, meter);
        Set<Lookup> stillRefused = retryable(answers);
        if (!stillRefused.isEmpty()) {
            run(QueryPlan.bare(needs.only(stillRefused), describes), List.of(), answers, meter);
            stillRefused.stream()
                    .filter(lookup -> answers.to(lookup).isPresent())
                    .map(Lookup::object)
                    .distinct()
                    .forEach(describes::leaveParentsAway);
        }
    }

    /** Nobody has documented how long the address of a subrequest may be, so the lists of values are halved if need be. */
    private void shortenUntilTaken(Needs needs, Answers answers, CallMeter meter) {
        while (longestQuery > SHORTEST_QUERY) {
            Set<Lookup> tooLong = new LinkedHashSet<>();
            answers.refused().forEach((lookup, reason) -> {
                if (reason.is(ReasonCode.QUERY_TOO_LONG)) {
                    tooLong.add(lookup);
                }
            });
            if (tooLong.isEmpty()) {
                return;
            }
            longestQuery /= 2;
            run(QueryPlan.of(needs.only(tooLong), describes), List.of(), answers, meter);
        }
    }

    private static Set<Lookup> retryable(Answers answers) {
        Set<Lookup> refused = new LinkedHashSet<>();
        answers.refused().forEach((lookup, reason) -> {
            if (!FINAL.contains(reason.code())) {
                refused.add(lookup);
            }
        });
        return refused;
    }

    private void run(QueryPlan plan, List<String> due, Answers answers, CallMeter meter) {
        plan.impossible().forEach(answers::refuse);
        plan.vain().forEach(lookup -> answers.put(lookup, nothing(lookup)));
        List<Query> queries = plan.queries(longestQuery);
        int from = 0;
        List<String> describing = due;
        while (from < queries.size() || !describing.isEmpty()) {
            int to = Math.min(queries.size(), from + Composite.MOST_QUERIES);
            send(queries.subList(from, to), describing, meter);
            describing = List.of();
            from = to;
        }
        plan.groups().forEach(group -> assign(group, queries, answers));
    }

    /** An answer that lacks a part is no answer, and a read may be made again. */
    private void send(List<Query> queries, List<String> describing, CallMeter meter) {
        for (int attempt = 1; ; attempt++) {
            try {
                sendOnce(queries, describing, meter);
                return;
            } catch (OrgUnreachableException incomplete) {
                boolean isIncomplete = incomplete.reason().is(ReasonCode.ANSWER_INCOMPLETE);
                if (!isIncomplete || attempt == RetryPolicy.MOST_ATTEMPTS || !composite.mayRepeat()) {
                    throw incomplete;
                }
                meter.countRepeated();
                queries.forEach(Query::startAgain);
            }
        }
    }

    private void sendOnce(List<Query> queries, List<String> describing, CallMeter meter) {
        List<RestRequest> requests = new ArrayList<>();
        describing.forEach(object -> requests.add(describes.request(composite.root(), object)));
        queries.forEach(query -> requests.add(RestRequest.get(composite.root() + query.path())));
        List<RestAnswer> answers = composite.send(requests, meter);
        for (int i = 0; i < describing.size(); i++) {
            if (answers.get(i).status() == 0) {
                throw Query.incomplete();
            }
            describes.learn(describing.get(i), answers.get(i));
        }
        for (int i = 0; i < queries.size(); i++) {
            take(queries.get(i), answers.get(describing.size() + i), meter);
        }
    }

    /** Takes all pages: a row that is missing would be taken for no match. */
    private void take(Query query, RestAnswer first, CallMeter meter) {
        RestAnswer page = first;
        while (query.take(page)) {
            page = composite.sendAlone(RestRequest.get(query.nextPage()), meter);
        }
    }

    private void assign(QueryGroup group, List<Query> all, Answers answers) {
        List<Query> queries = all.stream().filter(query -> query.isOf(group)).toList();
        Reason refusal = queries.stream()
                .flatMap(query -> query.refusal().stream())
                .findFirst()
                .orElse(null);
        if (refusal != null) {
            group.lookups().forEach(lookup -> answers.refuse(lookup, refusal));
            return;
        }
        Assignment assignment = new Assignment(records(queries), field -> isCaseSensitive(group.object(), field));
        group.lookups().forEach(lookup -> answers.put(lookup, assignment.to(group.asked(lookup))));
        if (assignment.hasUnclaimed(group.asked(), group.isShared())) {
            doubtEmptyOnes(group, answers);
        }
    }

    private boolean isCaseSensitive(String object, String field) {
        return describes
                .of(object)
                .flatMap(known -> known.field(field))
                .map(FieldDescribe::isCaseSensitive)
                .orElse(false);
    }

    /** Salesforce compares differently than this library: then an empty answer is not to be trusted. */
    private static void doubtEmptyOnes(QueryGroup group, Answers answers) {
        Reason doubt = Reason.of(
                ReasonCode.COMPARED_DIFFERENTLY,
                "Salesforce found a record whose value this library does not recognise as the one that was asked for.");
        for (Lookup lookup : group.lookups()) {
            if (answers.to(lookup).filter(answer -> answer.count() == 0).isPresent()) {
                answers.doubt(lookup, doubt);
            }
        }
    }

    private static Answer nothing(Lookup lookup) {
        return lookup.isCounting() ? Answer.ofCount(0) : Answer.nothing();
    }

    private static List<SalesforceRecord> records(List<Query> queries) {
        Set<Object> seen = new HashSet<>();
        List<SalesforceRecord> records = new ArrayList<>();
        for (Query query : queries) {
            for (SalesforceRecord record : query.records()) {
                if (seen.add(record.value("Id").orElse(record))) {
                    records.add(record);
                }
            }
        }
        return records;
    }
}
