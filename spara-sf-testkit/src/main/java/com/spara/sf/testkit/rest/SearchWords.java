package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.schema.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What is searched for: a record is found when each word begins a word in one of its fields, in any case. Salesforce's
 * own index is wiser about languages and phone numbers, knows operators and phrases, and lags behind the data.
 */
record SearchWords(List<String> words) {
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int SHORTEST = 2;

    /** Throws the answer when the text is too short to be searched for. */
    static SearchWords of(String text) {
        List<String> words = split(text);
        if (words.stream().noneMatch(word -> word.length() >= SHORTEST)) {
            throw RestException.badRequest(
                    "MALFORMED_SEARCH", "search term must be longer than one character: " + text);
        }
        return new SearchWords(words);
    }

    private static List<String> split(String text) {
        return Arrays.stream(GAP.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean areIn(Row row, List<Field> fields) {
        List<String> there = fields.stream()
                .map(row::value)
                .filter(Objects::nonNull)
                .flatMap(value -> split(value.toString()).stream())
                .toList();
        return words.stream().allMatch(word -> there.stream().anyMatch(each -> each.startsWith(word)));
    }
}
