package com.spara.sf.testkit.rest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Resolves <code>@{ref.records[0].Id}</code> in the parts of a composite by the answers of earlier parts. As in a real
 * org, every string of a body and of a url may hold references, whoever wrote it.
 */
final class References {
    private static final String START = "@{";
    private static final Pattern REFERENCE = Pattern.compile("@\\{([^{}]*)}");
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,6})]");
    private static final Pattern WHOLE = Pattern.compile("\\w+((\\.\\w+)|(\\[\\d{1,6}]))+");

    private final boolean inTexts;
    private final Map<String, RestAnswer> answers = new HashMap<>();
    private final Map<String, Optional<Object>> values = new HashMap<>();

    /** Some take references for resolved in every text of a body, others only where a text is nothing else. */
    References(boolean inTexts) {
        this.inTexts = inTexts;
    }

    void add(String referenceId, RestAnswer answer) {
        answers.put(referenceId, answer);
    }

    /** The value with all references in its strings resolved; throws the answer when one cannot be. */
    @Nullable
    Object resolve(@Nullable Object value) {
        if (value instanceof String text) {
            return resolveValue(text);
        }
        if (value instanceof Map<?, ?> members) {
            Map<Object, @Nullable Object> resolved = new LinkedHashMap<>();
            members.forEach((name, member) -> resolved.put(name, resolve(member)));
            return resolved;
        }
        return value instanceof List<?> items
                ? items.stream().map(this::resolve).collect(Collectors.toList())
                : value;
    }

    /** A string that is one reference becomes the value itself, which may be null. */
    private @Nullable Object resolveValue(String text) {
        Matcher reference = REFERENCE.matcher(text);
        if (reference.matches()) {
            return find(reference.group(1));
        }
        return inTexts ? resolveText(text) : text;
    }

    String resolveText(String text) {
        if (!text.contains(START)) {
            return text;
        }
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(text(found)));
    }

    private String text(MatchResult found) {
        return Objects.toString(find(found.group(1)), "");
    }

    private @Nullable Object find(String path) {
        Matcher steps = STEP.matcher(path);
        if (!WHOLE.matcher(path).matches() || !steps.find()) {
            throw unresolved(path, path);
        }
        String referenceId = steps.group();
        @Nullable Object value = answered(referenceId, path);
        while (steps.find()) {
            value = step(value, steps.toMatchResult())
                    .orElseThrow(() -> unresolved(path, referenceId))
                    .value();
        }
        return value;
    }

    private @Nullable Object answered(String referenceId, String path) {
        RestAnswer answer = answers.get(referenceId);
        if (answer == null || answer.isError()) {
            throw unresolved(path, referenceId);
        }
        return values.computeIfAbsent(referenceId, id -> Optional.ofNullable(answer.value()))
                .orElse(null);
    }

    /** One step down; empty when there is no such member or item, which is not the same as null. */
    private static Optional<Found> step(@Nullable Object value, MatchResult step) {
        if (step.group(1) != null) {
            return value instanceof Map<?, ?> members && members.containsKey(step.group(1))
                    ? Optional.of(new Found(members.get(step.group(1))))
                    : Optional.empty();
        }
        int index = Integer.parseInt(step.group(2));
        return value instanceof List<?> items && index < items.size()
                ? Optional.of(new Found(items.get(index)))
                : Optional.empty();
    }

    /** What a step came to, null too. */
    private record Found(@Nullable Object value) {}

    private static RestException unresolved(String path, String referenceId) {
        return RestException.badRequest(
                "PROCESSING_HALTED", "Invalid reference specified. No value for " + path + " found in " + referenceId);
    }
}
