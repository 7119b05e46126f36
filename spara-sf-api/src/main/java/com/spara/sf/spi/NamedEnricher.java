package com.spara.sf.spi;

import com.spara.sf.Lead;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** An enricher with a single lookup, made of two functions. */
record NamedEnricher(
        String name, BiFunction<Lead, Found, Optional<Lookup>> lookup, BiFunction<Lead, Answer, Lead> function)
        implements Enricher {

    @Override
    public List<Lookup> lookups(Lead lead, Found found) {
        return lookup.apply(lead, found).stream().toList();
    }

    @Override
    public Enriched enrich(Lead lead, Found found) {
        Lead enriched = lookup.apply(lead, found)
                .flatMap(found::answer)
                .map(answer -> function.apply(lead, answer))
                .orElse(lead);
        return Enriched.of(enriched);
    }

    @Override
    public String toString() {
        return name;
    }
}
