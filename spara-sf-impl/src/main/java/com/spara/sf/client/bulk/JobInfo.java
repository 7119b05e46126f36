package com.spara.sf.client.bulk;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.json.JsonView;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a job stands.
 *
 * @param id its Id
 * @param state by Salesforce's name; one that is not known counts as work going on
 * @param processed how many rows were come to, those that were refused among them
 * @param failed how many were refused
 * @param errorMessage why the job failed, in Salesforce's words, which may hold people's data; empty if it did not
 * @param format how its CSV is written
 */
public record JobInfo(String id, String state, long processed, long failed, String errorMessage, CsvFormat format) {

    private static final Pattern CODE = Pattern.compile("^([A-Za-z_]{3,60}) ?:");

    static JobInfo of(JsonView job) {
        return new JobInfo(
                job.at("id").textOrEmpty(),
                job.at("state").textOrEmpty(),
                job.at("numberRecordsProcessed").intOr(0),
                job.at("numberRecordsFailed").intOr(0),
                job.at("errorMessage").textOrEmpty(),
                CsvFormat.of(job));
    }

    /** Whether it waits for its rows. */
    public boolean isOpen() {
        return state.equals("Open");
    }

    /** Whether all rows were come to, though not all need have been taken. */
    public boolean isComplete() {
        return state.equals("JobComplete");
    }

    /** Whether it begins nothing any more. */
    public boolean isOver() {
        return isComplete() || isAborted() || state.equals("Failed");
    }

    /** Whether somebody stopped it; it may be at work at some rows still. */
    public boolean isAborted() {
        return state.equals("Aborted");
    }

    /** Why it was not completed; empty if it was, or still may be. */
    public Optional<Reason> problem() {
        return switch (state) {
            case "Failed" ->
                Optional.of(Reason.of(
                        ReasonCode.JOB_FAILED,
                        "Salesforce gave the job up" + code() + ". Rows that were not come to are unprocessed."));
            case "Aborted" ->
                Optional.of(Reason.of(ReasonCode.JOB_ABORTED, "Somebody stopped the job before it was complete."));
            default -> Optional.empty();
        };
    }

    private String code() {
        Matcher found = CODE.matcher(errorMessage);
        return found.find() ? " (" + found.group(1) + ")" : "";
    }

    @Override
    public String toString() {
        return "job " + id + " " + state;
    }
}
