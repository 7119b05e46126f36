package com.spara.sf.orgcheck;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** <em>Only if empty</em> is guarded by a header whose work inside a composite no document describes. */
final class GuardedPatch implements Assumption {
    private static final int PRECONDITION_FAILED = 412;
    private static final DateTimeFormatter SALESFORCE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);
    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    @Override
    public String statement() {
        return "If-Unmodified-Since guards the PATCH of a Lead inside a composite.";
    }

    @Override
    public Finding look(Workbench bench) {
        String id = bench.create(bench.lead(Map.of()));
        Instant changed = changed(bench, id);
        Reply since = bench.inComposite(patch(id, changed));
        Reply before = bench.inComposite(patch(id, changed.minus(Duration.ofHours(1))));
        return Finding.of(
                since.isSuccess() && before.status() == PRECONDITION_FAILED,
                "unmodified since its own SystemModstamp: " + since.facts() + "; since an hour before: "
                        + before.facts());
    }

    private static Request patch(String id, Instant since) {
        return Request.patch(Workbench.row(id), Map.of("Title", "at " + since.getEpochSecond()))
                .with("If-Unmodified-Since", HTTP.format(since));
    }

    private static Instant changed(Workbench bench, String id) {
        try {
            String text = Reply.text(bench.read(id, "SystemModstamp"), "SystemModstamp")
                    .orElse("");
            return OffsetDateTime.parse(text, SALESFORCE).toInstant();
        } catch (DateTimeException e) {
            throw new UnansweredException("SystemModstamp is not written as expected", e);
        }
    }
}
