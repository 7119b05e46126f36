package com.spara.sf.testkit.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The wire over a port of this machine, for clients that open a socket, and a page for people with a browser. */
public final class LoopbackServer implements AutoCloseable {
    private static final Map<String, String> PAGE_HEADERS = Map.of(
            "Content-Type", "text/html;charset=UTF-8",
            "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
            "Cache-Control", "no-store");

    private final Gateway gateway;
    private final FrontPage page;
    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch closing = new CountDownLatch(1);

    static {
        // without it, each answer on a kept connection waits some 40 ms for an acknowledgement
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
    }

    /** Binds the port. */
    public LoopbackServer(Gateway gateway, FrontPage page, Port port) {
        this.gateway = gateway;
        this.page = page;
        this.threads = Executors.newCachedThreadPool(LoopbackServer::daemon);
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()), 0);
        } catch (IOException e) {
            threads.shutdownNow();
            throw new UncheckedIOException(
                    "port " + port.number() + " of this machine cannot be bound; take another or 0", e);
        }
        server.setExecutor(delayedBy(port.latency()));
        server.createContext("/", this::answer);
        server.start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fake-org");
        thread.setDaemon(true);
        return thread;
    }

    private Executor delayedBy(Duration latency) {
        return latency.isZero()
                ? threads
                : CompletableFuture.delayedExecutor(latency.toNanos(), TimeUnit.NANOSECONDS, threads);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers one request; a cut connection is closed without an answer. */
    private void answer(HttpExchange http) throws IOException {
        try (http) {
            WireCall call = call(http);
            new LoopbackAnswer(http, isPage(http) ? page(call) : gateway.exchange(call), closing).send();
        } catch (CutException planned) {
            http.close();
        }
    }

    private static boolean isPage(HttpExchange http) {
        return http.getRequestMethod().equals("GET")
                && http.getRequestURI().getRawPath().equals("/");
    }

    private WireReply page(WireCall call) {
        String html = page.html(ResourcePath.parse(call.target()).query());
        return new WireReply(
                HttpStatus.OK, PAGE_HEADERS, WireBody.of(html.getBytes(StandardCharsets.UTF_8)), Delivery.PROMPT);
    }

    private static WireCall call(HttpExchange http) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        http.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        byte[] body = http.getRequestBody().readAllBytes();
        return new WireCall(http.getRequestMethod(), http.getRequestURI().toString(), headers, body);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdown();
    }
}
