package com.spara.sf.testkit.soql;

import java.util.stream.IntStream;

/** The pattern of LIKE. Matching never takes longer than the lengths of pattern and text multiplied. */
final class Wildcard {
    private static final int ANY = -1;
    private static final int ONE = -2;
    private static final int NOTHING = -3;

    private final int[] pattern;
    private final boolean isCaseSensitive;

    private Wildcard(int[] pattern, boolean isCaseSensitive) {
        this.pattern = pattern;
        this.isCaseSensitive = isCaseSensitive;
    }

    boolean matches(String text) {
        return new Match(text).run();
    }

    private boolean onlyAny(int from) {
        for (int p = from; p < pattern.length; p++) {
            if (pattern[p] != ANY) {
                return false;
            }
        }
        return true;
    }

    /**
     * Goes along one text. When the pattern fails, the last {@code %} takes one character more; earlier ones need no
     * retry.
     */
    private final class Match {
        private final String text;
        private int place;
        private int index;
        private int lastAny = -1;
        private int retry;

        Match(String text) {
            this.text = text;
        }

        boolean run() {
            while (index < text.length()) {
                if (!step() && !widen()) {
                    return false;
                }
            }
            return onlyAny(place);
        }

        private boolean step() {
            int wanted = place < pattern.length ? pattern[place] : NOTHING;
            if (wanted == ANY) {
                lastAny = place;
                retry = index;
            } else if (wanted == ONE) {
                index += Character.charCount(text.codePointAt(index));
            } else if (wanted == unit(text.charAt(index))) {
                index++;
            } else {
                return false;
            }
            place++;
            return true;
        }

        private boolean widen() {
            place = lastAny + 1;
            index = ++retry;
            return lastAny >= 0;
        }
    }

    private int unit(char c) {
        return isCaseSensitive ? c : Fold.fold(c);
    }

    /** Takes a pattern character by character. */
    static final class Builder {
        private final IntStream.Builder units = IntStream.builder();
        private final boolean isCaseSensitive;

        Builder(boolean isCaseSensitive) {
            this.isCaseSensitive = isCaseSensitive;
        }

        /** A character of the pattern, which may be a wildcard. */
        void add(char c) {
            if (c == '%') {
                units.add(ANY);
            } else if (c == '_') {
                units.add(ONE);
            } else {
                exactly(c);
            }
        }

        /** A character that stands for itself. */
        void exactly(char c) {
            units.add(isCaseSensitive ? c : Fold.fold(c));
        }

        Wildcard build() {
            return new Wildcard(units.build().toArray(), isCaseSensitive);
        }
    }
}
