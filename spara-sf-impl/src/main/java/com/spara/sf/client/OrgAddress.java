package com.spara.sf.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Takes an org's address apart and keeps its origin: the only place the token is ever sent to. */
final class OrgAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private OrgAddress() {}

    static URI of(String url) {
        URI uri = parse(url.strip());
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (host.isEmpty() || uri.getRawUserInfo() != null || !secure && !LOOPBACK.contains(host)) {
            throw refused();
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port);
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException broken) {
            throw refused();
        }
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException(
                "Not the address of an org. Give the one that the browser shows after login, "
                        + "for example https://yourcompany.my.salesforce.com.");
    }
}
