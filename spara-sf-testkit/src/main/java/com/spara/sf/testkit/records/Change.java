package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.SObject;
import java.util.Map;

/** One record that is to be saved. */
public sealed interface Change {
    /** The fields that were sent. */
    Map<String, ?> values();

    /** A new record. */
    record Create(SObject type, Map<String, ?> values) implements Change {}

    /** A change of the record with this Id. */
    record Update(String id, Map<String, ?> values) implements Change {}
}
