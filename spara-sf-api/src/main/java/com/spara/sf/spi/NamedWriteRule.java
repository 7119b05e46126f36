package com.spara.sf.spi;

import java.util.function.Function;

/** A write rule made of a function. */
record NamedWriteRule(String name, Function<FieldToWrite, Write> decision) implements WriteRule {

    NamedWriteRule {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "A write rule needs a name, by which results and settings speak of it; this one is blank.");
        }
    }

    @Override
    public Write decide(FieldToWrite field) {
        return decision.apply(field);
    }

    @Override
    public String toString() {
        return name;
    }
}
