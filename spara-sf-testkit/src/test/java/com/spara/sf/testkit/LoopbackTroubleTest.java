package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same trouble on a port, met by the JDK's own client. */
@Timeout(30)
@Isolated("takes the time")
class LoopbackTroubleTest {
    private static final Duration SHORT = Duration.ofMillis(150);

    private final FakeOrg org = FakeOrg.create();
    private final FakeServer server = org.serve();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        server.close();
    }

    private <T> HttpResponse<T> create(BodyHandler<T> handler, Duration timeout)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/services/data/v66.0/sobjects/Lead"))
                .timeout(timeout)
                .header("Authorization", "Bearer " + org.token())
                .POST(BodyPublishers.ofString("{\"LastName\":\"L\",\"Company\":\"C\"}"))
                .build();
        return client.send(request, handler);
    }

    private HttpResponse<String> create() throws IOException, InterruptedException {
        return create(BodyHandlers.ofString(), Duration.ofSeconds(10));
    }

    static List<Arguments> answered() {
        return List.of(
                answered("an error", 503, 0, t -> t.answersError(503, "SERVER_UNAVAILABLE", "x")),
                answered("a page", 503, 0, Trouble::answersMaintenancePage),
                answered(
                        "a page after the commit",
                        503,
                        1,
                        t -> t.answersMaintenancePage().afterCommit()),
                answered("the concurrent limit", 403, 0, Trouble::exceedsConcurrentLimit),
                answered("an expired token", 401, 0, Trouble::expiresTheToken),
                answered("no calls left", 403, 0, Trouble::usesUpTheCalls),
                answered("a slow answer", 201, 1, t -> t.isSlow(SHORT)),
                answered("a late body", 201, 1, t -> t.sendsItsBodyLate(SHORT)),
                answered("an unframed half", 201, 1, Trouble::truncatesItsAnswerUnframed),
                answered("broken UTF-8", 201, 1, t -> t.spoilsItsAnswer(Spoiled.BROKEN_UTF_8)),
                answered("an empty body", 201, 1, t -> t.spoilsItsAnswer(Spoiled.EMPTY)),
                answered("deep JSON", 200, 0, t -> t.answers(200, Garbage.deepJson(100_000))),
                answered("a refused record", 400, 0, t -> t.refuses("UNABLE_TO_LOCK_ROW", "x")));
    }

    private static Arguments answered(String name, int status, int records, UnaryOperator<Trouble> plan) {
        return Arguments.of(name, status, records, plan);
    }

    @ParameterizedTest(name = "{0} -> {1}, {2} records")
    @MethodSource("answered")
    void troubleIsAnsweredAndGoneWithTheNextCall(String what, int status, int records, UnaryOperator<Trouble> plan)
            throws Exception {
        Trouble trouble = plan.apply(org.next(Call.create("Lead")));
        assertEquals(status, create().statusCode(), what);
        assertEquals(records, org.records("Lead").size());
        assertEquals(List.of(), org.unmetTrouble());
        assertEquals(trouble, org.metTrouble().get(0).trouble());
    }

    static List<Arguments> cut() {
        return List.of(
                cut("a lost answer", 1, Trouble::losesItsAnswerAfterCommit),
                cut("a lost request", 0, Trouble::losesTheRequest),
                cut("a request never sent", 0, Trouble::isNeverSent),
                cut("a late commit", 0, t -> t.commitsLate(Duration.ofSeconds(5))),
                cut("a truncated answer", 1, Trouble::truncatesItsAnswer));
    }

    private static Arguments cut(String name, int records, UnaryOperator<Trouble> plan) {
        return Arguments.of(name, records, plan);
    }

    @ParameterizedTest(name = "{0}, {1} records")
    @MethodSource("cut")
    void connectionFailsAndTheNextOneWorks(String what, int records, UnaryOperator<Trouble> plan) throws Exception {
        plan.apply(org.next(Call.create("Lead")));
        assertThrows(IOException.class, this::create, what);
        assertEquals(records, org.records("Lead").size());
        assertEquals(201, create().statusCode());
    }

    @Test
    void lateCommitIsSeenWhenTheClockHasMoved() {
        org.next(Call.create("Lead")).commitsLate(Duration.ofSeconds(5));
        assertThrows(IOException.class, this::create);
        org.clock().advance(Duration.ofSeconds(5));
        assertEquals("L", org.only("Lead").text("LastName"));
    }

    @Test
    void answerSlowerThanTheTimeoutIsLostAndTheWorkIsDone() {
        org.next(Call.create("Lead")).isSlow(Duration.ofSeconds(20));
        assertThrows(HttpTimeoutException.class, () -> create(BodyHandlers.ofString(), SHORT));
        assertEquals("L", org.only("Lead").text("LastName"));
    }

    @Test
    void headArrivesBeforeALateBody() throws Exception {
        org.next(Call.create("Lead")).sendsItsBodyLate(Duration.ofSeconds(1));
        long start = System.nanoTime();
        HttpResponse<InputStream> response = create(BodyHandlers.ofInputStream(), Duration.ofSeconds(10));
        long head = System.nanoTime() - start;
        try (InputStream body = response.body()) {
            assertTrue(body.readAllBytes().length > 0);
        }
        long whole = System.nanoTime() - start;
        assertTrue(whole - head > Duration.ofMillis(300).toNanos(), head + " of " + whole);
    }

    @Test
    void slowAnswerHoldsNobodyElseUp() throws Exception {
        org.next(Call.create("Lead")).isSlow(Duration.ofSeconds(20));
        assertThrows(HttpTimeoutException.class, () -> create(BodyHandlers.ofString(), SHORT));
        assertEquals(201, create().statusCode());
    }

    @Test
    void unframedHalfLooksLikeAWhole() throws Exception {
        org.next(Call.create("Lead")).truncatesItsAnswerUnframed();
        int half = create().body().length();
        int whole = create().body().length();
        assertEquals(whole / 2, half);
    }

    @Test
    void bombTravelsSmall() throws Exception {
        org.next(Call.create("Lead")).answers(200, Garbage.gzipBomb(50_000_000));
        HttpResponse<InputStream> response = create(BodyHandlers.ofInputStream(), Duration.ofSeconds(10));
        try (InputStream plain = new GZIPInputStream(response.body())) {
            assertEquals(50_000_002, plain.transferTo(OutputStream.nullOutputStream()));
        }
    }

    @Test
    void endlessBodyEndsWithTheClient() throws Exception {
        org.next(Call.create("Lead")).answers(200, Garbage.endless());
        HttpResponse<InputStream> response = create(BodyHandlers.ofInputStream(), Duration.ofSeconds(10));
        try (InputStream body = response.body()) {
            body.skipNBytes(10_000_000);
        }
        assertEquals(201, create().statusCode());
    }
}
