package com.spara.sf.connect;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An org's own address: {@code https://yourcompany.my.salesforce.com}, its My Domain. It is the only place that a token is
 * ever sent to.
 *
 * <p>{@link #of} understands what a person pastes from the browser: a Lightning page, a set-up page, a path below either.
 * Everything else is refused with the address to use instead: sites, the shared login page, plain http, IP addresses, ports,
 * user names, and hosts that only look like Salesforce's.
 *
 * <pre>{@code
 * OrgAddress.of("acme.lightning.force.com/lightning/page/home").toString()    // https://acme.my.salesforce.com
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class OrgAddress {

    private static final String USUAL = "yourcompany.my.salesforce.com";
    private static final String NAME = "([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)((?:\\.[a-z0-9-]+)??)";
    private static final Pattern OWN = Pattern.compile(NAME + "\\.my\\.salesforce\\.com");
    private static final Pattern PAGE = Pattern.compile(NAME + "\\.(?:lightning\\.force|my\\.salesforce-setup)\\.com");
    private static final Pattern SITE =
            Pattern.compile(NAME + "(?:\\.(?:my|vf|file|content|builder|preview|live-preview))?"
                    + "\\.(?:site|salesforce-sites|force|visualforce|salesforce-experience)\\.com");
    private static final Pattern SHARED = Pattern.compile("(?:[a-z0-9-]+\\.)?salesforce\\.com");
    private static final Pattern NUMBERS =
            Pattern.compile("\\[.*|(?:0x[0-9a-f]+|[0-9]+)(?:\\.(?:0x[0-9a-f]+|[0-9]+))*");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> TEST_LOGIN = Set.of(".sandbox", ".scratch");
    private static final int HTTPS = 443;

    private final URI url;
    private final boolean sandbox;

    private OrgAddress(URI url, boolean sandbox) {
        this.url = url;
        this.sandbox = sandbox;
    }

    /**
     * Returns the org's own address for what a person typed or pasted.
     *
     * @param text for example {@code acme.my.salesforce.com}, or the address of a page of the org
     * @return the address
     * @throws IllegalArgumentException if it cannot be an org's; the message says which address to use instead, and does not
     *     repeat the text
     */
    public static OrgAddress of(String text) {
        URI typed = parse(text.strip());
        requirePlain(typed);
        return ofHost(host(typed));
    }

    /**
     * Returns the address of a fake org on this machine, for tests and nothing else: http and any port are fine, other
     * machines are not.
     *
     * @param url for example {@code http://127.0.0.1:8080}
     * @return the address
     * @throws IllegalArgumentException if it is not an address of this machine
     */
    public static OrgAddress loopback(String url) {
        return loopback(parse(url.strip()))
                .orElseThrow(() -> refused("This is not an address of this machine, such as http://localhost:8080"));
    }

    /**
     * Returns the address that {@link #toString} gave, be it one of this machine: for what was taken before, and comes from
     * where it was kept.
     *
     * @param text the text
     * @return the address
     * @throws IllegalArgumentException if it cannot be an org's
     */
    public static OrgAddress stored(String text) {
        return loopback(parse(text)).orElseGet(() -> of(text));
    }

    private static Optional<OrgAddress> loopback(URI uri) {
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!web || uri.getRawUserInfo() != null || !LOOPBACK.contains(host(uri))) {
            return Optional.empty();
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String origin = uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host(uri) + port;
        return Optional.of(new OrgAddress(URI.create(origin), false));
    }

    private static URI parse(String text) {
        String withoutQuery = text.replaceFirst("(?s)[?#].*", "");
        String address =
                withoutQuery.contains("://") ? withoutQuery : "https://" + withoutQuery.replaceFirst("^//", "");
        try {
            return new URI(address.replaceFirst("(?s)^([^:/]+://[^/]*).*", "$1"));
        } catch (URISyntaxException broken) {
            throw refused("This is not an address"); // without the cause, which repeats the text
        }
    }

    private static void requirePlain(URI typed) {
        if (LOOPBACK.contains(host(typed))) {
            throw refused(
                    "This is an address of this machine; for a fake org, in tests, call allowingLoopback() before");
        }
        if ("http".equalsIgnoreCase(typed.getScheme())) {
            throw refused("Plain http would show the data to everybody on the way. Use https");
        }
        if (!"https".equalsIgnoreCase(typed.getScheme()) || host(typed).isEmpty()) {
            throw refused("This is not the address of an org");
        }
        if (typed.getRawUserInfo() != null) {
            throw refused("An address with a user name in it may lead elsewhere than it says");
        }
        if (NUMBERS.matcher(host(typed)).matches()) {
            throw refused("An org is never reached by an IP address");
        }
        if (typed.getPort() >= 0 && typed.getPort() != HTTPS) {
            throw refused("An org has no port of its own");
        }
    }

    private static String host(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static OrgAddress ofHost(String host) {
        Matcher own = OWN.matcher(host);
        Matcher page = PAGE.matcher(host);
        if (own.matches()) {
            return own(own);
        }
        if (page.matches()) {
            return own(page);
        }
        throw notAnOrg(host);
    }

    private static OrgAddress own(Matcher name) {
        boolean sandbox = name.group(1).contains("--") || TEST_LOGIN.contains(name.group(2));
        return new OrgAddress(URI.create("https://" + ownHost(name)), sandbox);
    }

    private static String ownHost(Matcher name) {
        return name.group(1) + name.group(2) + ".my.salesforce.com";
    }

    private static IllegalArgumentException notAnOrg(String host) {
        Matcher site = SITE.matcher(host);
        if (site.matches()) {
            boolean ofPackage = host.endsWith(".vf.force.com") || host.endsWith(".visualforce.com");
            String name = ofPackage ? site.group(1).replaceFirst("--[a-z0-9_]+$", "") : site.group(1);
            return refused(
                    "This is a site or a page of content, not the org itself",
                    name + site.group(2) + ".my.salesforce.com");
        }
        if (SHARED.matcher(host).matches()) {
            return refused("This is a page that all customers of Salesforce share, not your own org");
        }
        if (host.contains("salesforce.com")) {
            return refused("This only looks like an address of Salesforce, and leads elsewhere");
        }
        boolean bare = host.indexOf('.') < 0;
        return refused(
                bare ? "This is only a part of an address" : "This is not an address of Salesforce",
                bare ? host + ".my.salesforce.com" : null);
    }

    private static IllegalArgumentException refused(String what) {
        return refused(what, null);
    }

    private static IllegalArgumentException refused(String what, @Nullable String instead) {
        return new IllegalArgumentException(what + ". Use the org's own address, "
                + (instead == null
                        ? "such as https://" + USUAL
                                + ": after login it stands in the browser, and in Setup under My Domain."
                        : "https://" + instead + "."));
    }

    /**
     * Returns the address: scheme and host, and a port only on this machine.
     *
     * @return the address, without a slash at its end
     */
    public URI url() {
        return url;
    }

    /**
     * Returns whether the address is that of a sandbox or a scratch org, whose users log in at
     * {@code test.salesforce.com}.
     *
     * @return whether it is
     */
    public boolean isSandbox() {
        return sandbox;
    }

    /**
     * Returns whether this is an address of this machine, that of a fake org.
     *
     * @return whether it is
     */
    public boolean isLoopback() {
        return LOOPBACK.contains(url.getHost());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrgAddress address && url.equals(address.url);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    /** Returns the address as text. */
    @Override
    public String toString() {
        return url.toString();
    }
}
