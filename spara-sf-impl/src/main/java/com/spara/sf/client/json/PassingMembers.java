package com.spara.sf.client.json;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Members whose values are made while they are gone through, for who takes them all at once and keeps them. An answer has
 * thousands of such objects.
 */
public abstract class PassingMembers extends AbstractMap<String, @Nullable Object> {

    @Override
    public abstract void forEach(BiConsumer<? super String, ? super @Nullable Object> action);

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        forEach(copy::put);
        return Collections.unmodifiableSet(copy.entrySet());
    }

    @Override
    public abstract int size();
}
