package com.spara.sf.client.check;

import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.FieldKind;
import com.spara.sf.settings.FieldShape;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has become stricter about a field since a mapping to it was made.
 *
 * @param was the field as the mapping remembers it
 * @param now the field as it is described
 */
record Drift(FieldShape was, FieldDescribe now) {

    /** What changed, in sentences; empty if the field takes all that it took. */
    Optional<String> text() {
        String changes = Stream.of(type(), length(), picklist())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes);
    }

    /** A type that is treated as the other one was is no news. */
    private Optional<String> type() {
        return FieldKind.of(was.type()) == now.kind()
                ? Optional.empty()
                : Optional.of("The field's type was " + was.type() + " when it was mapped, and is "
                        + now.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + " now. Values that do not fit are left out.");
    }

    private Optional<String> length() {
        boolean isShorter = now.length() > 0 && (was.length() == 0 || now.length() < was.length());
        return isShorter && isOneType()
                ? Optional.of(
                        "The field " + (was.length() == 0 ? "had no limit" : "held " + was.length() + " characters")
                                + " when it was mapped, and holds " + now.length()
                                + " now. Longer values are left out, or cut where the mapping allows it.")
                : Optional.empty();
    }

    private boolean isOneType() {
        return type().isEmpty();
    }

    private Optional<String> picklist() {
        return now.isRestricted() && !was.isRestricted()
                ? Optional.of("The picklist takes its own values only; it took others when it was mapped.")
                : Optional.empty();
    }
}
