package com.spara.sf.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The mappings of one object, no two of which write the same Salesforce field. */
final class MappingRows {

    private MappingRows() {}

    static List<FieldMapping> plus(List<FieldMapping> mappings, FieldMapping added) {
        for (FieldMapping mapping : mappings) {
            if (mapping.salesforceField().equalsIgnoreCase(added.salesforceField())) {
                throw new IllegalArgumentException("Two mappings write the Salesforce field "
                        + mapping.salesforceField() + ": from " + mapping.source() + " and from " + added.source()
                        + ". Keep one of them.");
            }
        }
        List<FieldMapping> more = new ArrayList<>(mappings);
        more.add(added);
        return Collections.unmodifiableList(more);
    }
}
