package com.spara.sf.testkit.bulk;

import com.spara.sf.testkit.records.Question;
import com.spara.sf.testkit.records.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The jobs of one kind. Work goes on when somebody polls, and when time passes; results are kept for seven days. */
final class Jobs<J extends Job> {
    private static final String PREFIX = "750";
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration WORK = Duration.ofSeconds(30);
    private static final Duration CHUNK = Duration.ofSeconds(10);

    private final Records records;
    private final Map<String, J> jobs = new LinkedHashMap<>();

    Jobs(Records records) {
        this.records = records;
    }

    J add(String userId, int version, Function<Job.Origin, J> make) {
        Job.Origin origin = new Job.Origin(records.nextId(PREFIX), userId, version, records.now());
        J job = make.apply(origin);
        jobs.put(job.id(), job);
        return job;
    }

    List<J> all() {
        forgetOldOnes();
        return List.copyOf(jobs.values());
    }

    Optional<J> find(String id) {
        forgetOldOnes();
        return Optional.ofNullable(jobs.get(id));
    }

    private void forgetOldOnes() {
        Instant oldest = records.now().minus(KEPT);
        jobs.values().removeIf(job -> !job.origin().created().isAfter(oldest));
    }

    /** Lets the job be done by itself after a while, unless it was polled to its end before. */
    void begin(J job) {
        job.become(JobState.UPLOAD_COMPLETE, records.now());
        records.time().later(WORK, () -> {
            if (job.state().isWaiting() && jobs.containsKey(job.id())) {
                finish(job);
            }
        });
    }

    /** The job one step further on. */
    void poll(J job) {
        if (job.state() == JobState.UPLOAD_COMPLETE) {
            job.become(JobState.IN_PROGRESS, records.now());
        } else if (job.state() == JobState.IN_PROGRESS) {
            finish(job);
        }
    }

    private void finish(J job) {
        job.run();
        if (!job.state().isOver()) {
            job.become(JobState.JOB_COMPLETE, records.now());
        }
    }

    void abort(J job) {
        if (job.state().isOver()) {
            throw JobException.wrongState(job, "abort");
        }
        boolean isAtWork =
                job.state() == JobState.IN_PROGRESS && records.answers().is(Question.ABORTED_JOBS_FINISH_THEIR_CHUNK);
        job.become(JobState.ABORTED, records.now());
        if (isAtWork) {
            records.time().later(CHUNK, job::finishChunk);
        }
    }

    void delete(J job) {
        if (!job.state().isDeletable()) {
            throw JobException.wrongState(job, "delete");
        }
        jobs.remove(job.id());
    }
}
