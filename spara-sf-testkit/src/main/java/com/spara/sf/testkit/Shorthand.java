package com.spara.sf.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Completes records of which a test says only what matters to it. */
final class Shorthand {
    private Shorthand() {}

    static Map<String, @Nullable Object> lead(String email, Map<String, @Nullable Object> said) {
        Map<String, @Nullable Object> values = contact(email, Map.of());
        values.put("Company", email.substring(email.indexOf('@') + 1));
        return over(values, said);
    }

    static Map<String, @Nullable Object> contact(String email, Map<String, @Nullable Object> said) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        int at = email.indexOf('@');
        values.put("Email", email);
        values.put("LastName", at > 0 ? email.substring(0, at) : email);
        return over(values, said);
    }

    static Map<String, @Nullable Object> account(String name, Map<String, @Nullable Object> said) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("Name", name);
        return over(values, said);
    }

    private static Map<String, @Nullable Object> over(
            Map<String, @Nullable Object> usual, Map<String, @Nullable Object> said) {
        said.forEach((field, value) -> {
            usual.keySet().removeIf(field::equalsIgnoreCase);
            usual.put(field, value);
        });
        return usual;
    }
}
