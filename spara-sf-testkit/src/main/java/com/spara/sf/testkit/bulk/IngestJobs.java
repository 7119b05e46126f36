package com.spara.sf.testkit.bulk;

import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;
import com.spara.sf.testkit.schema.FieldType;
import com.spara.sf.testkit.schema.SObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The jobs that load data into an org. Used within the records' lock. */
public final class IngestJobs {
    private static final Duration LONGEST_OPEN = Duration.ofHours(24);

    private final Records records;
    private final Jobs<IngestJob> jobs;

    public IngestJobs(Records records) {
        this.records = records;
        this.jobs = new Jobs<>(records);
    }

    /** A new job, to be filled; throws {@link JobException} when it could never work. */
    public IngestJob create(IngestOrder order, String userId, int version) {
        SObject type = records.view(userId)
                .schema()
                .object(order.object())
                .orElseThrow(() -> JobException.invalidJob("Unable to find object: " + order.object()));
        if (order.operation() == IngestOrder.Operation.UPSERT) {
            requireKey(order, type);
        } else if (!order.externalIdField().isEmpty()) {
            throw JobException.invalidJob("External ID is only for upsert");
        }
        IngestJob job = jobs.add(userId, version, origin -> new IngestJob(origin, order, records));
        records.time().later(LONGEST_OPEN, () -> closeForgotten(job));
        return job;
    }

    private static void requireKey(IngestOrder order, SObject type) {
        String name = order.externalIdField();
        if (name.isEmpty()) {
            throw JobException.invalidJob("External ID was not specified for an upsert");
        }
        if (type.field(name).filter(IngestJobs::isKey).isEmpty()) {
            throw JobException.invalidJob("Field name provided, " + name
                    + " does not match an External ID, Salesforce Id, or indexed field for " + type);
        }
    }

    private static boolean isKey(Field field) {
        return field.type() == FieldType.ID || field.is(FieldFlag.EXTERNAL_ID) || field.is(FieldFlag.ID_LOOKUP);
    }

    public List<IngestJob> all() {
        return jobs.all();
    }

    public Optional<IngestJob> find(String id) {
        return jobs.find(id);
    }

    /** Takes the data, which can be done once; throws {@link JobException} at the second time. */
    public void upload(IngestJob job, byte[] csv) {
        if (job.state() != JobState.OPEN || job.hasContent()) {
            throw new JobException(
                    "INVALIDJOBSTATE",
                    "Found multiple contents for job: <" + job.id() + ">, please 'Close' / 'Abort' / 'Delete' the"
                            + " current Job then create a new Job and make sure you only do 'PUT' once on a given Job.");
        }
        job.upload(csv);
    }

    /** Begins the work; throws {@link JobException} when it has begun. */
    public void close(IngestJob job) {
        if (job.state() != JobState.OPEN) {
            throw JobException.wrongState(job, "close");
        }
        jobs.begin(job);
    }

    private void closeForgotten(IngestJob job) {
        if (job.state() == JobState.OPEN && jobs.find(job.id()).isPresent()) {
            jobs.begin(job);
        }
    }

    public void abort(IngestJob job) {
        jobs.abort(job);
    }

    public void delete(IngestJob job) {
        jobs.delete(job);
    }

    /** Lets the job come one step further. */
    public void poll(IngestJob job) {
        jobs.poll(job);
    }

    /** The rows that were saved, as CSV; throws {@link JobException} when the job is not over. */
    public byte[] successful(IngestJob job) {
        return results(job).successful();
    }

    /** The rows that were refused, as CSV; throws {@link JobException} when the job is not over. */
    public byte[] failed(IngestJob job) {
        return results(job).failed();
    }

    /** The rows that were not come to, as CSV; throws {@link JobException} when the job is not over. */
    public byte[] unprocessed(IngestJob job) {
        return results(job).unprocessed();
    }

    private IngestResults results(IngestJob job) {
        if (!job.state().isOver()) {
            throw JobException.wrongState(job, "give results");
        }
        return new IngestResults(job, records);
    }
}
