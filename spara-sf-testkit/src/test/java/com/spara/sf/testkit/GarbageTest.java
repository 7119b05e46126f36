package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile bodies: exactly as large as they say, and made while they are read. */
@Timeout(30)
class GarbageTest {
    private static final long LARGE = 100_000_000;

    private final FakeOrg org = FakeOrg.create();

    private WireResponse answer(Garbage body) throws IOException {
        org.next(Call.any()).answers(200, body);
        WireRequest request = WireRequest.of("GET", URI.create(org.url() + "/services/data/v66.0/limits"))
                .withHeader("Authorization", "Bearer " + org.token())
                .withHeader("Accept-Encoding", "gzip");
        return org.transport().send(request, Duration.ofSeconds(10));
    }

    private static long count(InputStream body) throws IOException {
        return body.transferTo(OutputStream.nullOutputStream());
    }

    static List<Arguments> large() {
        return List.of(
                Arguments.of(Garbage.deepJson(LARGE), 2 * LARGE),
                Arguments.of(Garbage.hugeNumber(LARGE), LARGE + "{\"totalSize\":}".length()),
                Arguments.of(Garbage.hugeText(LARGE), LARGE + "{\"message\":\"\"}".length()),
                Arguments.of(Garbage.whiteSpace(LARGE), LARGE + "{}".length()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("large")
    void largeBodyIsAsLargeAsItSays(Garbage body, long bytes) throws IOException {
        try (WireResponse response = answer(body)) {
            assertEquals(bytes, count(response.body()));
        }
        assertEquals(0, org.calls().all().get(0).responseBody().length());
    }

    static List<Arguments> small() {
        return List.of(
                Arguments.of(Garbage.deepJson(3), "[[[]]]"),
                Arguments.of(Garbage.hugeNumber(4), "{\"totalSize\":9999}"),
                Arguments.of(Garbage.hugeText(4), "{\"message\":\"xxxx\"}"),
                Arguments.of(Garbage.whiteSpace(2), "  {}"),
                Arguments.of(Garbage.empty(), ""),
                Arguments.of(
                        Garbage.halfJson(),
                        "{\"totalSize\":1,\"done\":true,\"records\":[{\"attributes\":{\"type\":\"Le"),
                Arguments.of(
                        Garbage.contradiction(),
                        "{\"totalSize\":0,\"done\":true,\"done\":false,\"records\":[],\"totalSize\":1}"),
                Arguments.of(Garbage.hugeExponent(), "{\"totalSize\":1e999999999}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("small")
    void smallBodyShowsTheShape(Garbage body, String text) throws IOException {
        try (WireResponse response = answer(body)) {
            InputStream plain = response.header("Content-Encoding").isPresent()
                    ? new GZIPInputStream(response.body())
                    : response.body();
            assertEquals(text, new String(plain.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void bombIsSmallUntilItIsExpanded() throws IOException {
        try (WireResponse response = answer(Garbage.gzipBomb(LARGE))) {
            assertEquals("gzip", response.header("Content-Encoding").orElseThrow());
            assertEquals(LARGE + 2, count(new GZIPInputStream(response.body())));
        }
        try (WireResponse response = answer(Garbage.gzipBomb(LARGE))) {
            long sent = count(response.body());
            assertTrue(sent < LARGE / 900, () -> sent + " bytes");
        }
    }

    @Test
    void brokenUtf8CannotBeDecoded() throws IOException {
        org.next(Call.any()).answers(200, Garbage.brokenUtf8());
        byte[] broken = new Wire(org).get("limits").bytes();
        assertThrows(
                CharacterCodingException.class,
                () -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(broken)));
    }

    @Test
    void endlessBodyGoesOn() throws IOException {
        try (WireResponse response = answer(Garbage.endless())) {
            response.body().skipNBytes(LARGE);
            assertTrue(response.body().read() >= 0);
        }
    }

    @Test
    void sameGarbageIsAnsweredAgainAndAgain() throws IOException {
        org.next(Call.any()).answers(200, Garbage.deepJson(2)).times(2);
        Wire wire = new Wire(org);
        assertEquals("[[]]", wire.get("limits").body());
        assertEquals("[[]]", wire.get("limits").body());
    }
}
