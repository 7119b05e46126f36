package com.spara.sf.client.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.spara.sf.spi.RequestNotSentException;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The wire itself: deadlines, redirects, resets. */
@Timeout(30)
@Isolated("takes the time")
class JdkTransportTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final JdkTransport transport = new JdkTransport();

    @Test
    void everyMethodCarriesItsHeadersAndBody() throws IOException {
        server.stubFor(WireMock.patch("/x?q=a%2Bb")
                .withHeader("Sforce-Auto-Assign", WireMock.equalTo("FALSE"))
                .withRequestBody(WireMock.equalTo("{}"))
                .willReturn(WireMock.ok("done").withHeader("Location", "/y")));
        WireRequest request = WireRequest.of("PATCH", at("/x?q=a%2Bb"))
                .withHeader("Sforce-Auto-Assign", "FALSE")
                .withBody("{}".getBytes(StandardCharsets.UTF_8));
        try (WireResponse response = transport.send(request, LONG)) {
            assertEquals(200, response.status());
            assertEquals("done", text(response));
            assertEquals("/y", response.header("location").orElseThrow());
        }
    }

    @Test
    void redirectsAreNotFollowedSinceTheyWouldCarryTheTokenAway() throws IOException {
        server.stubFor(WireMock.get("/from").willReturn(WireMock.temporaryRedirect("/to")));
        server.stubFor(WireMock.get("/to").willReturn(WireMock.ok()));
        try (WireResponse response = transport.send(get("/from"), LONG)) {
            assertEquals(302, response.status());
        }
        server.verify(0, WireMock.getRequestedFor(WireMock.urlEqualTo("/to")));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenAnswerIsAFailureThatMayHaveHappened(Fault fault) {
        server.stubFor(WireMock.post("/x").willReturn(WireMock.aResponse().withFault(fault)));
        WireRequest request = WireRequest.of("POST", at("/x")).withBody(new byte[] {1});
        IOException thrown = assertThrows(IOException.class, () -> text(transport.send(request, LONG)));
        assertTrue(!(thrown instanceof RequestNotSentException), thrown.toString());
    }

    @Test
    void aRefusedConnectionWasCertainlyNotSent() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + port + "/");
        IOException thrown = assertThrows(IOException.class, () -> transport.send(WireRequest.of("GET", nobody), LONG));
        assertInstanceOf(RequestNotSentException.class, thrown);
    }

    @Test
    void anAnswerThatNeverComesEndsAtTheDeadline() {
        server.stubFor(WireMock.post("/slow").willReturn(WireMock.ok().withFixedDelay(10_000)));
        WireRequest request = WireRequest.of("POST", at("/slow")).withBody(new byte[] {1});
        assertEndsSoon(() -> transport.send(request, SHORT));
    }

    @Test
    void aBodyThatDripsEndsAtTheDeadlineAndClosesTheSocket() throws Exception {
        try (ServerSocket listening = new ServerSocket(0)) {
            URI address = URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
            Thread dripping = new Thread(() -> drip(listening));
            dripping.start();
            assertEndsSoon(() -> text(transport.send(WireRequest.of("GET", address), SHORT)));
            dripping.join(5_000);
            assertTrue(!dripping.isAlive(), "the socket was left open");
        }
    }

    /** Sends one byte of a long body every 20 ms, until the other side closes the connection. */
    private static void drip(ServerSocket listening) {
        try (Socket socket = listening.accept()) {
            socket.getInputStream().read(new byte[4_096]);
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100_000; i++) {
                socket.getOutputStream().write('x');
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertEndsSoon(Sending sending) {
        long start = System.nanoTime();
        assertThrows(IOException.class, sending::send);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, took.toString());
    }

    private interface Sending {
        Object send() throws IOException;
    }

    private WireRequest get(String path) {
        return WireRequest.of("GET", at(path));
    }

    private URI at(String path) {
        return URI.create(server.baseUrl() + path);
    }

    private static String text(WireResponse response) throws IOException {
        boolean gzip =
                response.header("Content-Encoding").filter("gzip"::equals).isPresent();
        InputStream body = gzip ? new GZIPInputStream(response.body()) : response.body();
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
}
