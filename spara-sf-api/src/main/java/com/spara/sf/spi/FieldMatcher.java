package com.spara.sf.spi;

import com.spara.sf.Lead;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A matcher by one field, of both objects or of one only; the engine gives the text the type of the field. */
record FieldMatcher(
        String name,
        String leadField,
        String salesforceField,
        @Nullable String onlyObject) implements Matcher {

    @Override
    public List<Lookup> lookups(Lead lead, String object) {
        return isFor(object)
                ? lead.text(leadField)
                        .map(text -> List.of(Lookup.in(object).where(salesforceField, text)))
                        .orElse(List.of())
                : List.of();
    }

    @Override
    public Optional<String> field(String object) {
        return isFor(object) ? Optional.of(salesforceField) : Optional.empty();
    }

    private boolean isFor(String object) {
        return onlyObject == null || onlyObject.equals(object);
    }

    @Override
    public String toString() {
        return name;
    }
}
