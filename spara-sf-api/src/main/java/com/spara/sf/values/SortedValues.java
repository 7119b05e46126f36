package com.spara.sf.values;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A few values by name, in the order of their names, which never change: one array instead of a node for each, since leads and
 * records are made by the million and copied with one value more. Thread-safe.
 */
public final class SortedValues extends AbstractMap<String, Object> {

    /** Beyond that a tree sorts faster than insertion does. */
    private static final int FEW = 64;

    private static final int FEW_TO_TRY = 16;

    private final Comparator<String> order;
    private final @Nullable Object[] entries;

    /** Names and values by turns, sorted. */
    private SortedValues(Comparator<String> order, @Nullable Object[] entries) {
        this.order = order;
        this.entries = entries;
    }

    /**
     * Returns no values yet.
     *
     * @param order by which names are sorted, and which are the same name
     * @return the empty map
     */
    public static SortedValues empty(Comparator<String> order) {
        return new SortedValues(order, new Object[0]);
    }

    /**
     * Returns a copy of a map. Of names that are the same the first is kept, with the value of the last.
     *
     * @param order by which names are sorted, and which are the same name
     * @param values the values
     * @return the copy
     */
    public static SortedValues of(Comparator<String> order, Map<String, ?> values) {
        if (values.size() > FEW) {
            Map<String, @Nullable Object> sorted = new TreeMap<>(order);
            sorted.putAll(values);
            return new SortedValues(order, flat(sorted));
        }
        Filling filling = new Filling(order, new Object[0], 2 * values.size());
        values.forEach(filling::put);
        return new SortedValues(order, filling.filled());
    }

    private static @Nullable Object[] flat(Map<String, @Nullable Object> sorted) {
        @Nullable Object[] entries = new @Nullable Object[2 * sorted.size()];
        int place = 0;
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            entries[place++] = entry.getKey();
            entries[place++] = entry.getValue();
        }
        return entries;
    }

    /**
     * Returns these values with another one, which replaces what was there.
     *
     * @param name the name
     * @param value the value
     * @return the new values
     */
    public SortedValues with(String name, Object value) {
        int place = place(order, entries, entries.length, name);
        boolean isThere = place >= 0;
        int at = isThere ? place : -place - 1;
        @Nullable Object[] more = new @Nullable Object[entries.length + (isThere ? 0 : 2)];
        System.arraycopy(entries, 0, more, 0, at);
        System.arraycopy(entries, at, more, isThere ? at : at + 2, entries.length - at);
        more[at] = isThere ? entries[at] : name;
        more[at + 1] = value;
        return new SortedValues(order, more);
    }

    /**
     * Returns these values with others, which replace what was there.
     *
     * @param more the values; null takes away what was there
     * @param form what is kept of a name's value
     * @return the new values
     */
    public SortedValues with(Map<String, ? extends @Nullable Object> more, BiFunction<String, Object, Object> form) {
        Filling filling = new Filling(order, entries, 2 * more.size());
        more.forEach((name, value) -> {
            if (value == null) {
                filling.remove(name);
            } else {
                filling.put(name, form.apply(name, value));
            }
        });
        return new SortedValues(order, filling.filled());
    }

    /**
     * Returns these values without one.
     *
     * @param name the name
     * @return the new values, or these if there is none of that name
     */
    public SortedValues without(String name) {
        int place = place(order, entries, entries.length, name);
        if (place < 0) {
            return this;
        }
        @Nullable Object[] fewer = new @Nullable Object[entries.length - 2];
        System.arraycopy(entries, 0, fewer, 0, place);
        System.arraycopy(entries, place + 2, fewer, place, fewer.length - place);
        return new SortedValues(order, fewer);
    }

    /** A name that is spelled alike is found by its length and characters, which is faster than to compare without case. */
    @Override
    public @Nullable Object get(@Nullable Object name) {
        int most = Math.min(entries.length, 2 * FEW_TO_TRY);
        for (int i = 0; i < most; i += 2) {
            if (name != null && name.equals(entries[i])) {
                return entries[i + 1];
            }
        }
        int place = name instanceof String text ? place(order, entries, entries.length, text) : -1;
        return place < 0 ? null : entries[place + 1];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && place(order, entries, entries.length, text) >= 0;
    }

    @Override
    public int size() {
        return entries.length / 2;
    }

    @Override
    @SuppressWarnings("NullAway") // a value is as nullable as the map that was copied
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        for (int i = 0; i < entries.length; i += 2) {
            action.accept(name(i), entries[i + 1]);
        }
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new Entries();
    }

    private String name(int place) {
        return (String) Objects.requireNonNull(entries[place]);
    }

    /** Where a name stands, or would stand, as {@link Arrays#binarySearch(Object[], Object)} tells it. */
    private static int place(Comparator<String> order, @Nullable Object[] entries, int length, String name) {
        int low = 0;
        int high = length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = order.compare((String) Objects.requireNonNull(entries[2 * middle]), name);
            if (compared == 0) {
                return 2 * middle;
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -2 * low - 1;
    }

    /** Puts each value where it belongs; those that come in order are only appended. */
    private static final class Filling {

        private final Comparator<String> order;
        private @Nullable Object[] entries;
        private int length;

        /** Begins with sorted entries, and has room for more. */
        Filling(Comparator<String> order, @Nullable Object[] entries, int more) {
            this.order = order;
            this.entries = Arrays.copyOf(entries, entries.length + more);
            this.length = entries.length;
        }

        void put(String name, @Nullable Object value) {
            int place = isLast(name) ? -length - 1 : place(order, entries, length, name);
            if (place < 0) {
                place = -place - 1;
                System.arraycopy(entries, place, entries, place + 2, length - place);
                entries[place] = name;
                length += 2;
            }
            entries[place + 1] = value;
        }

        void remove(String name) {
            int place = place(order, entries, length, name);
            if (place >= 0) {
                System.arraycopy(entries, place + 2, entries, place, length - place - 2);
                length -= 2;
            }
        }

        private boolean isLast(String name) {
            return length == 0 || order.compare((String) Objects.requireNonNull(entries[length - 2]), name) < 0;
        }

        @Nullable
        Object[] filled() {
            return length == entries.length ? entries : Arrays.copyOf(entries, length);
        }
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Object>> {

        @Override
        public int size() {
            return SortedValues.this.size();
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return new Iterator<>() {
                private int place;

                @Override
                public boolean hasNext() {
                    return place < entries.length;
                }

                @Override
                @SuppressWarnings("NullAway") // a value is as nullable as the map that was copied
                public Map.Entry<String, Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    place += 2;
                    return new SimpleImmutableEntry<>(name(place - 2), entries[place - 1]);
                }
            };
        }
    }
}
