package com.spara.sf.orgcheck;

import java.util.Optional;

/** Describes ride in the reads that are made anyway, and are large; so they are asked for on condition. */
final class ConditionalDescribe implements Assumption {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Request DESCRIBE = Request.get("/sobjects/Lead/describe");

    @Override
    public String statement() {
        return "A describe inside a composite answers 304 to If-Modified-Since.";
    }

    @Override
    public Finding look(Workbench bench) {
        Reply inside = Workbench.require("a describe", bench.inComposite(DESCRIBE));
        Reply alone = Workbench.require("a describe", bench.send(DESCRIBE));
        Optional<String> modified = inside.header("Last-Modified").or(() -> alone.header("Last-Modified"));
        String since = modified.or(() -> alone.header("Date"))
                .orElseThrow(() -> new UnansweredException("the org tells no date"));
        Reply reply = bench.inComposite(DESCRIBE.with("If-Modified-Since", since));
        String facts = reply.facts() + ", Last-Modified "
                + (inside.header("Last-Modified").isPresent() ? "" : "not ") + "among the headers of the part";
        return reply.status() == OK || reply.status() == NOT_MODIFIED
                ? Finding.of(reply.status() == NOT_MODIFIED, facts)
                : Finding.unanswered(facts);
    }
}
