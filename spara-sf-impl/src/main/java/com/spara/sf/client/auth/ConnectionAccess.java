package com.spara.sf.client.auth;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.client.rest.Access;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.Deadline;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.ConnectionState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One connection: gives out its access token, renews it once for all who ask, and knows when access is gone. Safe for use by
 * many threads.
 */
public final class ConnectionAccess {

    private static final Set<String> INVALID_ALREADY = Set.of("invalid_token", "unsupported_token_type");
    private static final Duration LONGEST_RECONNECT = Duration.ofMinutes(2);

    private final ConnectionStore store;
    private final Renewals renewals;
    private final TokenEndpoint endpoint;
    private final SingleFlight<ConnectionRecord> flight = new SingleFlight<>();

    ConnectionAccess(ConnectionStore store, Renewals renewals, TokenEndpoint endpoint) {
        this.store = store;
        this.renewals = renewals;
        this.endpoint = endpoint;
    }

    /** The connection's name. */
    public String name() {
        return store.name();
    }

    /** How the connection stands. */
    public ConnectionState state() {
        return told(store.current()).state();
    }

    /** Whether the org was let go. */
    boolean isLetGo() {
        return store.current().state().status() == ConnectionState.Status.DISCONNECTED;
    }

    /** The record, after the listener heard what changed; never while anything is locked. */
    private ConnectionRecord told(ConnectionRecord record) {
        store.tellChanges();
        return record;
    }

    /** The Id of the org that is connected, or was last; empty where it is not known. */
    public String organizationId() {
        return store.current().organizationId();
    }

    /** What tells the org from others; a connection that never was connected leads to none but its own. */
    OrgKey key() {
        return key(store.current());
    }

    OrgKey key(ConnectionRecord record) {
        OrgPlace place = record.place();
        return place == null
                ? new OrgKey("", name())
                : new OrgKey(place.organizationId(), place.instance().toString());
    }

    /** The connected user's Id, or empty where it is not known. */
    public String userId() {
        OrgPlace place = store.current().place();
        return place == null ? "" : place.userId();
    }

    /** The connection with a token to use; throws {@link CallFailure} if there is none to be had. */
    ConnectionRecord usable(Deadline deadline) {
        ConnectionRecord record = told(store.current());
        return renewals.isUntried(record) ? renewed("", deadline) : requireConnected(record);
    }

    /** The connection with another token than this one, which Salesforce took for expired. */
    ConnectionRecord renewed(String expired, Deadline deadline) {
        while (true) {
            ConnectionRecord record = requireConnected(told(
                    flight.run(limit -> exclusively(() -> renewUnlessDone(expired, limit)), deadline)));
            if (!record.tokens().access().equals(expired)) {
                return record;
            }
        }
    }

    /** Whether a token was given to this very client a moment ago, so that a refusal is no expiry. */
    boolean isJustGiven(String token) {
        return renewals.isJustGiven(token) && store.current().tokens().access().equals(token);
    }

    /** Access is gone: a token that was just given is refused. Nothing changes if another one came meanwhile. */
    CallFailure refused(String fresh) {
        ConnectionRecord record = exclusively(() -> {
            ConnectionRecord stored = store.load();
            boolean isCurrent = stored.isConnected() && stored.tokens().access().equals(fresh);
            return isCurrent ? store.save(stored.gone(whyRefused(), now())) : stored;
        });
        store.tellChanges();
        return record.isConnected()
                ? CallFailure.notDone(new OrgUnreachableException(
                        Reason.of(
                                ReasonCode.SESSION_EXPIRED,
                                "The session ended twice while the request was made. Try again."),
                        null))
                : notConnected(record);
    }

    private static Reason whyRefused() {
        return Reason.of(
                ReasonCode.SESSION_REFUSED,
                "Salesforce gave a token and then refused it: a session policy, an IP range or a frozen user may be the "
                        + "reason. The admin looks at the user's login history; then connect the org again.");
    }

    /** Tries the credentials once more if access is gone. */
    public ConnectionState reconnect() {
        Deadline deadline = Deadline.after(clock(), LONGEST_RECONNECT);
        if (!isToBeTried(store.load())) {
            return state();
        }
        return told(flight.run(limit -> exclusively(() -> retried(limit)), deadline))
                .state();
    }

    private boolean isToBeTried(ConnectionRecord record) {
        return record.state().isReconnectionRequired() || renewals.isUntried(record);
    }

    private ConnectionRecord retried(Supplier<Deadline> limit) {
        ConnectionRecord stored = store.load();
        return isToBeTried(stored) ? renewals.renew(stored, limit) : stored;
    }

    /** Lets the org go; one that cannot be read any more, too. */
    public ConnectionState disconnect() {
        return told(exclusively(() -> store.loadIfReadable()
                        .map(this::letGo)
                        .orElseGet(() -> store.save(ConnectionRecord.never(name(), now())
                                .letGo(now())
                                .warning(List.of(notRevoked()))))))
                .state();
    }

    private ConnectionRecord letGo(ConnectionRecord stored) {
        ConnectionState.Status status = stored.state().status();
        return status == ConnectionState.Status.NEVER_CONNECTED || status == ConnectionState.Status.DISCONNECTED
                ? stored
                : store.save(stored.letGo(now()).warning(revoked(stored)));
    }

    /** Notes a login as used, before its code is presented; false if it was used before. */
    boolean use(String login, Instant until) {
        AtomicBoolean isNew = new AtomicBoolean();
        exclusively(() -> {
            ConnectionRecord before = store.loadForLogin();
            isNew.set(!before.usedLogins().containsKey(login));
            return isNew.get() ? store.save(before.using(login, until, now())) : before;
        });
        return isNew.get();
    }

    /** Takes over a login that was finished; an older grant of the same connection is revoked. */
    ConnectionRecord take(UnaryOperator<ConnectionRecord> login) {
        return told(exclusively(() -> {
            ConnectionRecord before = store.loadForLogin();
            ConnectionRecord after = store.save(login.apply(before).using(before.usedLogins()));
            if (!before.tokens().toRevoke().isEmpty()) {
                List<Reason> warnings = new ArrayList<>(after.state().warnings());
                warnings.addAll(revoked(before));
                return warnings.size() == after.state().warnings().size() ? after : store.save(after.warning(warnings));
            }
            return after;
        }));
    }

    /** Ends a grant at Salesforce; one that is invalid already counts as ended. */
    private List<Reason> revoked(ConnectionRecord record) {
        String token = record.tokens().toRevoke();
        if (token.isEmpty()) {
            return List.of();
        }
        try {
            endpoint.revoke(record.requirePlace().login(), token);
            return List.of();
        } catch (OauthFailure failed) {
            return INVALID_ALREADY.contains(failed.reason().code()) ? List.of() : List.of(notRevoked());
        }
    }

    private static Reason notRevoked() {
        return Reason.of(
                ReasonCode.NOT_REVOKED,
                "Salesforce did not revoke the grant. The admin can do so in Setup, under Connected Apps OAuth Usage.");
    }

    private ConnectionRecord renewUnlessDone(String expired, Supplier<Deadline> limit) {
        ConnectionRecord stored = store.load();
        boolean isDue = (stored.isConnected() || renewals.isUntried(stored))
                && stored.tokens().access().equals(expired);
        return isDue ? renewals.renew(stored, limit) : stored;
    }

    private static ConnectionRecord requireConnected(ConnectionRecord record) {
        if (!record.isConnected()) {
            throw notConnected(record);
        }
        return record;
    }

    private static CallFailure notConnected(ConnectionRecord record) {
        return CallFailure.notDone(
                new ReconnectionRequiredException(record.state().reason(), null));
    }

    private ConnectionRecord exclusively(Supplier<ConnectionRecord> work) {
        AtomicReference<ConnectionRecord> result = new AtomicReference<>();
        store.exclusively(() -> result.set(work.get()));
        return Objects.requireNonNull(
                result.get(), "The token store did not run what it was given to run exclusively.");
    }

    private Instant now() {
        return clock().instant();
    }

    private Clock clock() {
        return endpoint.clock();
    }

    /** What requests of one org are sent with. */
    static Access access(ConnectionRecord record) {
        return new Access(
                record.requirePlace().instance().url(),
                AccessToken.of(record.tokens().access()));
    }
}
