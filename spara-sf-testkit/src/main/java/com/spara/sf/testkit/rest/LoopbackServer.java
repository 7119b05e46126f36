package com.spara.sf.testkit.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The wire over a port of this machine, for clients that open a socket. */
public final class LoopbackServer implements AutoCloseable {
    private final Gateway gateway;
    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Binds the port; 0 takes a free one. */
    public LoopbackServer(Gateway gateway, int port) {
        this.gateway = gateway;
        this.threads = Executors.newCachedThreadPool(LoopbackServer::daemon);
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            threads.shutdownNow();
            throw new UncheckedIOException("port " + port + " of this machine cannot be bound; take another or 0", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fake-org");
        thread.setDaemon(true);
        return thread;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers one request; a cut connection is closed without an answer. */
    private void answer(HttpExchange http) throws IOException {
        try (http) {
            new LoopbackAnswer(http, gateway.exchange(call(http)), closing).send();
        } catch (CutException planned) {
            http.close();
        }
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
