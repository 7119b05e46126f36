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
 * A few values by name, in the order of their names, which never change: two arrays instead of a node for each, since leads and
 * records are made by the million and copied with one value more. What is made of another one with values for its names shares the
 * names with it, those too of which it has no value any more; what takes several further names at once has only names with a value.
 * Thread-safe.
 */
public final class SortedValues extends AbstractMap<String, Object> {

    /** Beyond that a tree sorts faster than insertion does. */
    private static final int FEW = 64;

    private static final int FEW_TO_TRY = 16;

    private final Comparator<String> order;
    private final String[] names;

    /** As many as names; null where there is no value. */
    private final @Nullable Object[] values;

    private SortedValues(Comparator<String> order, String[] names, @Nullable Object[] values) {
        this.order = order;
        this.names = names;
        this.values = values;
    }

    /**
     * Returns no values yet.
     *
     * @param order by which names are sorted, and which are the same name
     * @return the empty map
     */
    public static SortedValues empty(Comparator<String> order) {
        return new SortedValues(order, new String[0], new Object[0]);
    }

    /**
     * Returns a copy of a map. Of names that are the same the first is kept, with the value of the last.
     *
     * @param order by which names are sorted, and which are the same name
     * @param values the values; null for none
     * @return the copy
     */
    public static SortedValues of(Comparator<String> order, Map<String, ? extends @Nullable Object> values) {
        Map<String, ? extends @Nullable Object> sorted = values;
        if (values.size() > FEW) {
            Map<String, @Nullable Object> tree = new TreeMap<>(order);
            tree.putAll(values);
            sorted = tree;
        }
        return filled(empty(order), sorted, (name, value) -> value);
    }

    /**
     * Returns these values with another one, which replaces what was there.
     *
     * @param name the name
     * @param value the value
     * @return the new values
     */
    public SortedValues with(String name, Object value) {
        int place = place(name);
        boolean isThere = place >= 0;
        int at = isThere ? place : -place - 1;
        String[] theirNames = isThere ? names : Arrays.copyOf(names, names.length + 1);
        @Nullable Object[] theirs = Arrays.copyOf(values, theirNames.length);
        if (!isThere) {
            System.arraycopy(names, at, theirNames, at + 1, names.length - at);
            System.arraycopy(values, at, theirs, at + 1, names.length - at);
            theirNames[at] = name;
        }
        theirs[at] = value;
        return new SortedValues(order, theirNames, theirs);
    }

    /**
     * Returns these values with others, which replace what was there.
     *
     * @param more the values; null takes away what was there
     * @param form what is kept of a name's value, or of null; null takes away what was there
     * @return the new values
     */
    public SortedValues with(
            Map<String, ? extends @Nullable Object> more,
            BiFunction<String, @Nullable Object, ? extends @Nullable Object> form) {
        return filled(this, more, form);
    }

    private static SortedValues filled(
            SortedValues from,
            Map<String, ? extends @Nullable Object> more,
            BiFunction<String, @Nullable Object, ? extends @Nullable Object> form) {
        Filling filling = new Filling(from, more.size(), form);
        more.forEach(filling);
        return filling.filled();
    }

    /**
     * Returns these values without one.
     *
     * @param name the name
     * @return the new values, or these if there is none of that name
     */
    public SortedValues without(String name) {
        int place = place(name);
        if (place < 0 || values[place] == null) {
            return this;
        }
        String[] fewerNames = new String[names.length - 1];
        @Nullable Object[] fewer = new @Nullable Object[names.length - 1];
        System.arraycopy(names, 0, fewerNames, 0, place);
        System.arraycopy(values, 0, fewer, 0, place);
        System.arraycopy(names, place + 1, fewerNames, place, fewer.length - place);
        System.arraycopy(values, place + 1, fewer, place, fewer.length - place);
        return new SortedValues(order, fewerNames, fewer);
    }

    /** A name that is spelled alike is found by its length and characters, which is faster than to compare without case. */
    @Override
    public @Nullable Object get(@Nullable Object name) {
        int most = Math.min(names.length, FEW_TO_TRY);
        for (int i = 0; i < most; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        boolean isTried = names.length <= FEW_TO_TRY && order == Comparator.<String>naturalOrder();
        int place = !isTried && name instanceof String text ? place(text) : -1;
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        int size = 0;
        for (Object value : values) {
            size += value == null ? 0 : 1;
        }
        return size;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        for (int i = 0; i < names.length; i++) {
            Object value = values[i];
            if (value != null) {
                action.accept(names[i], value);
            }
        }
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new Entries();
    }

    /** Where a name stands, or would stand. */
    private int place(String name) {
        return Arrays.binarySearch(names, name, order);
    }

    /** Puts each value where it belongs. Names that come in the order of those that are there are found at once. */
    private static final class Filling implements BiConsumer<String, @Nullable Object> {

        private final SortedValues from;
        private final int more;
        private final BiFunction<String, @Nullable Object, ? extends @Nullable Object> form;
        private String[] names;
        private @Nullable Object[] values;
        private int length;
        private int next;

        /** Begins with what is there, and makes room for more where a name is not. */
        Filling(SortedValues from, int more, BiFunction<String, @Nullable Object, ? extends @Nullable Object> form) {
            this.from = from;
            this.more = more;
            this.form = form;
            this.names = from.names;
            this.values = from.values.clone();
            this.length = names.length;
        }

        @Override
        public void accept(String name, @Nullable Object value) {
            Object kept = form.apply(name, value);
            int place = place(Objects.requireNonNull(name, "A field has null for its name."));
            if (place < 0 && kept != null) {
                place = -place - 1;
                insert(place, name);
            }
            if (place >= 0) {
                values[place] = kept;
                next = place + 1;
            }
        }

        private int place(String name) {
            if (next < length && names[next].equals(name)) {
                return next;
            }
            boolean isBehindAll = next == length && (length == 0 || from.order.compare(names[length - 1], name) < 0);
            return isBehindAll ? -length - 1 : Arrays.binarySearch(names, 0, length, name, from.order);
        }

        private void insert(int place, String name) {
            if (names == from.names || length == names.length) {
                names = Arrays.copyOf(names, Math.max(from.names.length + more, length + 1));
                values = Arrays.copyOf(values, names.length);
            }
            System.arraycopy(names, place, names, place + 1, length - place);
            System.arraycopy(values, place, values, place + 1, length - place);
            names[place] = name;
            length++;
        }

        SortedValues filled() {
            if (names == from.names) {
                return new SortedValues(from.order, names, values);
            }
            int filled = 0;
            for (int i = 0; i < length; i++) {
                if (values[i] != null) {
                    names[filled] = names[i];
                    values[filled++] = values[i];
                }
            }
            return new SortedValues(from.order, Arrays.copyOf(names, filled), Arrays.copyOf(values, filled));
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
                private int place = next(0);

                private int next(int from) {
                    int at = from;
                    while (at < names.length && values[at] == null) {
                        at++;
                    }
                    return at;
                }

                @Override
                public boolean hasNext() {
                    return place < names.length;
                }

                @Override
                public Map.Entry<String, Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int at = place;
                    place = next(at + 1);
                    return new SimpleImmutableEntry<>(names[at], Objects.requireNonNull(values[at]));
                }
            };
        }
    }
}
