package com.spara.sf.testkit;

import com.spara.sf.testkit.rest.Visit;
import java.util.function.Predicate;

/**
 * Which call a planned trouble is for. {@link #any()}, {@link #read()}, {@link #write()} and {@link #resource(String)}
 * mean a whole HTTP call; {@link #create(String)}, {@link #update(String)} and {@link #query()} also a part of a
 * composite. Immutable and thread-safe.
 */
public final class Call {
    private final String name;
    private final Predicate<Visit> matches;

    private Call(String name, Predicate<Visit> matches) {
        this.name = name;
        this.matches = matches;
    }

    private static Call whole(String name, Predicate<Visit> matches) {
        return new Call(name, visit -> !visit.isPart() && matches.test(visit));
    }

    /** {@return every call} */
    public static Call any() {
        return whole("any call", visit -> true);
    }

    /** {@return calls that change nothing, a composite of nothing but reads among them} */
    public static Call read() {
        return whole("a read", Visit::isRead);
    }

    /** {@return calls that may change something} */
    public static Call write() {
        return whole("a write", visit -> !visit.isRead());
    }

    /**
     * Returns calls of one resource.
     *
     * @param path the path below the version, for example {@code composite} or {@code sobjects/Lead/describe}
     * @return the matcher
     */
    public static Call resource(String path) {
        return whole("a call of " + path, visit -> visit.resource().equals(path));
    }

    /**
     * Returns requests that create records of the object, one or many.
     *
     * @param object the API name, for example {@code Lead}
     * @return the matcher
     */
    public static Call create(String object) {
        return new Call("a create of " + object, visit -> visit.creates(object));
    }

    /**
     * Returns requests that update records of the object, one or many.
     *
     * @param object the API name, for example {@code Lead}
     * @return the matcher
     */
    public static Call update(String object) {
        return new Call("an update of " + object, visit -> visit.updates(object));
    }

    /** {@return queries, and pages of queries} */
    public static Call query() {
        return new Call("a query", Visit::isQuery);
    }

    boolean matches(Visit visit) {
        return matches.test(visit);
    }

    @Override
    public String toString() {
        return name;
    }
}
