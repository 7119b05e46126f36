package com.spara.sf.client.describe;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The fields of all orgs of one client. Of equal ones, one is kept, as long as any org needs it. Safe for use by many
 * threads.
 */
public final class SharedFields {

    private final Map<FieldDescribe, WeakReference<FieldDescribe>> known = new WeakHashMap<>();

    /** Makes an empty collection. */
    public SharedFields() {}

    /** The one that is equal to the field and kept already; the field itself if there is none. */
    synchronized FieldDescribe shared(FieldDescribe field) {
        WeakReference<FieldDescribe> reference = known.get(field);
        FieldDescribe kept = reference == null ? null : reference.get();
        if (kept != null) {
            return kept;
        }
        known.put(field, new WeakReference<>(field));
        return field;
    }
}
