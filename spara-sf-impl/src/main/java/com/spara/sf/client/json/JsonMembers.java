package com.spara.sf.client.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The few members of a JSON object in their order, which never change: one array, in which a name is looked for from the
 * beginning. An answer has thousands of such objects.
 */
public final class JsonMembers extends AbstractMap<String, @Nullable Object> {

    /** With more members than that a name is hashed. */
    static final int FEW = 24;

    private final @Nullable Object[] entries;

    private JsonMembers(@Nullable Object[] entries) {
        this.entries = entries;
    }

    /** Members by names and values in turns; no name stands twice. */
    public static Map<String, @Nullable Object> of(@Nullable Object[] entries) {
        JsonMembers members = new JsonMembers(entries);
        return members.size() <= FEW ? members : Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int place = place(entries, 0, entries.length, name);
        return place < 0 ? null : entries[place + 1];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return place(entries, 0, entries.length, name) >= 0;
    }

    @Override
    public int size() {
        return entries.length / 2;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        for (int i = 0; i < entries.length; i += 2) {
            action.accept(name(i), entries[i + 1]);
        }
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
    }

    private String name(int place) {
        return (String) Objects.requireNonNull(entries[place]);
    }

    /** Where a name stands between two places; less than nothing if it does not. */
    static int place(@Nullable Object[] entries, int from, int to, @Nullable Object name) {
        for (int i = from; i < to; i += 2) {
            if (Objects.equals(entries[i], name)) {
                return i;
            }
        }
        return -1;
    }

    private final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {

        @Override
        public int size() {
            return JsonMembers.this.size();
        }

        @Override
        public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
            return new Iterator<>() {
                private int place;

                @Override
                public boolean hasNext() {
                    return place < entries.length;
                }

                @Override
                public Map.Entry<String, @Nullable Object> next() {
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
