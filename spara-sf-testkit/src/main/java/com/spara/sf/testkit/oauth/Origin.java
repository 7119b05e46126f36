package com.spara.sf.testkit.oauth;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The host, with its port where it has one, that a request came by. */
public record Origin(String host) {
    static final Origin LOGIN = new Origin("login.salesforce.com");
    static final Origin SANDBOX_LOGIN = new Origin("test.salesforce.com");
    private static final Set<Origin> LOGIN_HOSTS = Set.of(LOGIN, SANDBOX_LOGIN);
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");

    public Origin {
        host = host.toLowerCase(Locale.ROOT);
    }

    /** Whether it is this machine, where there is no TLS. */
    boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }

    /** Whether it is one of the hosts at which people of all orgs log in. */
    public boolean isLogin() {
        return LOGIN_HOSTS.contains(this);
    }

    String url() {
        return (isLoopback() ? "http://" : "https://") + host;
    }
}
