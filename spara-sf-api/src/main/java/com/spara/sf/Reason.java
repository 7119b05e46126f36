package com.spara.sf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why something is as it is: a code for programs, a sentence for people, and the records it speaks of. It serves every
 * outcome, warning, tie and refusal.
 *
 * <p>The codes are an open set: those of this library are in {@link ReasonCode}, and a refusal by Salesforce keeps
 * Salesforce's own code. The sentence never holds people's data, so it may be logged; Salesforce's own words are
 * kept apart, because they may. Immutable and safe to share
 * between threads.
 */
public final class Reason {

    private final String code;
    private final String text;
    private final List<RecordId> ids;
    private final String words;

    private Reason(String code, String text, List<RecordId> ids, String words) {
        this.code = code;
        this.text = text;
        this.ids = ids;
        this.words = words;
    }

    /**
     * Returns a reason that speaks of no record.
     *
     * @param code the code to switch on
     * @param text the sentence, without people's data
     * @return the reason
     */
    public static Reason of(String code, String text) {
        return new Reason(code, text, List.of(), "");
    }

    /**
     * Returns this reason with the records it speaks of.
     *
     * @param records the Ids, the most important first
     * @return the new reason
     */
    public Reason about(List<RecordId> records) {
        return new Reason(code, text, List.copyOf(records), words);
    }

    /**
     * Returns this reason with Salesforce's own words, for example those that an admin gave a validation rule.
     *
     * @param salesforceWords the message as Salesforce sent it
     * @return the new reason
     */
    public Reason quoting(String salesforceWords) {
        return new Reason(code, text, ids, salesforceWords);
    }

    /**
     * Returns the code to switch on.
     *
     * @return one of {@link ReasonCode}, or a code of Salesforce's
     */
    public String code() {
        return code;
    }

    /**
     * Returns the sentence for people.
     *
     * @return the sentence, without people's data
     */
    public String text() {
        return text;
    }

    /**
     * Returns the records it speaks of.
     *
     * @return the Ids, the most important first, unmodifiable
     */
    public List<RecordId> ids() {
        return ids;
    }

    /**
     * Returns Salesforce's own words. They may hold people's data, so they are shown by {@code explain()} and must not be
     * logged.
     *
     * @return the message as Salesforce sent it, or empty if the reason is this library's own
     */
    public Optional<String> salesforceWords() {
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    /**
     * Returns the page that says what the code means, what the library did, and what you do. Each of {@link ReasonCode} has
     * one; a code of Salesforce's may have none, and then {@code docs/reasons/README.md} says how to go on. All pages are in
     * the jar of this class too, one below the other, as the resource {@code /spara-sf/reasons.md}; {@link #pageText()} is this one.
     *
     * @return the page's path in this library's repository, for example {@code docs/reasons/CREATE_OFF.md}; that on
     *     connections for an error of OAuth, whose codes are in lower case
     */
    public String page() {
        return isOauth() ? "docs/connect/states.md" : "docs/reasons/" + code + ".md";
    }

    /**
     * Returns the text of {@link #page()}, for whoever has the jar and not the repository. It is read from the jar each time.
     *
     * @return the page in Markdown, or empty if the code has none
     */
    public Optional<String> pageText() {
        return ReasonPages.under(isOauth() ? "How a connection stands" : code);
    }

    private boolean isOauth() {
        return !code.equals(code.toUpperCase(Locale.ROOT));
    }

    /**
     * Tells whether this reason has the code.
     *
     * @param otherCode a code
     * @return true if it has
     */
    public boolean is(String otherCode) {
        return code.equals(otherCode);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reason reason
                && code.equals(reason.code)
                && text.equals(reason.text)
                && ids.equals(reason.ids)
                && words.equals(reason.words);
    }

    @Override
    public int hashCode() {
        return 31 * code.hashCode() + text.hashCode();
    }

    @Override
    public String toString() {
        return code + ": " + text;
    }
}
