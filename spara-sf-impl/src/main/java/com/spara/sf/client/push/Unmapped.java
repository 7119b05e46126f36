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
        Set<String> unmapped = new TreeSet<>();
        lead.values().forEach((key, value) -> addIfUnmapped(key, unmapped));
        lead.cleared().forEach(key -> addIfUnmapped(key, unmapped));
        return List.copyOf(unmapped);
    }

    private void addIfUnmapped(String key, Set<String> unmapped) {
        if (!mapped.contains(key) && !key.equals(LeadField.EMAIL) && !key.startsWith(OURS)) {
            unmapped.add(key);
        }
    }
}
