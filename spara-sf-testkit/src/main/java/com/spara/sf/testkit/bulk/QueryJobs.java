package com.spara.sf.testkit.bulk;

import com.spara.sf.testkit.query.OrgQueries;
import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.schema.FieldType;
import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.soql.PlainQuery;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jobs that read data out of an org. Used within the records' lock. */
public final class QueryJobs {
    private static final int USUAL_PAGE = 50_000;
    private static final Pattern POSITION = Pattern.compile("(\\w+)\\.(\\d{1,9})");

    private final Records records;
    private final OrgQueries queries;
    private final Jobs<QueryJob> jobs;

    public QueryJobs(Records records, OrgQueries queries) {
        this.records = records;
        this.queries = queries;
        this.jobs = new Jobs<>(records);
    }

    /**
     * A part of an answer.
     *
     * @param locator names the next part; an empty text when there is none
     */
    public record Page(byte[] csv, int rows, String locator) {}

    /** A new job, which begins at once; throws when the query cannot be answered by a job. */
    public QueryJob create(QueryOrder order, String userId, int version) {
        PlainQuery query = PlainQuery.of(order.soql());
        SObject type = records.view(userId)
                .schema()
                .object(query.object())
                .orElseThrow(() -> JobException.invalidJob("Unable to find object: " + query.object()));
        requireSimpleFields(query, type);
        QueryJob job = jobs.add(userId, version, origin -> new QueryJob(origin, order, queries, records.clock()));
        jobs.begin(job);
        return job;
    }

    private static void requireSimpleFields(PlainQuery query, SObject type) {
        query.columns().stream()
                .flatMap(column -> type.field(column).stream())
                .filter(field -> field.type() == FieldType.ADDRESS)
                .findFirst()
                .ifPresent(field -> {
                    throw new JobException(
                            "API_ERROR", "Selecting compound data not supported in Bulk Query: " + field.name());
                });
    }

    public List<QueryJob> all() {
        return jobs.all();
    }

    public Optional<QueryJob> find(String id) {
        return jobs.find(id);
    }

    public void abort(QueryJob job) {
        jobs.abort(job);
    }

    public void delete(QueryJob job) {
        jobs.delete(job);
    }

    /** Lets the job come one step further. */
    public void poll(QueryJob job) {
        jobs.poll(job);
    }

    /**
     * The part that the locator names, the first one for an empty text; empty when it names none. Throws {@link
     * JobException} when the job is not complete.
     */
    public Optional<Page> page(QueryJob job, String locator, Optional<Integer> mostRows) {
        if (job.state() != JobState.JOB_COMPLETE) {
            throw JobException.wrongState(job, "give results");
        }
        int size = mostRows.orElse(USUAL_PAGE);
        return offset(job, locator).map(from -> {
            int rows = Math.min(size, job.processed() - from);
            int next = from + rows;
            return new Page(job.csv(from, rows), rows, next < job.processed() ? locator(job, next) : "");
        });
    }

    private static String locator(QueryJob job, int offset) {
        String position = job.id() + "." + offset;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Integer> offset(QueryJob job, String locator) {
        if (locator.isEmpty()) {
            return Optional.of(0);
        }
        Matcher position = POSITION.matcher(decoded(locator));
        return position.matches() && position.group(1).equals(job.id())
                ? Optional.of(Integer.parseInt(position.group(2))).filter(offset -> offset < job.processed())
                : Optional.empty();
    }

    private static String decoded(String locator) {
        try {
            return new String(Base64.getUrlDecoder().decode(locator), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }
}
