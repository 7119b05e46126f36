package com.spara.sf.testkit.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A set of scopes, in the order in which they were named; an alias counts as the scope that it stands for. */
public record Scopes(Set<String> names) {
    static final String REFRESH = "refresh_token";
    private static final String FULL = "full";
    private static final String OPEN_ID = "openid";

    public Scopes {
        names = names.stream()
                .map(name -> name.equals("offline_access") ? REFRESH : name)
                .collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    public static Scopes of(Collection<String> names) {
        return new Scopes(new LinkedHashSet<>(names));
    }

    static Scopes parse(String text) {
        return of(Arrays.stream(text.trim().split(" +"))
                .filter(name -> !name.isEmpty())
                .toList());
    }

    /** Whether an app with these scopes may ask for those; {@code full} holds all but the refresh token. */
    boolean allow(Scopes asked) {
        return asked.names.stream()
                .allMatch(name -> names.contains(name) || names.contains(FULL) && !name.equals(REFRESH));
    }

    boolean giveRefreshToken() {
        return names.contains(REFRESH);
    }

    /** Throws where an id_token would have to be issued, which this fake cannot sign. */
    Scopes withoutIdToken() {
        if (names.contains(OPEN_ID)) {
            throw OauthException.gap("the scope openid (an id_token)");
        }
        return this;
    }

    /** What is left of them where nobody is there to consent. */
    Scopes forServers() {
        return of(names.stream()
                .filter(name -> !List.of(FULL, REFRESH).contains(name))
                .toList());
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    @Override
    public String toString() {
        return String.join(" ", names);
    }
}
