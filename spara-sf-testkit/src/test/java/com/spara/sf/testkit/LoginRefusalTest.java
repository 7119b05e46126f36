package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each documented error of the token endpoint that follows from the state of the org, brought about by that state. */
class LoginRefusalTest {
    private final FakeOrg org = FakeOrg.create();
    private final FakeApp app = LoginWire.app(org);
    private final LoginWire wire = new LoginWire(org);

    private static Arguments row(String error, String description, Function<LoginRefusalTest, Wire.Reply> login) {
        return Arguments.of(error, description, login);
    }

    /** A refresh that would succeed but for what happened before it. */
    private Wire.Reply refreshAfter(Runnable event) {
        String token = app.refreshToken(org.user());
        event.run();
        return wire.refresh(token);
    }

    static List<Arguments> rows() {
        return List.of(
                row("invalid_grant", "expired access/refresh token", test -> test.wire.refresh("5Aep861.nonsense")),
                row(
                        "invalid_grant",
                        "expired access/refresh token",
                        test -> test.refreshAfter(
                                () -> test.org.logins().grants().get(0).revoke())),
                row(
                        "invalid_grant",
                        "authentication failure",
                        test -> test.refreshAfter(() -> test.org.logins().userIsFrozen(test.org.user(), true))),
                row(
                        "invalid_grant",
                        "inactive user",
                        test -> test.refreshAfter(() -> test.org.deactivate(test.org.user()))),
                row(
                        "inactive_user",
                        "User is inactive",
                        test -> test.refreshAfter(() -> {
                            test.org.settle(Unsettled.INACTIVE_USERS_HAVE_A_CODE, true);
                            test.org.deactivate(test.org.user());
                        })),
                row(
                        "invalid_grant",
                        "ip restricted",
                        test -> test.refreshAfter(() -> test.org.logins().ipIsRestricted(true))),
                row(
                        "invalid_grant",
                        "invalid login hours",
                        test -> test.refreshAfter(
                                () -> test.org.logins().hours(LocalTime.of(10, 0), LocalTime.of(18, 0)))),
                row("invalid_grant", "expired authorization code", test -> {
                    String code = test.wire.code();
                    test.org.clock().advance(Duration.ofMinutes(15));
                    return test.wire.exchange(code);
                }),
                row("invalid_grant", "invalid authorization code", test -> test.wire.exchange("nonsense")),
                row(
                        "invalid_client_id",
                        "client identifier invalid",
                        test -> test.wire.post("token", "grant_type=refresh_token", "client_id=nobody")),
                row(
                        "invalid_client",
                        "invalid client credentials",
                        test -> test.refreshAfter(() -> test.app.secret("rotated"))),
                row(
                        "invalid_app_access",
                        "user is not admin approved to access this app",
                        test -> test.refreshAfter(test.app::adminApprovedOnly)),
                row(
                        "inactive_org",
                        "Org is locked, closed, or suspended",
                        test -> test.refreshAfter(() -> test.org.logins().orgIsLocked(true))),
                row(
                        "rate_limit_exceeded",
                        "Number of logins exceeded",
                        test -> test.refreshAfter(() -> test.org.logins().mostPerHour(0))),
                row("unsupported_grant_type", "grant type not supported", test -> test.wire.token("password")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void stateAnswersWithItsError(String error, String description, Function<LoginRefusalTest, Wire.Reply> login) {
        Wire.Reply reply = login.apply(this);
        assertEquals(400, reply.status(), reply.body());
        assertEquals(error, reply.text("/error"));
        assertEquals(description, reply.text("/error_description"));
        assertEquals("application/json;charset=UTF-8", reply.headers().get("Content-Type"));
    }

    @Test
    void whatAnAdminUndoesIsGoodAgain() {
        String token = app.refreshToken(org.user());
        org.logins().orgIsLocked(true);
        org.logins().ipIsRestricted(true);
        org.logins().userIsFrozen(org.user(), true);
        assertEquals(400, wire.refresh(token).status());
        org.logins().orgIsLocked(false);
        org.logins().ipIsRestricted(false);
        org.logins().userIsFrozen(org.user(), false);
        assertEquals(200, wire.refresh(token).status());
    }

    @ParameterizedTest(name = "from {0} until {1}: {2}")
    @CsvSource({
        "09:00,18:00,200",
        "08:00,09:00,400",
        "09:01,18:00,400",
        "22:00,09:01,200",
        "22:00,09:00,400",
        "08:00,06:00,200"
    })
    void loginHoursMayReachOverMidnight(LocalTime from, LocalTime until, int status) {
        String token = app.refreshToken(org.user());
        org.logins().hours(from, until);
        assertEquals(status, wire.refresh(token).status());
    }

    @Test
    void limitIsForEachHour() {
        org.logins().mostPerHour(2);
        String token = app.refreshToken(org.user());
        assertEquals(200, wire.refresh(token).status());
        org.clock().advance(Duration.ofMinutes(30));
        assertEquals(200, wire.refresh(token).status());
        assertEquals("rate_limit_exceeded", wire.refresh(token).text("/error"));
        org.clock().advance(Duration.ofMinutes(30));
        assertEquals(200, wire.refresh(token).status());
        assertEquals(400, wire.refresh(token).status());
    }

    @Test
    void refusedRefreshDoesNotRotate() {
        app.rotatesRefreshTokens();
        String token = app.refreshToken(org.user());
        org.logins().ipIsRestricted(true);
        assertEquals(400, wire.refresh(token).status());
        org.logins().ipIsRestricted(false);
        assertEquals(200, wire.refresh(token).status());
    }
}
