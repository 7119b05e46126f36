package com.spara.sf.sync;

import com.spara.sf.Lead;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A field of the host's lead that was read from Salesforce and differs from what the lead stored. {@code toString} shows
 * the key only. Immutable and safe to share between threads.
 */
public final class LeadChange {

    private final String key;
    private final @Nullable Object before;
    private final @Nullable Object after;

    private LeadChange(String key, @Nullable Object before, @Nullable Object after) {
        this.key = key;
        this.before = before;
        this.after = after;
    }

    /**
     * Returns what differs between two states of a lead.
     *
     * @param before the lead as it was
     * @param after the lead as it is
     * @return a change for each field that differs, ordered by key
     */
    public static List<LeadChange> between(Lead before, Lead after) {
        TreeSet<String> keys = new TreeSet<>(before.values().keySet());
        keys.addAll(after.values().keySet());
        List<LeadChange> changes = new ArrayList<>();
        for (String key : keys) {
            Object old = before.values().get(key);
            Object now = after.values().get(key);
            if (!Objects.equals(old, now)) {
                changes.add(new LeadChange(key, old, now));
            }
        }
        return changes;
    }

    /**
     * Returns the field's key.
     *
     * @return for example {@code salesforce_account_id}
     */
    public String key() {
        return key;
    }

    /**
     * Returns what the lead stored.
     *
     * @return the old value, or empty if there was none
     */
    public Optional<Object> before() {
        return Optional.ofNullable(before);
    }

    /**
     * Returns what Salesforce says.
     *
     * @return the new value, or empty if there is none any more
     */
    public Optional<Object> after() {
        return Optional.ofNullable(after);
    }

    @Override
    public String toString() {
        return key;
    }
}
