package com.spara.sf.testkit;

import com.spara.sf.RecordId;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.testkit.oauth.LoginPolicy;
import com.spara.sf.testkit.rest.WireCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How users and apps log in to a fake org. By default every active user may, at any time; sessions of apps last two
 * hours after they were last used, by the org's clock.
 *
 * <pre>{@code
 * URI back = org.logins().allow(authorizationUrl, org.user()); // what the browser is sent to after Allow
 * org.clock().advance(Duration.ofHours(3));                    // access tokens expired
 * assertEquals(1, org.logins().grants().get(0).refreshes());
 * }</pre>
 *
 * <p>As thread-safe as the org.
 */
public final class Logins {
    private static final int LONGEST_PAGE = 65_536;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final OrgRooms rooms;

    Logins(OrgRooms rooms) {
        this.rooms = rooms;
    }

    FakeApp app(String consumerKey) {
        return rooms.records()
                .exclusively(() -> new FakeApp(rooms, rooms.authority().app(consumerKey)));
    }

    private void policy(Consumer<LoginPolicy> change) {
        rooms.run(records -> change.accept(rooms.authority().policy()));
    }

    /** {@return every grant there ever was, ended ones too, in the order in which users gave them} */
    public List<FakeGrant> grants() {
        return rooms.records()
                .exclusively(() -> rooms.authority().grants().stream()
                        .map(grant -> new FakeGrant(rooms, grant))
                        .toList());
    }

    /**
     * Presses Allow on the page of consent, as a person at a browser does.
     *
     * @param authorizationUrl the address that the host sent the browser to
     * @param user who is at the browser
     * @return the address that the browser is sent back to, with a code or an error
     * @throws AssertionError if the page shows an error instead, which it names
     * @throws UncheckedIOException if the connection fails on plan, or the answer takes a minute
     */
    public URI allow(URI authorizationUrl, RecordId user) {
        return decide(authorizationUrl, "&decision=Allow&user=" + user);
    }

    /**
     * Presses Deny on the page of consent, as a person at a browser does.
     *
     * @param authorizationUrl the address that the host sent the browser to
     * @return the address that the browser is sent back to, with an error
     * @throws AssertionError if the page shows an error instead, which it names
     * @throws UncheckedIOException if the connection fails on plan, or the answer takes a minute
     */
    public URI deny(URI authorizationUrl) {
        return decide(authorizationUrl, "&decision=Deny");
    }

    private URI decide(URI authorizationUrl, String decision) {
        try (WireResponse answer = post(authorizationUrl, decision)) {
            String page = new String(answer.body().readNBytes(LONGEST_PAGE), StandardCharsets.UTF_8);
            return answer.header("Location")
                    .map(URI::create)
                    .orElseThrow(() -> new AssertionError(
                            "the browser is not sent back but shown " + answer.status() + ": " + page));
        } catch (IOException e) {
            throw new UncheckedIOException("the browser's connection fails, as it was planned", e);
        }
    }

    private WireResponse post(URI url, String decision) throws IOException {
        String form = Optional.ofNullable(url.getRawQuery()).orElse("") + decision;
        Map<String, String> headers =
                Map.of("Host", url.getAuthority(), "Content-Type", "application/x-www-form-urlencoded");
        WireCall call = new WireCall("POST", url.getRawPath(), headers, form.getBytes(StandardCharsets.UTF_8));
        return rooms.transport().deliver(call, PATIENCE);
    }

    /**
     * Logs a user in at the browser: the page of consent chooses that user, and {@code immediate=true} succeeds for apps
     * that the user approved.
     *
     * @param user the user
     */
    public void signIn(RecordId user) {
        rooms.run(records -> rooms.authority().signIn(user.value()));
    }

    /** Logs the user at the browser out. */
    public void signOut() {
        rooms.run(records -> rooms.authority().signIn(null));
    }

    /**
     * Sets how long an access token is good after it was last used, two hours by default. Once it is set, it holds for
     * the tokens of {@link FakeOrg#token()} too, which otherwise do not expire.
     *
     * @param time the time
     */
    public void sessionLifetime(Duration time) {
        rooms.run(records -> rooms.authority().sessions().lifetime(time));
    }

    /** Lets all access tokens expire now; refresh tokens stay good. On the wire the same as when they are revoked. */
    public void expireTokens() {
        rooms.revokeTokens();
    }

    /**
     * Gives the org another address, as a rename of My Domain does: tokens' answers name it from now on, the former
     * address still answers logins, and all access tokens end. Refresh tokens stay good.
     *
     * @param domain the org's new name, of small letters, digits and hyphens
     */
    public void moveTo(String domain) {
        rooms.run(records -> rooms.authority().moveTo(OrgRooms.requireDomain(domain)));
    }

    /**
     * Locks the org, or opens it: logins are refused with {@code inactive_org}.
     *
     * @param locked whether it is locked
     */
    public void orgIsLocked(boolean locked) {
        policy(policy -> policy.locked(locked));
    }

    /**
     * Freezes a user, or lets them log in again: logins are refused with {@code invalid_grant}, "authentication failure".
     *
     * @param user the user
     * @param frozen whether they are frozen
     */
    public void userIsFrozen(RecordId user, boolean frozen) {
        policy(policy -> policy.freeze(user.value(), frozen));
    }

    /**
     * Takes the host's address for one that may not log in, or lets it: logins are refused with {@code invalid_grant},
     * "ip restricted".
     *
     * @param restricted whether it may not
     */
    public void ipIsRestricted(boolean restricted) {
        policy(policy -> policy.ipRestricted(restricted));
    }

    /**
     * Lets users log in during a part of the day only, by the org's clock; otherwise they are refused with {@code
     * invalid_grant}, "invalid login hours".
     *
     * @param from when it begins, in UTC
     * @param until when it ends, in UTC; earlier than the beginning, it ends the day after
     */
    public void hours(LocalTime from, LocalTime until) {
        policy(policy -> policy.hours(from, until));
    }

    /**
     * Sets how often a user can log in within an hour, refreshes counted, 3,600 times by default; more is refused with
     * {@code rate_limit_exceeded}.
     *
     * @param perHour the number
     */
    public void mostPerHour(int perHour) {
        policy(policy -> policy.limit(perHour));
    }

    @Override
    public String toString() {
        return "Logins " + grants();
    }
}
