package com.spara.sf.spi;

import com.spara.sf.Lead;
import java.util.List;
import java.util.function.BiFunction;

/** A matcher made of a function. */
record NamedMatcher(String name, BiFunction<Lead, String, List<Lookup>> function) implements Matcher {

    NamedMatcher {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "A matcher needs a name, by which results and settings speak of it; this one is blank.");
        }
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
