package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.spara.sf.connect.Connection;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.sync.Outcome;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person at a real browser connects the org. Runs with {@code -Pchromium} only; see docs/fake-org-oauth.md. */
@Tag("chromium")
class ChromiumLoginTest extends OnServedOrg {

    private final CompletableFuture<URI> back = new CompletableFuture<>();
    private final HttpServer host = host();

    @TempDir
    Path profile;

    private static HttpServer host() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private String callback() {
        return "http://127.0.0.1:" + host.getAddress().getPort() + "/callback";
    }

    @BeforeEach
    void waitForThePerson() {
        host.createContext("/callback", this::welcome);
        host.start();
    }

    private void welcome(HttpExchange request) throws IOException {
        try (request) {
            back.complete(URI.create(callback()).resolve(request.getRequestURI()));
            byte[] page = "Welcome back.".getBytes(StandardCharsets.UTF_8);
            request.sendResponseHeaders(200, page.length);
            request.getResponseBody().write(page);
        }
    }

    @AfterEach
    void stopWaiting() {
        host.stop(0);
    }

    private Chromium browser() throws IOException {
        var driver = Chromium.driver();
        assumeTrue(
                driver.isPresent(),
                "There is no chromedriver on the PATH. Install Chromium with its driver, or name the driver by "
                        + "-Dchromedriver=/path/to/chromedriver.");
        return Chromium.start(driver.get(), profile);
    }

    @Test
    void aPersonChoosesAUserClicksAllowAndLeadsArePushed() throws Exception {
        var grace = org.user("Grace Hopper", "grace@acme.example");
        Connection acme = acme(callback());
        WebLogin login = acme.beginLogin(server.url());
        try (Chromium browser = browser()) {
            browser.open(login.url());
            assertTrue(browser.text().startsWith("Allow access?"), browser.text());
            assertTrue(browser.text().contains("refresh_token"), browser.text());
            browser.click("option[value='" + grace + "']");
            Files.write(Path.of("target", "consent.png"), browser.picture());
            browser.click("button[value=Allow]");
            acme.finishLogin(login, back.get(30, TimeUnit.SECONDS));
            assertEquals("Welcome back.", browser.text());
        }
        assertEquals(grace, org.logins().grants().get(0).user());
        assertEquals(Outcome.CREATED, push(acme, "ada@example.com"));
    }
}
