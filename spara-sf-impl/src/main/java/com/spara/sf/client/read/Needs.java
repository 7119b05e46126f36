package com.spara.sf.client.read;

import com.spara.sf.spi.Lookup;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one read has to bring: lookups, the fields of the objects that are matched, and describes. */
public final class Needs {

    private static final String ACCOUNT = "Account";

    private final Set<Lookup> lookups = new LinkedHashSet<>();
    private final Map<String, Set<String>> fields = new LinkedHashMap<>();

    /** One more lookup of records of an object. */
    public Needs lookup(Lookup lookup) {
        lookups.add(lookup);
        return this;
    }

    /** Fields that every record of an object is read with. */
    public Needs fields(String object, Set<String> paths) {
        fields.computeIfAbsent(object, any -> new LinkedHashSet<>()).addAll(paths);
        return this;
    }

    /** The same fields, but other lookups. */
    public Needs only(Set<Lookup> wanted) {
        Needs fewer = new Needs();
        fields.forEach(fewer::fields);
        wanted.forEach(fewer::lookup);
        return fewer;
    }

    /** Whether there is nothing to look up. */
    public boolean isEmpty() {
        return lookups.isEmpty();
    }

    Set<Lookup> lookups() {
        return lookups;
    }

    Set<String> fieldsOf(String object) {
        return fields.getOrDefault(object, Set.of());
    }

    /** The objects whose describes the read goes by: those that are matched, and the Account where it is asked for. */
    List<String> described() {
        Set<String> described = new LinkedHashSet<>(fields.keySet());
        boolean account = lookups.stream().anyMatch(lookup -> lookup.object().equals(ACCOUNT))
                || fields.values().stream().flatMap(Set::stream).anyMatch(path -> path.contains(ACCOUNT + "."));
        if (account) {
            described.add(ACCOUNT);
        }
        return List.copyOf(described);
    }
}
