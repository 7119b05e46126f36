package com.spara.sf.testkit.schema;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** An object without its fields. */
public record ObjectHeader(String name, String label, String labelPlural, String keyPrefix, Set<ObjectTrait> traits) {
    public ObjectHeader {
        traits = Set.copyOf(traits);
    }

    /** The same object for a user who may not create or not change its records. */
    ObjectHeader allowing(boolean creates, boolean edits) {
        Set<ObjectTrait> fewer = new HashSet<>(traits);
        fewer.removeIf(trait -> trait == ObjectTrait.CREATE && !creates || trait == ObjectTrait.UPDATE && !edits);
        return new ObjectHeader(name, label, labelPlural, keyPrefix, fewer);
    }

    /** A custom object, of which everything can be done but a merge. */
    public static ObjectHeader custom(String name, String keyPrefix) {
        String label = name.replace("__c", "").replace('_', ' ');
        return new ObjectHeader(
                name, label, label + "s", keyPrefix, EnumSet.complementOf(EnumSet.of(ObjectTrait.MERGE)));
    }
}
