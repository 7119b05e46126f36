package com.spara.sf.client;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The forms that the settings' JSON has had, each with the step to the next one. A new form is one more step at the end, and one
 * more schema; a step takes all members but the version, and gives those of the next form.
 */
final class SettingsForm {

    /** The first form is the newest so far, so there is no step yet. */
    static final SettingsForm STANDARD = new SettingsForm(List.of());

    private static final String VERSION = "version";

    private final List<UnaryOperator<Map<String, @Nullable Object>>> steps;

    SettingsForm(List<UnaryOperator<Map<String, @Nullable Object>>> steps) {
        this.steps = steps;
    }

    /** The number of the newest form. */
    int version() {
        return steps.size() + 1;
    }

    /** Settings of any form as those of the newest; throws {@link IllegalArgumentException} with advice for what is none. */
    Map<String, @Nullable Object> upgraded(@Nullable Object json) {
        SettingsNode root = SettingsNode.root(json);
        SettingsNode given =
                root.member(VERSION).orElseThrow(() -> root.refused("'version' is missing; it is " + version() + "."));
        int from = number(given);
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> map) {
            map.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        members.remove(VERSION);
        Map<String, @Nullable Object> newest = members;
        for (UnaryOperator<Map<String, @Nullable Object>> step : steps.subList(from - 1, steps.size())) {
            newest = step.apply(newest);
        }
        newest.put(VERSION, BigDecimal.valueOf(version()));
        return newest;
    }

    private int number(SettingsNode given) {
        if (!(given.raw() instanceof BigDecimal number)
                || number.stripTrailingZeros().scale() > 0) {
            throw given.refused("A whole number is expected; the newest form is " + version() + ".");
        }
        if (number.compareTo(BigDecimal.valueOf(version())) > 0) {
            throw given.refused(
                    "The settings were written by a newer version of the library, which this one cannot read: it "
                            + "reads up to " + version()
                            + ". Upgrade the library on every host before one of them writes.");
        }
        if (number.signum() <= 0) {
            throw given.refused("Forms are counted from 1; this library reads up to " + version() + ".");
        }
        return number.intValueExact();
    }
}
