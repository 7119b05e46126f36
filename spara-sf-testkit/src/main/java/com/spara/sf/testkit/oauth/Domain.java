package com.spara.sf.testkit.oauth;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;

/** The org's own address, and those that it had before. Thread-safe. */
public final class Domain {
    private final Set<Origin> former = new LinkedHashSet<>();
    private Origin current;

    public Domain(String name) {
        this.current = origin(name);
    }

    private static Origin origin(String name) {
        return new Origin(name + ".my.salesforce.com");
    }

    /** Gives the org another address; whoever comes by the old one can still log in. */
    public synchronized void rename(String name) {
        former.add(current);
        current = origin(name);
        former.remove(current);
    }

    public synchronized URI url() {
        return URI.create(current.url());
    }

    /** Whether the org answers at this host, for logging in at the least. */
    public synchronized boolean answersAt(Origin origin) {
        return origin.equals(current) || former.contains(origin) || origin.isLogin();
    }

    /** Whether data can be asked for at this host. */
    public synchronized boolean hasDataAt(Origin origin) {
        return !former.contains(origin);
    }

    /** What a token's answer names as the place for its calls. */
    String instanceUrl(Origin asked) {
        return asked.isLoopback() ? asked.url() : url().toString();
    }

    /** Where the documents about users are, for one who came by this host. */
    String identityUrl(Origin asked) {
        boolean own = asked.isLoopback() || asked.isLogin();
        return own ? asked.url() : Origin.LOGIN.url();
    }
}
