package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.SyncSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the fields of a lead that no mapping takes: a misspelt name, as a rule. */
final class Unmapped {

    private static final String OURS = "salesforce_";

    private final Set<String> mapped;

    Unmapped(SyncSettings settings) {
        this.mapped = PushPipeline.OBJECTS.stream()
                .flatMap(object -> settings.rule(object).mappings().stream())
                .map(FieldMapping::leadField)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    List<String> of(Lead lead) {
        return Stream.concat(lead.values().keySet().stream(), lead.cleared().stream())
                .filter(key -> !mapped.contains(key) && !key.equals(LeadField.EMAIL) && !key.startsWith(OURS))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }
}
