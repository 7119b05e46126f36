package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same org over a port, spoken to by the JDK's own client. */
@Timeout(30)
class FakeServerTest {
    private final FakeOrg org = FakeOrg.create();
    private final FakeServer server = org.serve();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/services/data/v66.0/" + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + org.token());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    @Test
    void recordsAreWrittenAndReadWithEveryMethod() throws Exception {
        HttpResponse<byte[]> created = send(request("sobjects/Lead")
                .POST(BodyPublishers.ofString("{\"LastName\":\"Łovelace\",\"Company\":\"C\"}")));
        assertEquals(201, created.statusCode());
        RecordId id = org.only("Lead").id();
        HttpRequest.Builder patch =
                request("sobjects/Lead/" + id).method("PATCH", BodyPublishers.ofString("{\"Phone\":\"1\"}"));
        assertEquals(204, send(patch).statusCode());
        HttpResponse<byte[]> read = send(request("sobjects/Lead/" + id + "?fields=LastName,Phone"));
        assertTrue(
                new String(read.body(), StandardCharsets.UTF_8).contains("\"LastName\":\"Łovelace\",\"Phone\":\"1\""));
        assertEquals(
                "api-usage=3/100000",
                read.headers().firstValue("Sforce-Limit-Info").orElseThrow());
        assertEquals(204, send(request("sobjects/Lead/" + id).DELETE()).statusCode());
        assertTrue(org.record(id).isDeleted());
    }

    @Test
    void answersAreCompressedWhenAskedFor() throws Exception {
        HttpResponse<byte[]> reply = send(request("sobjects/Lead/describe").header("Accept-Encoding", "gzip"));
        assertEquals("gzip", reply.headers().firstValue("Content-Encoding").orElseThrow());
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(reply.body())).readAllBytes();
        assertTrue(plain.length > 5 * reply.body().length);
    }

    @Test
    void headAnswersWithoutABody() throws Exception {
        HttpResponse<byte[]> reply = send(request("sobjects/Lead/describe").method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, reply.statusCode());
        assertEquals(0, reply.body().length);
    }

    @Test
    void plannedCutClosesTheConnection() {
        org.next(Call.create("Lead")).losesItsAnswerAfterCommit();
        HttpRequest.Builder create =
                request("sobjects/Lead").POST(BodyPublishers.ofString("{\"LastName\":\"L\",\"Company\":\"C\"}"));
        assertThrows(IOException.class, () -> send(create));
        assertEquals("L", org.only("Lead").text("LastName"));
    }

    @Test
    void portThatIsTakenIsNamed() {
        int port = URI.create(server.url()).getPort();
        UncheckedIOException taken = assertThrows(UncheckedIOException.class, () -> org.serve(port));
        assertTrue(taken.getMessage().contains(String.valueOf(port)), taken.getMessage());
    }

    @Test
    void closedServerAnswersNobody() {
        server.close();
        assertThrows(IOException.class, () -> send(request("limits")));
    }
}
