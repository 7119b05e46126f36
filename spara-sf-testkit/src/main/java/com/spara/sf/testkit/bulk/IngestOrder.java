package com.spara.sf.testkit.bulk;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an ingest job is to do, as it was asked for.
 *
 * @param externalIdField the key of an upsert; an empty text when none was named
 * @param assignmentRuleId the rule that chooses owners; an empty text when none does
 */
public record IngestOrder(
        String object, Operation operation, String externalIdField, String assignmentRuleId, CsvFormat format) {
    /** What is done with each row. */
    public enum Operation {
        INSERT("insert"),
        UPDATE("update"),
        UPSERT("upsert"),
        DELETE("delete"),
        HARD_DELETE("hardDelete");

        private final String wireName;

        Operation(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        public static Optional<Operation> named(String wireName) {
            return Arrays.stream(values())
                    .filter(operation -> operation.wireName.equals(wireName))
                    .findFirst();
        }

        boolean isDelete() {
            return this == DELETE || this == HARD_DELETE;
        }
    }
}
