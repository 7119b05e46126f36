package com.spara.sf.spi;

import com.spara.sf.Lead;
import java.util.List;
import java.util.function.BiFunction;

/** A matcher made of a function. */
record NamedMatcher(String name, BiFunction<Lead, String, List<Lookup>> function) implements Matcher {

    /** What a matcher by one field looks up. */
    static List<Lookup> byText(Lead lead, String leadField, String object, String salesforceField) {
        return lead.text(leadField).map(text -> Lookup.in(object).where(salesforceField, text)).stream()
                .toList();
    }

    @Override
    public List<Lookup> lookups(Lead lead, String object) {
        return function.apply(lead, object);
    }

    @Override
    public String toString() {
        return name;
    }
}
