package com.spara.sf.client.reliability;

import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.testkit.FakeOrg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The fake org behind a bare socket, which breaks the next write or read in one way. */
final class Peer implements AutoCloseable {

    /** How one exchange goes wrong, once the request was read; the answer is that of the org. */
    interface Break {
        void play(Socket socket, Answer answer) throws IOException;
    }

    /** Does the work, and gives the answer's bytes. */
    interface Answer {
        byte[] body() throws IOException;
    }

    private final FakeOrg org;
    private final ServerSocket listening;
    private final Queue<Break> breaks = new ConcurrentLinkedQueue<>();
    private final Queue<Break> readBreaks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();

    Peer(FakeOrg org) {
        this.org = org;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        start("peer", this::accept);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    void breaksTheNextWrite(Break how) {
        breaks.add(how);
    }

    void breaksTheNextRead(int times, Break how) {
        for (int i = 0; i < times; i++) {
            readBreaks.add(how);
        }
    }

    boolean isMet() {
        return breaks.isEmpty() && readBreaks.isEmpty();
    }

    /** The connections that were broken and are still open on the side of the library. */
    int open() {
        return open.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                start("peer-connection", () -> serve(socket));
            }
        } catch (IOException closed) {
            breaks.clear();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            while (exchange(socket)) {
                socket.getOutputStream().flush();
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt(); // the library closed the connection
        }
    }

    private boolean exchange(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        String first = line(in);
        if (first.isEmpty()) {
            return false;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.put(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        WireRequest request = request(first.split(" ", 3), headers, body);
        boolean isWrite = new String(body, StandardCharsets.UTF_8).contains("\"POST\"");
        Break planned = isWrite ? breaks.poll() : readBreaks.poll();
        if (planned != null) {
            open.incrementAndGet();
            try {
                planned.play(socket, () -> answer(request));
            } finally {
                open.decrementAndGet();
            }
            return false;
        }
        byte[] answer = answer(request);
        head(socket, "Content-Length: " + answer.length);
        socket.getOutputStream().write(answer);
        return true;
    }

    private WireRequest request(String[] first, Map<String, String> headers, byte[] body) {
        return WireRequest.of(first[0], URI.create(org.url() + first[1]))
                .withHeader("Authorization", headers.getOrDefault("Authorization", ""))
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private byte[] answer(WireRequest request) throws IOException {
        try (WireResponse response = org.transport().send(request, Duration.ofMinutes(1))) {
            return response.body().readAllBytes();
        }
    }

    /** Writes the head of an answer of JSON. */
    static void head(Socket socket, String more) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + more + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
