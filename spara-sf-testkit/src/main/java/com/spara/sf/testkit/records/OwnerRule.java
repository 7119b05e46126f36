package com.spara.sf.testkit.records;

import org.jspecify.annotations.Nullable;

/** An active assignment rule: who owns this record; null when no entry of the rule matches. */
@FunctionalInterface
public interface OwnerRule {
    @Nullable
    String ownerOf(Row row);
}
