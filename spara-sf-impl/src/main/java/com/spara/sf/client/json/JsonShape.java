package com.spara.sf.client.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the names of the object were that stood last in some place of an answer. The rows of a query have all the same names in the
 * same order, so that each row after the first shares them. Used by one thread, for one answer.
 */
final class JsonShape {

    private static final String[] NONE = {};

    /** Places further on in an object are not remembered, so that a hostile answer takes no more memory than its values do. */
    private static final int MOST_BELOW = JsonMembers.FEW;

    private String[] names = NONE;
    private @Nullable JsonShape[] below = {};
    private int met;
    private boolean isShared;
    private Set<String> hashed = Set.of();

    /** An object begins. */
    void begin() {
        met = 0;
        isShared = true;
        hashed = Set.of();
    }

    /** Whether the next member has the name that stood here last; what is only looked at need not become an object. */
    boolean isNext(String name) {
        boolean isSame = isShared && met < names.length && names[met].equals(name);
        met += isSame ? 1 : 0;
        return isSame;
    }

    /**
     * The next member of the object has another name.
     *
     * @throws RefusedJsonException if another one has it already
     */
    void meet(String name) throws RefusedJsonException {
        if (isThere(name)) {
            throw RefusedJsonException.twice(name);
        }
        if (isShared || met == names.length) {
            names = Arrays.copyOf(names, Math.max(JsonMembers.FEW, 2 * met));
            isShared = false;
        }
        names[met++] = name;
    }

    private boolean isThere(String name) {
        if (met < JsonMembers.FEW) {
            return Arrays.asList(names).subList(0, met).contains(name);
        }
        if (hashed.isEmpty()) {
            hashed = new HashSet<>(Arrays.asList(names).subList(0, met));
        }
        return !hashed.add(name);
    }

    /** The names of the object that is over now, which are never changed again. */
    String[] end() {
        if (names.length != met) {
            names = Arrays.copyOf(names, met);
        }
        return names;
    }

    /** The name of the member that was met last. */
    String name() {
        return names[met - 1];
    }

    /** The place of the member that was met last. */
    int place() {
        return met - 1;
    }

    /** What stood last in a place below this one. */
    JsonShape below(int place) {
        if (place >= MOST_BELOW) {
            return new JsonShape();
        }
        if (place >= below.length) {
            below = Arrays.copyOf(below, place + 1);
        }
        JsonShape known = below[place];
        if (known == null) {
            known = new JsonShape();
            below[place] = known;
        }
        return known;
    }
}
