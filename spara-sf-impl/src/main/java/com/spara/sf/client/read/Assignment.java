package com.spara.sf.client.read;

import com.spara.sf.RecordId;
import com.spara.sf.spi.Answer;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.SalesforceRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Gives the records of a merged query back to the lookups that asked for them, comparing as Salesforce compares: text
 * without regard to case, numbers by value, times by the second.
 */
final class Assignment {

    private static final int FIRST_BEYOND_ASCII = 0x80;

    private final Map<String, Map<String, List<SalesforceRecord>>> byFieldAndValue = new HashMap<>();
    private final Map<String, Boolean> caseSensitive = new HashMap<>();
    private final List<SalesforceRecord> records;
    private final Set<SalesforceRecord> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Predicate<String> describedAsCaseSensitive;

    /** The predicate tells of a field whether texts that differ in case only are different values. */
    Assignment(Collection<SalesforceRecord> records, Predicate<String> isCaseSensitive) {
        this.records = List.copyOf(records);
        this.describedAsCaseSensitive = isCaseSensitive;
    }

    /** The answer to one lookup. */
    Answer to(Lookup lookup) {
        Map.Entry<String, Object> first =
                lookup.conditions().entrySet().iterator().next();
        List<SalesforceRecord> having = having(first.getKey(), first.getValue());
        List<SalesforceRecord> matching = new ArrayList<>(having.size());
        for (SalesforceRecord record : having) {
            if (fulfils(record, lookup)) {
                matching.add(record);
                taken.add(record);
            }
        }
        return lookup.isCounting() ? Answer.ofCount(counted(matching)) : Answer.of(matching);
    }

    /**
     * Whether Salesforce found records by values that nobody asked for, as far as this library can tell. A query by several
     * fields brings records that fulfil parts of different lookups; those are nobody's, and still well understood.
     */
    boolean hasUnclaimed(Collection<Lookup> lookups, boolean anyFieldSuffices) {
        List<SalesforceRecord> untaken = new ArrayList<>();
        for (SalesforceRecord record : records) {
            if (!taken.contains(record)) {
                untaken.add(record);
            }
        }
        return !untaken.isEmpty() && !areAskedFor(untaken, lookups, anyFieldSuffices);
    }

    private boolean areAskedFor(List<SalesforceRecord> untaken, Collection<Lookup> lookups, boolean anyFieldSuffices) {
        Map<String, Set<String>> asked = new HashMap<>();
        for (Lookup lookup : lookups) {
            lookup.conditions()
                    .forEach((field, value) ->
                            asked.computeIfAbsent(field, any -> new HashSet<>()).add(key(field, value)));
        }
        return untaken.stream().allMatch(record -> isAskedFor(record, asked, anyFieldSuffices));
    }

    private boolean isAskedFor(SalesforceRecord record, Map<String, Set<String>> asked, boolean anyFieldSuffices) {
        Predicate<Map.Entry<String, Set<String>>> fits =
                entry -> Stream.of(record.value(entry.getKey()), record.time(entry.getKey()))
                        .flatMap(Optional::stream)
                        .anyMatch(value -> entry.getValue().contains(key(entry.getKey(), value)));
        return anyFieldSuffices
                ? asked.entrySet().stream().anyMatch(fits)
                : asked.entrySet().stream().allMatch(fits);
    }

    private List<SalesforceRecord> having(String field, Object value) {
        String kind = value instanceof Instant ? field + " time" : field;
        Map<String, List<SalesforceRecord>> byValue = byFieldAndValue.get(kind);
        if (byValue == null) {
            byValue = index(field, value instanceof Instant);
            byFieldAndValue.put(kind, byValue);
        }
        return byValue.getOrDefault(key(field, value), List.of());
    }

    private Map<String, List<SalesforceRecord>> index(String field, boolean times) {
        Map<String, List<SalesforceRecord>> byValue = new HashMap<>();
        for (SalesforceRecord record : records) {
            (times ? record.time(field) : record.value(field))
                    .ifPresent(value -> byValue.computeIfAbsent(key(field, value), any -> new ArrayList<>(1))
                            .add(record));
        }
        return byValue;
    }

    private boolean fulfils(SalesforceRecord record, Lookup lookup) {
        boolean idAsked = lookup.conditions().containsKey("Id");
        boolean isIndexedByAll = lookup.conditions().size() == 1;
        return (idAsked || !record.isTrue("IsDeleted")) && (isIndexedByAll || holdAll(record, lookup));
    }

    private boolean holdAll(SalesforceRecord record, Lookup lookup) {
        return lookup.conditions().entrySet().stream().allMatch(condition -> holds(record, condition));
    }

    private boolean holds(SalesforceRecord record, Map.Entry<String, Object> condition) {
        Object wanted = condition.getValue();
        return (wanted instanceof Instant ? record.time(condition.getKey()) : record.value(condition.getKey()))
                .map(value -> key(condition.getKey(), value).equals(key(condition.getKey(), wanted)))
                .orElse(false);
    }

    private String key(String field, Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toString();
        }
        if (value instanceof Instant time) {
            return time.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        String text = value instanceof RecordId id ? id.value() : value.toString();
        return isCaseSensitive(field) ? text.strip() : folded(text.strip());
    }

    private boolean isCaseSensitive(String field) {
        Boolean known = caseSensitive.get(field);
        if (known == null) {
            known = describedAsCaseSensitive.test(field);
            caseSensitive.put(field, known);
        }
        return known;
    }

    /** Letters beyond ASCII fall together by way of their capitals; the others need no second copy. */
    private static String folded(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_BEYOND_ASCII) {
                return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
            }
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static long counted(List<SalesforceRecord> groups) {
        return groups.stream()
                .map(group -> group.number("records").orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .longValue();
    }
}
