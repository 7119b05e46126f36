package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.spi.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each trouble of the wire happens to logging in as it does to data, and is told apart by whether the work was done. */
@Timeout(30)
class LoginOnItsWayTest {
    private static final Duration LATE = Duration.ofSeconds(3);
    private static final String BUSY = "busy";

    private final FakeOrg org = FakeOrg.create();
    private final LoginWire wire = new LoginWire(org);
    private final String refreshToken = LoginWire.app(org).refreshToken(org.user());
    private final Trouble trouble = org.next(Call.token("refresh_token"));

    private WireRequest refresh() {
        return wire.request(
                "/services/oauth2/token",
                "grant_type=refresh_token",
                "client_id=" + LoginWire.KEY,
                "client_secret=" + LoginWire.SECRET,
                "refresh_token=" + refreshToken);
    }

    private int refreshes() {
        return org.logins().grants().get(0).refreshes();
    }

    private static Arguments row(String name, Consumer<Trouble> plan, Object expected, int refreshes) {
        return Arguments.of(Named.of(name, plan), expected, refreshes);
    }

    static Stream<Arguments> answered() {
        byte[] bytes = BUSY.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                row("text", next -> next.answers(502, "text/plain", BUSY), 502, 0),
                row("bytes", next -> next.answers(502, "text/plain", bytes), 502, 0),
                row("garbage", next -> next.answers(207, Garbage.notJson()), 207, 0),
                row("error", next -> next.answersError(500, "UNKNOWN_EXCEPTION", BUSY), 500, 0),
                row("maintenance page", Trouble::answersMaintenancePage, 503, 0),
                row("refusal", next -> next.refusesLogin(429, "rate_limit_exceeded", BUSY), 429, 0),
                row(
                        "text after commit",
                        next -> next.answers(502, "text/plain", BUSY).afterCommit(),
                        502,
                        1),
                row(
                        "refusal after commit",
                        next -> next.refusesLogin(503, "x", BUSY).afterCommit(),
                        503,
                        1),
                row("slow", next -> next.isSlow(LATE), 200, 1),
                row("late body", next -> next.sendsItsBodyLate(LATE), 200, 1),
                row("half unframed", Trouble::truncatesItsAnswerUnframed, 200, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answered")
    void tokenRequestIsAnsweredAsPlanned(Consumer<Trouble> plan, int status, int refreshes) {
        plan.accept(trouble);
        assertEquals(status, wire.send(refresh()).status());
        assertEquals(refreshes, refreshes());
        assertEquals("POST oauth2/token", org.metTrouble().get(0).call());
    }

    static Stream<Arguments> failed() {
        return Stream.of(
                row("never sent", Trouble::isNeverSent, "not sent", 0),
                row("lost request", Trouble::losesTheRequest, "reset", 0),
                row("lost answer", Trouble::losesItsAnswerAfterCommit, "reset", 1),
                row("slower than the deadline", next -> next.isSlow(Duration.ofMinutes(1)), "deadline", 1),
                row("body after the deadline", next -> next.sendsItsBodyLate(Duration.ofMinutes(1)), "deadline", 1),
                row("half", Trouble::truncatesItsAnswer, "", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failed")
    void tokenRequestFailsAsPlanned(Consumer<Trouble> plan, String message, int refreshes) {
        plan.accept(trouble);
        IOException failure = assertThrows(IOException.class, () -> wire.trySend(refresh()));
        assertTrue(String.valueOf(failure.getMessage()).contains(message), failure::toString);
        assertEquals(refreshes, refreshes());
    }

    static Stream<Named<Consumer<Trouble>>> ofDataAlone() {
        return Stream.of(
                Named.of("refuses", next -> next.refuses("UNABLE_TO_LOCK_ROW", BUSY)),
                Named.of("commits late", next -> next.commitsLate(LATE)),
                Named.of("expires the token", Trouble::expiresTheToken),
                Named.of("uses up the daily calls", Trouble::usesUpTheCalls),
                Named.of("kills the cursors", Trouble::killsTheCursors),
                Named.of("exceeds the concurrent limit", Trouble::exceedsConcurrentLimit));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofDataAlone")
    void troubleOfDataAloneIsNotPlannedForALogin(Consumer<Trouble> plan) {
        String message = assertThrows(IllegalStateException.class, () -> plan.accept(trouble))
                .getMessage();
        assertTrue(message.startsWith("a token request by refresh_token is a call for logging in"), message);
        assertTrue(message.contains("refusesLogin(...)"), message);
        assertEquals(200, wire.send(refresh()).status());
    }

    @Test
    void slowLoginMovesTheClockOfTheOrg() {
        Instant before = org.clock().instant();
        trouble.isSlow(LATE);
        wire.send(refresh());
        assertEquals(before.plus(LATE), org.clock().instant());
    }

    @Test
    void plannedRefusalMayAskToComeBackLater() {
        trouble.refusesLogin(503, "service_unavailable", BUSY).withHeader("Retry-After", "3");
        assertEquals("3", wire.send(refresh()).headers().get("Retry-After"));
    }

    @ParameterizedTest
    @EnumSource
    void tokenAnswerIsSpoilt(Spoiled how) {
        String right = wire.send(refresh()).body();
        trouble.stops();
        org.next(Call.token()).spoilsItsAnswer(how);
        Wire.Reply reply = wire.send(refresh());
        boolean list = how == Spoiled.RESULT_MISSING || how == Spoiled.RESULT_TWICE;
        boolean sameLength = list || how == Spoiled.WRONG_CONTENT_TYPE;
        assertEquals(sameLength, reply.bytes().length == right.length(), reply::body);
        assertEquals(2, refreshes());
    }

    @Test
    void wrongContentTypeTakesThePlaceOfTheRightOne() {
        trouble.spoilsItsAnswer(Spoiled.WRONG_CONTENT_TYPE);
        assertEquals("text/html;charset=UTF-8", wire.send(refresh()).headers().get("Content-Type"));
    }

    @Test
    void pageOfConsentHasNoMembersToSpoil() {
        URI url = LoginWire.authorizationUrl();
        String path = url.getRawPath() + "?" + url.getRawQuery();
        String right = wire.get(path).body();
        org.next(Call.authorize()).spoilsItsAnswer(Spoiled.KEYS_TWICE);
        assertEquals(right, wire.get(path).body());
    }

    @Test
    void revocationIsDoneThoughItsAnswerIsLost() {
        String token = wire.send(refresh()).text("/access_token");
        org.next(Call.revoke()).truncatesItsAnswer();
        assertThrows(UncheckedIOException.class, () -> wire.post("revoke", "token=" + token));
        assertEquals(401, wire.dataStatus(token));
    }

    @Test
    void browserWaitsForASlowPageAMinuteAtMost() {
        org.next(Call.authorize()).isSlow(LATE);
        assertTrue(org.logins()
                .allow(LoginWire.authorizationUrl(), org.user())
                .getQuery()
                .contains("code="));
        org.next(Call.authorize()).isSlow(Duration.ofHours(1));
        assertThrows(UncheckedIOException.class, () -> org.logins().allow(LoginWire.authorizationUrl(), org.user()));
    }
}
