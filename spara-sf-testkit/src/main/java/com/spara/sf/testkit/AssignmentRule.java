package com.spara.sf.testkit;

import com.spara.sf.RecordId;
import org.jspecify.annotations.Nullable;

/** The active assignment rule of an object: chooses the owner of a record that is created or updated over the API. */
@FunctionalInterface
public interface AssignmentRule {
    /**
     * Chooses the owner.
     *
     * @param record the record as it is about to be saved; a new one has no Id yet
     * @return a user or a queue; null when no entry of the rule matches, and the owner stays
     */
    @Nullable
    RecordId ownerOf(FakeRecord record);
}
