package com.spara.sf.client.read;

import com.spara.sf.Lead;
import com.spara.sf.spi.SalesforceRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leads and records that have no value. What is made of one of them by {@code with(Map)}, of these names and no others, shares the
 * names with all the rest, so that a thousand of them hold their values and nothing else.
 */
public final class Prototype {

    private Prototype() {}

    /** A lead with room for values under these keys. */
    public static Lead lead(Collection<String> keys) {
        return Lead.empty().with(each(keys, "")).with(each(keys, null));
    }

    /** A record with room for values under these names. */
    public static SalesforceRecord record(String object, Collection<String> names) {
        return SalesforceRecord.of(object, each(names, "")).with(each(names, null));
    }

    private static Map<String, @Nullable Object> each(Collection<String> names, @Nullable Object value) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        names.forEach(name -> values.put(name, value));
        return values;
    }
}
