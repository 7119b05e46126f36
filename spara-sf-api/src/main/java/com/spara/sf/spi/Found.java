package com.spara.sf.spi;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one lead so far: the records that matched it, and the answers to the lookups that plug-ins asked
 * for. The Account that was found is on the lead itself, as {@code salesforce_account_id}. Before the first read it is {@link #nothing()}.
 *
 * <p>Anyone can make one, so that an enricher can be tested without an org. {@code toString} shows no data. Immutable and
 * safe to share between threads.
 */
public final class Found {

    private static final Found NOTHING = new Found(Map.of(), Map.of(), Map.of(), Set.of(), true);

    private final Map<String, SalesforceRecord> matched;
    private final Map<String, String> matchers;
    private final Map<Lookup, Answer> answers;
    private final Set<String> unread;
    private final boolean beforeRead;

    private Found(
            Map<String, SalesforceRecord> matched,
            Map<String, String> matchers,
            Map<Lookup, Answer> answers,
            Set<String> unread,
            boolean beforeRead) {
        this.matched = matched;
        this.matchers = matchers;
        this.answers = answers;
        this.unread = unread;
        this.beforeRead = beforeRead;
    }

    /**
     * Returns what is known before anything was read.
     *
     * @return nothing
     */
    public static Found nothing() {
        return NOTHING;
    }

    /**
     * Returns what is known after a read that found nothing.
     *
     * @return nothing, but positively so
     */
    public static Found afterRead() {
        return new Found(Map.of(), Map.of(), Map.of(), Set.of(), false);
    }

    /**
     * Returns this with a matched record.
     *
     * @param record a Lead or a Contact
     * @param matcher the name of the matcher that found it
     * @return the new value
     */
    public Found withMatch(SalesforceRecord record, String matcher) {
        String object = record.object();
        return new Found(with(matched, object, record), with(matchers, object, matcher), answers, unread, false);
    }

    /**
     * Returns this with the answer to a lookup.
     *
     * @param lookup what was asked
     * @param answer what was found
     * @return the new value
     */
    public Found withAnswer(Lookup lookup, Answer answer) {
        return withAnswers(Map.of(lookup, answer));
    }

    /**
     * Returns this with the answers to several lookups.
     *
     * @param more answers by lookup
     * @return the new value
     */
    public Found withAnswers(Map<Lookup, Answer> more) {
        if (answers.isEmpty()) {
            return new Found(matched, matchers, Map.copyOf(more), unread, false);
        }
        Map<Lookup, Answer> all = new HashMap<>(answers);
        all.putAll(more);
        return new Found(matched, matchers, Collections.unmodifiableMap(all), unread, false);
    }

    /**
     * Returns the Lead that matched.
     *
     * @return the record, or empty before the read or if none matched
     */
    public Optional<SalesforceRecord> lead() {
        return Optional.ofNullable(matched.get("Lead"));
    }

    /**
     * Returns the Contact that matched.
     *
     * @return the record, or empty before the read or if none matched
     */
    public Optional<SalesforceRecord> contact() {
        return Optional.ofNullable(matched.get("Contact"));
    }

    /**
     * Returns the matched record of an object.
     *
     * @param object {@code Lead} or {@code Contact}
     * @return the record, or empty before the read or if none matched
     */
    public Optional<SalesforceRecord> matched(String object) {
        return Optional.ofNullable(matched.get(object));
    }

    /**
     * Returns by which matcher the record of an object was found.
     *
     * @param object {@code Lead} or {@code Contact}
     * @return the matcher's name, or empty before the read or if none matched
     */
    public Optional<String> matchedBy(String object) {
        return Optional.ofNullable(matchers.get(object));
    }

    /**
     * Returns this, not knowing whether a record of an object matches: a matcher could not look, or there was nothing to
     * match by.
     *
     * @param object {@code Lead} or {@code Contact}
     * @return the new value
     */
    public Found withUnread(String object) {
        Set<String> more = new HashSet<>(unread);
        more.add(object);
        return new Found(matched, matchers, answers, Collections.unmodifiableSet(more), beforeRead);
    }

    /**
     * Tells whether it is not known that no record of an object matches, so that nothing can be concluded from there being
     * none.
     *
     * @param object {@code Lead} or {@code Contact}
     * @return true before the read, and where a matcher could not look
     */
    public boolean isUnread(String object) {
        return beforeRead || unread.contains(object);
    }

    /**
     * Tells whether nothing was read yet, so that nothing can be concluded from what is missing.
     *
     * @return true before the first read
     */
    public boolean isBeforeRead() {
        return beforeRead;
    }

    /**
     * Returns the answer to a lookup.
     *
     * @param lookup what was asked
     * @return what was found, or empty if it has not been looked up yet, or could not be
     */
    public Optional<Answer> answer(Lookup lookup) {
        return Optional.ofNullable(answers.get(lookup));
    }

    private static <T> Map<String, T> with(Map<String, T> known, String object, T value) {
        Map<String, T> more = new HashMap<>(known);
        more.put(object, value);
        return Map.copyOf(more);
    }

    @Override
    public String toString() {
        return "Found" + matched.keySet() + " and " + answers.size() + " answers";
    }
}
