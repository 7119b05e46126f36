package com.spara.sf.client.check;

import com.spara.sf.LeadField;
import com.spara.sf.settings.OrgField;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Fields whose names are like that of a field of the lead, the likeliest first. */
final class Suggestions {

    private static final int MOST = 5;
    private static final int LONG = 4_000;
    private static final int SAME = 100;

    private final String leadField;
    private final Set<String> wanted;

    Suggestions(String leadField) {
        this.leadField = leadField;
        this.wanted = words(leadField);
    }

    List<OrgField> among(List<OrgField> fields) {
        Map<String, Integer> likeness = new HashMap<>();
        fields.forEach(field -> likeness.put(field.name(), likeness(field)));
        Comparator<OrgField> likeliest = Comparator.comparingInt(field -> -likeness.getOrDefault(field.name(), 0));
        return fields.stream()
                .filter(field -> likeness.getOrDefault(field.name(), 0) > 0)
                .sorted(likeliest.thenComparing(OrgField::name))
                .limit(MOST)
                .toList();
    }

    private int likeness(OrgField field) {
        if (leadField.equals(LeadField.CONVERSATION)) {
            return field.type().equals("textarea") && field.length() >= LONG ? field.length() : 0;
        }
        return Math.max(likeness(words(field.name().replaceFirst("__c$", ""))), likeness(words(field.label())));
    }

    /** The same words, or all words of the one among those of the other; the fewer are left over the better. */
    private int likeness(Set<String> words) {
        if (String.join("", words).equals(String.join("", wanted))) {
            return SAME;
        }
        boolean isPart = words.containsAll(wanted) || wanted.containsAll(words);
        return isPart && !words.isEmpty() ? Math.max(1, SAME / 2 - Math.abs(words.size() - wanted.size())) : 0;
    }

    private static Set<String> words(String name) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(name.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }
}
