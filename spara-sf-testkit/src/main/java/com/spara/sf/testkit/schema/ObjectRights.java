package com.spara.sf.testkit.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one user may not do with one object and its fields. Immutable. */
public record ObjectRights(Set<Right> denied, Set<String> hidden, Set<String> readOnly) {
    /** What a user can be kept from doing with an object. */
    public enum Right {
        READ,
        CREATE,
        EDIT,
        DESCRIBE
    }

    /** Nothing is denied. */
    public static final ObjectRights ALL = new ObjectRights(Set.of(), Set.of(), Set.of());

    public ObjectRights {
        denied = Set.copyOf(denied);
        hidden = Set.copyOf(hidden);
        readOnly = Set.copyOf(readOnly);
    }

    public ObjectRights denying(Right right) {
        return new ObjectRights(with(denied, List.of(right)), hidden, readOnly);
    }

    public ObjectRights hiding(Collection<String> fields) {
        return new ObjectRights(denied, with(hidden, keys(fields)), readOnly);
    }

    public ObjectRights locking(Collection<String> fields) {
        return new ObjectRights(denied, hidden, with(readOnly, keys(fields)));
    }

    public boolean allows(Right right) {
        return !denied.contains(right);
    }

    boolean hides(Field field) {
        return hidden.contains(key(field.name()));
    }

    boolean locks(Field field) {
        return readOnly.contains(key(field.name()));
    }

    private static List<String> keys(Collection<String> fields) {
        List<String> keys = new ArrayList<>();
        fields.forEach(field -> keys.add(key(field)));
        return keys;
    }

    private static String key(String field) {
        return field.toLowerCase(Locale.ROOT);
    }

    private static <T> Set<T> with(Set<T> known, Collection<T> more) {
        return Stream.concat(known.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
