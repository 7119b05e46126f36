package com.spara.sf.orgcheck;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A bulk job that saves a few Leads of this run; once it is over, it is deleted with its results. */
final class BulkJob {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_POLLS = 90;
    private static final Set<String> OVER = Set.of("JobComplete", "Failed", "Aborted");

    private final Workbench bench;
    private final String path;
    private int refused;
    private String refusals = "";

    private BulkJob(Workbench bench, String id) {
        this.bench = bench;
        this.path = "/jobs/ingest/" + id;
    }

    /** Makes a job that waits for its rows. */
    static BulkJob open(Workbench bench, String operation) {
        Reply made = Workbench.require(
                "making a bulk job",
                bench.send(Request.post("/jobs/ingest", Map.of("object", "Lead", "operation", operation))));
        return Reply.text(made.object(), "id")
                .map(id -> new BulkJob(bench, id))
                .orElseThrow(() -> new UnansweredException("a bulk job has no Id: " + made.facts()));
    }

    /** Makes a job of these rows and waits until it is over. */
    static BulkJob run(Workbench bench, String operation, String csv) {
        BulkJob job = open(bench, operation);
        try {
            Workbench.require("an upload", job.upload(csv));
            Workbench.require("closing a bulk job", job.become("UploadComplete"));
            job.finish();
            return job;
        } finally {
            job.abort();
        }
    }

    Reply upload(String csv) {
        return bench.send(Request.upload(path + "/batches", csv));
    }

    private Reply become(String state) {
        return bench.send(Request.patch(path, Map.of("state", state)));
    }

    /** Stops it, unless it is over, and takes it away; what is refused of that does no harm. */
    void abort() {
        become("Aborted");
        bench.send(Request.delete(path));
    }

    private void finish() {
        for (int polls = 0; polls < MOST_POLLS; polls++) {
            Reply info = Workbench.require("asking how a bulk job stands", bench.send(Request.get(path)));
            String state = Reply.text(info.object(), "state").orElse("");
            if (OVER.contains(state)) {
                requireComplete(state);
                read(info);
                return;
            }
            bench.pause(PAUSE);
        }
        throw new UnansweredException("a bulk job was not over in time");
    }

    private static void requireComplete(String state) {
        if (!state.equals("JobComplete")) {
            throw new UnansweredException("a bulk job ended as " + state);
        }
    }

    private void read(Reply info) {
        refused = info.object().get("numberRecordsFailed") instanceof JsonNumber number ? number.intValue() : 0;
        Reply results = Workbench.require(
                "reading what was refused",
                bench.send(Request.get(path + "/failedResults").with("Accept", "text/csv")));
        refusals = results.body() instanceof JsonString csv ? csv.getString() : "";
    }

    /** How many rows were refused. */
    int refused() {
        return refused;
    }

    /** The rows that were refused, as CSV; it holds data, so it is not shown. */
    String refusals() {
        return refusals;
    }

    void requireNoRefusal() {
        if (refused > 0) {
            throw new UnansweredException("a bulk job refused a row");
        }
    }
}
