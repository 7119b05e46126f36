package com.spara.sf.testkit.records;

import java.util.List;

/**
 * What a duplicate rule found.
 *
 * @param allowsSave whether the request may insist; a rule that blocks does not let it
 * @param rule the rule's developer name
 * @param object the object that the rule is for
 */
public record DuplicateFinding(boolean allowsSave, String rule, String object, String message, List<Matches> matches) {
    public DuplicateFinding {
        matches = List.copyOf(matches);
    }

    /**
     * The records of one object that match.
     *
     * @param rows those that the user may see
     * @param size how many there are
     */
    public record Matches(String object, String rule, List<Row> rows, int size) {
        public Matches {
            rows = List.copyOf(rows);
        }
    }
}
