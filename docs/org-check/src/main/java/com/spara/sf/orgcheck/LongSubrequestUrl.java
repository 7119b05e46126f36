package com.spara.sf.orgcheck;

import java.util.ArrayList;
import java.util.List;

/** The queries of a batch travel in the url of a subrequest, which no document limits. */
final class LongSubrequestUrl implements Assumption {
    private static final int KNOWN_LIMIT = 16_384;
    private static final List<Integer> LENGTHS = List.of(16_000, 20_000, 60_000, 120_000);
    private static final String VALUE = "'org-check-org-check'";

    @Override
    public String statement() {
        return "The url of a subrequest in a composite may be longer than 16 KB.";
    }

    @Override
    public Finding look(Workbench bench) {
        List<String> facts = new ArrayList<>();
        int longest = 0;
        for (int length : LENGTHS) {
            Reply reply = bench.inComposite(Request.get(pathOf(length)));
            facts.add(length + " characters: " + reply.facts());
            if (!reply.isSuccess()) {
                break;
            }
            longest = length;
        }
        String seen = String.join("; ", facts);
        return longest == 0 ? Finding.unanswered(seen) : Finding.of(longest > KNOWN_LIMIT, seen);
    }

    /** A query whose url is about that long, and surely longer than the limit if the length is. */
    private static String pathOf(int length) {
        int value = Workbench.query("query", VALUE + ",").length()
                - Workbench.query("query", "").length();
        List<String> values = new ArrayList<>();
        for (int written = 0; written < length - value; written += value) {
            values.add(VALUE);
        }
        return Workbench.query("query", "SELECT Id FROM Lead WHERE LastName IN (" + String.join(",", values) + ")");
    }
}
