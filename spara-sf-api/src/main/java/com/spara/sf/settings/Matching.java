package com.spara.sf.settings;

import com.spara.sf.spi.Matcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what records are found, in order; the first matcher that finds one decides. Matchers by fields without an index come
 * after all others, and are asked only for leads that nothing else matched. By default: the Salesforce Lead Id, the
 * Salesforce Contact Id, the Contact of a converted Lead, the e-mail address.
 *
 * <pre>{@code
 * Matching.standard().before(Matcher.EMAIL, byCustomerNumber).last(byPhone)
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Matching {

    private static final Matching STANDARD =
            new Matching(List.of(Matcher.LEAD_ID, Matcher.CONTACT_ID, Matcher.CONVERTED_CONTACT, Matcher.EMAIL));

    private final List<Matcher> matchers;

    private Matching(List<Matcher> matchers) {
        this.matchers = matchers;
    }

    /**
     * Returns the built-in order.
     *
     * @return the matching
     */
    public static Matching standard() {
        return STANDARD;
    }

    /**
     * Returns a matching by these alone, instead of the built-in ones.
     *
     * @param matchers the matchers, in order
     * @return the matching
     * @throws IllegalArgumentException if two have the same name, or there is none
     */
    public static Matching by(Matcher... matchers) {
        return of(List.of(matchers));
    }

    /**
     * Returns this matching with one more matcher before another. A matcher by a field without an index comes after those
     * with one all the same.
     *
     * @param known a matcher of this matching
     * @param added the one to add
     * @return the new matching
     * @throws IllegalArgumentException if the first is not there, or the second's name is taken
     */
    public Matching before(Matcher known, Matcher added) {
        return inserted(indexOf(known), added);
    }

    /**
     * Returns this matching with one more matcher after another.
     *
     * @param known a matcher of this matching
     * @param added the one to add
     * @return the new matching
     * @throws IllegalArgumentException if the first is not there, or the second's name is taken
     */
    public Matching after(Matcher known, Matcher added) {
        return inserted(indexOf(known) + 1, added);
    }

    /**
     * Returns this matching with one more matcher before all others. A matcher by a field without an index comes after
     * those with one all the same.
     *
     * @param added the one to add
     * @return the new matching
     * @throws IllegalArgumentException if its name is taken
     */
    public Matching first(Matcher added) {
        return inserted(0, added);
    }

    /**
     * Returns this matching with one more matcher after all others.
     *
     * @param added the one to add
     * @return the new matching
     * @throws IllegalArgumentException if its name is taken
     */
    public Matching last(Matcher added) {
        return inserted(matchers.size(), added);
    }

    /**
     * Returns this matching without a matcher.
     *
     * @param known a matcher of this matching
     * @return the new matching
     * @throws IllegalArgumentException if it is not there, or was the only one
     */
    public Matching without(Matcher known) {
        List<Matcher> fewer = new ArrayList<>(matchers);
        fewer.remove(indexOf(known));
        return of(fewer);
    }

    /**
     * Returns the matchers.
     *
     * @return the matchers, in order, unmodifiable
     */
    public List<Matcher> matchers() {
        return matchers;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Matching matching && matchers.equals(matching.matchers);
    }

    @Override
    public int hashCode() {
        return matchers.hashCode();
    }

    @Override
    public String toString() {
        return matchers.stream().map(Matcher::name).toList().toString();
    }

    private int indexOf(Matcher known) {
        for (int i = 0; i < matchers.size(); i++) {
            if (matchers.get(i).name().equals(known.name())) {
                return i;
            }
        }
        throw new IllegalArgumentException("No matcher is named '" + known.name() + "' here; there are " + this + ".");
    }

    private Matching inserted(int index, Matcher added) {
        List<Matcher> more = new ArrayList<>(matchers);
        more.add(index, added);
        return of(more);
    }

    private static Matching of(List<Matcher> matchers) {
        long names = matchers.stream().map(Matcher::name).distinct().count();
        if (names < matchers.size()) {
            throw new IllegalArgumentException("Two matchers have the same name: "
                    + matchers.stream().map(Matcher::name).toList() + ". Rename one of them.");
        }
        if (matchers.isEmpty()) {
            throw new IllegalArgumentException("Matching needs at least one matcher.");
        }
        return new Matching(Collections.unmodifiableList(new ArrayList<>(matchers)));
    }
}
