package com.spara.sf.client.bulk;

import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.spi.Sleeper;

/** The jobs of an org: new ones, and those that are there, by their Ids. Safe for use by many threads. */
public final class BulkJobs {

    private static final String QUERY = "query";
    private static final String INGEST = "ingest";

    private final JobCalls.Room room;

    /** Makes the jobs of an org. */
    public BulkJobs(Composite composite, Sleeper sleeper) {
        this.room = new JobCalls.Room(composite, sleeper);
    }

    /**
     * Makes a job that reads, which begins at once.
     *
     * @throws CallFailure if there is no usable answer, or Salesforce takes no such query into a job
     */
    public QueryJob begin(QueryOrder order, CallMeter meter) {
        return query(created(QUERY, RestRequest.of("POST", room.path(QUERY), order::write), meter), meter);
    }

    /** The job of that Id, which reads. */
    public QueryJob query(String id, CallMeter meter) {
        return new QueryJob(new JobCalls(room, QUERY, id, meter));
    }

    /**
     * Makes a job that saves, which waits for its rows for 24 hours.
     *
     * @throws CallFailure if there is no usable answer, or Salesforce takes no such job
     */
    public IngestJob open(IngestOrder order, CallMeter meter) {
        return ingest(created(INGEST, RestRequest.of("POST", room.path(INGEST), order::write), meter), meter);
    }

    /** The job of that Id, which saves. */
    public IngestJob ingest(String id, CallMeter meter) {
        return new IngestJob(new JobCalls(room, INGEST, id, meter));
    }

    private String created(String kind, RestRequest request, CallMeter meter) {
        return JobCalls.create(room, kind, request, meter).body().at("id").textOrEmpty();
    }
}
