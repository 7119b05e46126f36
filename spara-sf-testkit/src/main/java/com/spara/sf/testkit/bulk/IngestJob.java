package com.spara.sf.testkit.bulk;

import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.schema.SObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job that saves or deletes a record for each row of a CSV. */
public final class IngestJob extends Job {
    private final IngestOrder order;
    private final SObject type;
    private final Records records;
    private final List<RowOutcome> outcomes = new ArrayList<>();
    private byte @Nullable [] content;

    IngestJob(Origin origin, IngestOrder order, Records records) {
        super(origin, JobState.OPEN);
        this.order = order;
        this.records = records;
        this.type = records.schema().require(order.object());
    }

    public IngestOrder order() {
        return order;
    }

    /** The name of the object in the org's own spelling. */
    public String object() {
        return type.name();
    }

    @Override
    public CsvFormat format() {
        return order.format();
    }

    @Override
    public int processed() {
        return outcomes.size();
    }

    /** How many of the records that are done were refused. */
    public int failed() {
        return (int) outcomes.stream().filter(RowOutcome::isFailure).count();
    }

    boolean hasContent() {
        return content != null;
    }

    void upload(byte[] csv) {
        content = csv;
    }

    CsvReader read() {
        return new CsvReader(content == null ? new byte[0] : content, format());
    }

    List<RowOutcome> outcomes() {
        return outcomes;
    }

    @Override
    void run() {
        run(Long.MAX_VALUE);
    }

    @Override
    void finishChunk() {
        run(IngestRun.CHUNK);
    }

    private void run(long rows) {
        try {
            new IngestRun(this, records).run(rows);
        } catch (CsvException e) {
            fail(String.valueOf(e.getMessage()), records.now());
        }
    }
}
