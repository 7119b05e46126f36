package com.spara.sf.client;

import com.spara.sf.client.json.JsonView;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds a value against a JSON Schema, as far as ours goes: a keyword that is not known here is an error, so that a schema cannot
 * outgrow its test.
 */
record SchemaCheck(Map<?, ?> root) {

    private static final Set<String> ANNOTATIONS = Set.of("$schema", "title", "description", "$defs", "then");

    boolean accepts(Object value) {
        return accepts(root, value);
    }

    private boolean accepts(Object schema, Object value) {
        if (schema instanceof Boolean always) {
            return always;
        }
        Map<?, ?> keywords = (Map<?, ?>) schema;
        return keywords.entrySet().stream()
                .allMatch(keyword -> accepts(keywords, (String) keyword.getKey(), keyword.getValue(), value));
    }

    private boolean accepts(Map<?, ?> schema, String keyword, Object wanted, Object value) {
        if (ANNOTATIONS.contains(keyword)) {
            return true;
        }
        return switch (keyword) {
            case "$ref" -> accepts(definition((String) wanted), value);
            case "const" -> same(wanted, value);
            case "enum" -> ((List<?>) wanted).stream().anyMatch(one -> same(one, value));
            case "type" -> isOf((String) wanted, value);
            case "allOf" -> count(wanted, value) == ((List<?>) wanted).size();
            case "anyOf" -> count(wanted, value) > 0;
            case "oneOf" -> count(wanted, value) == 1;
            case "not" -> !accepts(wanted, value);
            case "if" -> !accepts(wanted, value) || accepts(schema.get("then"), value);
            default -> ofMembers(schema, keyword, wanted, value);
        };
    }

    private boolean ofMembers(Map<?, ?> schema, String keyword, Object wanted, Object value) {
        return switch (keyword) {
            case "required" -> !(value instanceof Map<?, ?> map) || map.keySet().containsAll((List<?>) wanted);
            case "properties" ->
                !(value instanceof Map<?, ?> map)
                        || ((Map<?, ?>) wanted)
                                .entrySet().stream()
                                        .allMatch(member -> !map.containsKey(member.getKey())
                                                || accepts(member.getValue(), map.get(member.getKey())));
            case "additionalProperties" ->
                !(value instanceof Map<?, ?> map)
                        || ((Map<?, ?>) schema.get("properties")).keySet().containsAll(map.keySet());
            case "items" -> !(value instanceof List<?> list) || list.stream().allMatch(item -> accepts(wanted, item));
            case "uniqueItems" -> !(value instanceof List<?> list) || new HashSet<>(list).size() == list.size();
            case "minItems" -> !(value instanceof List<?> list) || list.size() >= number(wanted);
            case "minLength" -> !(value instanceof String text) || text.length() >= number(wanted);
            case "pattern" ->
                !(value instanceof String text)
                        || Pattern.compile((String) wanted).matcher(text).find();
            default -> throw new IllegalStateException("The test does not know " + keyword);
        };
    }

    private Object definition(String reference) {
        return JsonView.of(root)
                .at("$defs")
                .at(reference.replace("#/$defs/", ""))
                .raw();
    }

    private long count(Object schemas, Object value) {
        return ((List<?>) schemas)
                .stream().filter(schema -> accepts(schema, value)).count();
    }

    private static int number(Object value) {
        return ((BigDecimal) value).intValueExact();
    }

    private static boolean same(Object wanted, Object value) {
        return wanted instanceof BigDecimal number && value instanceof BigDecimal other
                ? number.compareTo(other) == 0
                : Objects.equals(wanted, value);
    }

    private static boolean isOf(String type, Object value) {
        return switch (type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "number" -> value instanceof BigDecimal;
            case "integer" ->
                value instanceof BigDecimal number
                        && number.stripTrailingZeros().scale() <= 0;
            default -> throw new IllegalStateException("The test does not know the type " + type);
        };
    }
}
