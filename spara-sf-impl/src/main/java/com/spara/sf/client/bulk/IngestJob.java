package com.spara.sf.client.bulk;

import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A job that saves rows: {@link #upload}, {@link #close}, {@link #await}, then the results. All methods throw {@link
 * CallFailure} if there is no usable answer, and if the job is gone ({@code JOB_GONE}); each may be called again then, in another
 * process too, and does nothing twice.
 */
public final class IngestJob extends Job {

    /** Base64 makes four bytes of three, and a job takes 150 MB of those (Bulk API 2.0 guide, "Upload Job Data"). */
    private static final long LONGEST_UPLOAD = 100_000_000;

    private static final String HAS_DATA = "INVALIDJOBSTATE";

    private final CsvFormat format;
    private final long longestUpload;

    IngestJob(JobCalls calls) {
        this(calls, CsvFormat.USUAL, LONGEST_UPLOAD);
    }

    IngestJob(JobCalls calls, CsvFormat format, long longestUpload) {
        super(calls);
        this.format = format;
        this.longestUpload = longestUpload;
    }

    /**
     * Sends rows, as many as a job takes, and returns how many those are. A job takes data once: if it has some, from a try
     * whose answer was lost or from a process that ended, nothing is sent, and the answer is what was sent then, as long as the
     * rows are the same.
     */
    public Uploaded upload(UploadRows rows) {
        Sending sending = new Sending(rows);
        RestAnswer answer = sending.send();
        if (answer.isSuccess()) {
            return sending.uploaded();
        }
        if (answer.errorCode().equals(HAS_DATA)) {
            return measured(rows);
        }
        JobCalls.required(answer);
        throw JobCalls.incomplete("The job did not say whether it took the rows.");
    }

    private Uploaded measured(UploadRows rows) {
        try (CsvUpload csv = new CsvUpload(rows, format, longestUpload)) {
            csv.transferTo(OutputStream.nullOutputStream());
            return csv.uploaded();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Says that the data is complete, so that the work begins. A job that was closed before stays as it is. */
    public JobInfo close() {
        return calls.become("UploadComplete");
    }

    /**
     * Tells the rows that were saved, in no order: the columns that were sent, and {@code sf__Id} and {@code sf__Created}. If
     * the answer breaks off it is read again, and rows come twice; returns how many there are.
     */
    public long successful(JobInfo over, Consumer<SavedRow> taker) {
        long expected = over.isComplete() ? over.processed() - over.failed() : -1;
        return read(
                "successfulResults",
                over,
                new Results(expected, row -> taker.accept(new SavedRow(row))),
                SavedRow.ADDED);
    }

    /** Tells the rows that were refused, in no order, and perhaps twice, as {@link #successful} does. */
    public long failed(JobInfo over, Consumer<RefusedRow> taker) {
        long expected = over.isComplete() ? over.failed() : -1;
        return read(
                "failedResults",
                over,
                new Results(expected, row -> taker.accept(new RefusedRow(row))),
                RefusedRow.ADDED);
    }

    /** Tells the rows that were not come to, in no order, and perhaps twice, as {@link #successful} does. */
    public long unprocessed(JobInfo over, Consumer<CsvRow> taker) {
        return read("unprocessedrecords", over, new Results(-1, taker), List.of());
    }

    private long read(String part, JobInfo over, Results results, List<String> columns) {
        try {
            calls.read(calls.path() + "/" + part, new CsvRows(over.format(), columns, results));
            return results.count;
        } finally {
            results.throwBroken();
        }
    }

    /** One upload, each of whose tries opens the rows anew. */
    private final class Sending {

        private final UploadRows rows;
        private final AtomicReference<@Nullable CsvUpload> last = new AtomicReference<>();

        Sending(UploadRows rows) {
            this.rows = rows;
        }

        RestAnswer send() {
            return calls.call(RestRequest.upload(calls.path() + "/batches", this::open)
                    .with(Map.of("Content-Type", "text/csv; charset=UTF-8"))
                    .into(IngestJob::nothing));
        }

        private InputStream open() {
            CsvUpload csv = new CsvUpload(rows, format, longestUpload);
            last.set(csv);
            return csv;
        }

        Uploaded uploaded() {
            CsvUpload csv = last.get();
            return csv == null ? new Uploaded(0, List.of()) : csv.uploaded();
        }
    }

    /** Salesforce says nothing when it took the data; a page of anything else is not its answer. */
    private static void nothing(JsonView headers, InputStream body) throws IOException {
        if (body.read() >= 0) {
            throw new IOException("The answer to an upload is not empty.");
        }
    }

    /** The rows of a result, of which there must be as many as the job says, where it says so. */
    private static final class Results implements CsvRows.Taker {

        private final long expected;
        private final Consumer<CsvRow> taker;
        private long count;
        private @Nullable RuntimeException broken;

        Results(long expected, Consumer<CsvRow> taker) {
            this.expected = expected;
            this.taker = taker;
        }

        @Override
        public void begin() {
            count = 0;
        }

        /** What goes wrong in the caller's code is no failure of the wire, and is not tried again. */
        @Override
        public boolean take(CsvRow row, long charactersRead) {
            count++;
            try {
                taker.accept(row);
                return true;
            } catch (RuntimeException failed) {
                broken = failed;
                return false;
            }
        }

        @Override
        public void end(JsonView headers) throws IOException {
            if (expected >= 0 && count != expected) {
                throw new IOException("The results have more or fewer rows than the job says.");
            }
        }

        void throwBroken() {
            if (broken != null) {
                throw broken;
            }
        }
    }
}
