package com.spara.sf.client.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.spara.sf.Lead;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.sync.Outcome;
import com.spara.sf.testkit.FakeOrg;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The faults that only a real socket has, with the transport of production: what is told, and that nothing stays open. */
@Timeout(60)
@Isolated("counts threads and takes the time")
class SocketTest {

    private static final Duration DEADLINE = Duration.ofSeconds(4);
    private static final Duration SLACK = Duration.ofMillis(1_500);
    private static final byte[] PIECE = "{\"x\":1},".repeat(8_192).getBytes(StandardCharsets.US_ASCII);

    private static final byte[] HEADERS =
            "X-Padding: more and more\r\n".repeat(1_024).getBytes(StandardCharsets.US_ASCII);

    /** The JDK takes headers of 384 KiB; the rest is what the system's buffers hold on both sides, three times. */
    private static final long MOST_BYTES_OF_HEADERS = 48L * 1024 * 1024;

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final FakeOrg org = FakeOrg.create();
    private final Peer peer = new Peer(org);
    private final Salesforce salesforce =
            Salesforce.create().allowingLoopback().withDeadline(DEADLINE).withSleeper(time -> {});

    @AfterEach
    void close() throws IOException {
        peer.close();
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                planned("reset, not carried out", Outcome.UNKNOWN, (socket, answer) -> reset(socket)),
                planned("reset, carried out", Outcome.CREATED, (socket, answer) -> {
                    answer.body();
                    reset(socket);
                }),
                planned("closed without an answer", Outcome.UNKNOWN, (socket, answer) -> socket.close()),
                planned("Content-Length cut short", Outcome.CREATED, (socket, answer) -> {
                    byte[] body = answer.body();
                    Peer.head(socket, "Content-Length: " + body.length);
                    socket.getOutputStream().write(body, 0, body.length / 2);
                }),
                planned("chunks cut short", Outcome.CREATED, (socket, answer) -> {
                    byte[] body = answer.body();
                    Peer.head(socket, "Transfer-Encoding: chunked");
                    chunk(socket, body, body.length / 2);
                }),
                planned("no length, cut short", Outcome.CREATED, (socket, answer) -> {
                    byte[] body = answer.body();
                    Peer.head(socket, "Connection: close");
                    socket.getOutputStream().write(body, 0, body.length / 2);
                }),
                planned("never answered", Outcome.UNKNOWN, (socket, answer) -> untilClosed(socket)),
                planned("a byte now and then", Outcome.UNKNOWN, (socket, answer) -> {
                    answer.body();
                    Peer.head(socket, "Content-Length: 100000");
                    drip(socket);
                }),
                planned("without end", Outcome.CREATED, (socket, answer) -> {
                    answer.body();
                    Peer.head(socket, "Connection: close");
                    flood(socket);
                }),
                planned("one header of 512 KiB", Outcome.CREATED, (socket, answer) -> {
                    answer.body();
                    Peer.head(socket, "X-Long: " + "x".repeat(512 * 1024) + "\r\nContent-Length: 0");
                }));
    }

    private static Arguments planned(String name, Outcome outcome, Peer.Break how) {
        return arguments(named(name, how), outcome);
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void nothingIsThereTwiceAndNothingStaysOpen(Peer.Break how, Outcome outcome) throws InterruptedException {
        var sync = salesforce.connect(peer.url(), AccessToken.of(org.token())).sync(Host.PLAIN);
        sync.push(Lead.of("warm@example.com"));
        peer.breaksTheNextWrite(how);
        long start = System.nanoTime();
        Outcome told = sync.push(Operation.ada()).lead().outcome();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertEquals(outcome, told);
        assertTrue(peer.isMet());
        assertTrue(org.records("Lead").size() <= 2);
        assertTrue(took.compareTo(DEADLINE.plus(SLACK)) < 0, took.toString());
        assertNothingIsLeft(took);
    }

    /** The broken connection is closed; the library has no thread that waits for it. */
    private void assertNothingIsLeft(Duration took) throws InterruptedException {
        long end = System.nanoTime();
        List<String> left = left();
        while (!left.isEmpty() && System.nanoTime() - end < SLACK.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(10);
            left = left();
        }
        long after = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - end);
        System.out.println("told after " + took.toMillis() + " ms, closed " + after + " ms later");
        assertEquals(List.of(), left);
    }

    /** At one moment: a thread of the pool may pass through the library once more, to hear that its connection is closed. */
    private List<String> left() {
        return Stream.concat(Collections.nCopies(peer.open(), "connection").stream(), Threads.atWork(before).stream())
                .toList();
    }

    /** The JDK reads no further and leaves that connection to the peer; nothing else can close it. */
    @Test
    void headersWithoutEndAreNotReadForLongAndSaidToBeNoAnswer() throws InterruptedException {
        AtomicLong sent = new AtomicLong();
        var sync = salesforce.connect(peer.url(), AccessToken.of(org.token())).sync(Host.PLAIN);
        sync.push(Lead.of("warm@example.com"));
        peer.breaksTheNextRead(3, (socket, answer) -> {
            begin(socket);
            while (true) {
                socket.getOutputStream().write(HEADERS);
                sent.addAndGet(HEADERS.length);
            }
        });
        OrgUnreachableException told = assertThrows(OrgUnreachableException.class, () -> sync.push(Operation.ada()));
        assertEquals(ReasonCode.ANSWER_LOST, told.reason().code());
        assertEquals("Header size too big", causeOf(told).split(":", 2)[0]);
        TimeUnit.MILLISECONDS.sleep(200);
        long taken = sent.get();
        TimeUnit.MILLISECONDS.sleep(200);
        assertEquals(taken, sent.get(), "it is still read");
        assertTrue(taken < MOST_BYTES_OF_HEADERS, "sent " + taken);
        assertEquals(List.of(), Threads.atWork(before));
    }

    private static String causeOf(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static void begin(Socket socket) throws IOException {
        socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aRedirectTakesTheTokenNowhere() throws Exception {
        CountDownLatch visited = new CountDownLatch(1);
        try (ServerSocket elsewhere = new ServerSocket(0)) {
            Thread listening = new Thread(() -> visit(elsewhere, visited));
            listening.setDaemon(true);
            listening.start();
            var sync =
                    salesforce.connect(peer.url(), AccessToken.of(org.token())).sync(Host.PLAIN);
            sync.push(Lead.of("warm@example.com"));
            String there = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/";
            peer.breaksTheNextWrite((socket, answer) -> socket.getOutputStream()
                    .write(("HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 0\r\nLocation: " + there + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII)));
            assertEquals(Outcome.UNKNOWN, sync.push(Operation.ada()).lead().outcome());
            assertTrue(!visited.await(200, TimeUnit.MILLISECONDS), "the token went elsewhere");
        }
    }

    private static void visit(ServerSocket elsewhere, CountDownLatch visited) {
        try (Socket socket = elsewhere.accept()) {
            visited.countDown();
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static void chunk(Socket socket, byte[] body, int sent) throws IOException {
        socket.getOutputStream().write((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body, 0, sent);
    }

    private static void untilClosed(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            socket.getOutputStream().flush();
        }
    }

    private static void drip(Socket socket) throws IOException {
        try {
            while (true) {
                socket.getOutputStream().write(' ');
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void flood(Socket socket) throws IOException {
        socket.getOutputStream().write("[".getBytes(StandardCharsets.US_ASCII));
        while (true) {
            socket.getOutputStream().write(PIECE);
        }
    }
}
