package com.spara.sf.client.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The few members of a JSON object in their order, which never change: one array of values, beside the names, which objects that
 * stand in the same place of an answer share. A name is looked for from the beginning. An answer has thousands of such objects.
 */
public final class JsonMembers extends AbstractMap<String, @Nullable Object> {

    /** With more members than that a name is hashed. */
    static final int FEW = 24;

    private final String[] names;
    private final @Nullable Object[] values;

    private JsonMembers(String[] names, @Nullable Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** Members by names and as many values; no name stands twice, and neither array changes any more. */
    public static Map<String, @Nullable Object> of(String[] names, @Nullable Object[] values) {
        JsonMembers members = new JsonMembers(names, values);
        return names.length <= FEW ? members : Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int place = place(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return place(name) >= 0;
    }

    private int place(@Nullable Object name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], values[i]);
        }
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
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
                    return place < names.length;
                }

                @Override
                public Map.Entry<String, @Nullable Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    place++;
                    return new SimpleImmutableEntry<>(names[place - 1], values[place - 1]);
                }
            };
        }
    }
}
