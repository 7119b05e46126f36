package com.spara.sf.testkit.records;

import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An active duplicate rule.
 *
 * @param name the rule's developer name
 * @param blocks whether nobody may save all the same
 * @param runsOnEdit whether it runs on updates, too
 * @param message the alert
 */
public record DuplicateCheck(String name, boolean blocks, boolean runsOnEdit, String message, List<Match> matches) {
    public DuplicateCheck {
        matches = List.copyOf(matches);
    }

    /**
     * How one object is searched.
     *
     * @param object the object whose records are compared; null for the object that the rule is for
     * @param field the field whose values must be the same, which is searched by its index; null for any
     * @param test whether an incoming record and one of the object match
     */
    public record Match(@Nullable String object, @Nullable String field, BiPredicate<Row, Row> test) {}
}
