package com.spara.sf.client.auth;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.ConnectionState.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a connection: what is stored of it.
 *
 * @param place null for a connection that never was connected
 * @param usedLogins hashes of the states of logins that must not be finished again, with when they are too old anyway
 */
record ConnectionRecord(
        ConnectionState state, @Nullable OrgPlace place, AppKey app, Tokens tokens, Map<String, Instant> usedLogins) {

    static ConnectionRecord never(String name, Instant now) {
        Reason reason = Reason.of(
                ReasonCode.NEVER_CONNECTED,
                "Nobody has connected the org of '" + name
                        + "' yet. Begin a login with beginLogin(address), and end it with finishLogin(..).");
        return new ConnectionRecord(
                ConnectionState.of(Status.NEVER_CONNECTED, reason, now), null, AppKey.NONE, Tokens.NONE, Map.of());
    }

    /** One by credentials that nothing was asked for with yet. */
    static ConnectionRecord untried(OrgPlace place, Instant now) {
        Reason reason = Reason.of(
                ReasonCode.NEVER_CONNECTED,
                "No token was asked for yet; the first push, or reconnect(), asks for one.");
        return new ConnectionRecord(
                at(ConnectionState.of(Status.NEVER_CONNECTED, reason, now), place),
                place,
                AppKey.NONE,
                Tokens.NONE,
                Map.of());
    }

    static ConnectionRecord connected(OrgPlace place, AppKey app, Tokens tokens, Instant now) {
        return new ConnectionRecord(at(state(now), place), place, app, tokens, Map.of());
    }

    /** One by a token that the host has, which nobody has tried. */
    static ConnectionRecord handed(OrgPlace place, Tokens tokens, Instant now) {
        Reason reason = Reason.of(
                ReasonCode.CONNECTED,
                "Calls are made with the token that was given; the first one shows whether Salesforce takes it.");
        return new ConnectionRecord(
                at(ConnectionState.of(Status.CONNECTED, reason, now), place), place, AppKey.NONE, tokens, Map.of());
    }

    private static ConnectionState state(Instant now) {
        return ConnectionState.of(Status.CONNECTED, Reason.of(ReasonCode.CONNECTED, "The org is connected."), now);
    }

    private static ConnectionState at(ConnectionState state, @Nullable OrgPlace place) {
        if (place == null) {
            return state;
        }
        String organization = place.organizationId();
        return state.at(place.instance().url(), organization.isEmpty() ? null : organization);
    }

    boolean isConnected() {
        return state.isConnected();
    }

    /** The org's Id, or empty where it is not known. */
    String organizationId() {
        return place == null ? "" : place.organizationId();
    }

    OrgPlace requirePlace() {
        return Objects.requireNonNull(place, "A connection that has tokens leads to an org.");
    }

    /** With the tokens that came, at the place where they are good. */
    ConnectionRecord given(TokenAnswer answer) {
        return at(requirePlace().seen(answer)).with(tokens.replacedBy(answer));
    }

    /** With one more login that must not be finished again; those that are too old anyway are forgotten. */
    ConnectionRecord using(String login, Instant until, Instant now) {
        Map<String, Instant> used = new TreeMap<>(usedLogins);
        used.values().removeIf(end -> end.isBefore(now));
        used.put(login, until);
        return using(used);
    }

    ConnectionRecord using(Map<String, Instant> used) {
        return new ConnectionRecord(state, place, app, tokens, used);
    }

    ConnectionRecord with(Tokens newTokens) {
        return new ConnectionRecord(state, place, app, newTokens, usedLogins);
    }

    ConnectionRecord with(AppKey newApp) {
        return new ConnectionRecord(state, place, newApp, tokens, usedLogins);
    }

    ConnectionRecord with(ConnectionState newState) {
        return new ConnectionRecord(at(newState, place), place, app, tokens, usedLogins);
    }

    ConnectionRecord at(OrgPlace newPlace) {
        return new ConnectionRecord(at(state, newPlace), newPlace, app, tokens, usedLogins);
    }

    ConnectionRecord warning(List<Reason> warnings) {
        return new ConnectionRecord(state.warning(warnings), place, app, tokens, usedLogins);
    }

    /** Access is gone, since when it first was; the credentials stay, for the admin may mend what is wrong. */
    ConnectionRecord gone(Reason reason, Instant now) {
        Instant since = state.isReconnectionRequired() ? state.since() : now;
        return with(ConnectionState.of(Status.RECONNECTION_REQUIRED, reason, since));
    }

    /** Connected by the same credentials as before; another org behind them is news. */
    ConnectionRecord connectedAfter(ConnectionRecord before, Instant now) {
        OrgPlace was = before.place();
        if (was != null && requirePlace().isOtherOrgThan(was)) {
            return with(state(now)).warning(List.of(anotherOrg()));
        }
        return isConnected() ? this : with(state(now));
    }

    static Reason anotherOrg() {
        return Reason.of(
                ReasonCode.ANOTHER_ORG,
                "This is another org than the one that was connected before: stored record Ids and pull cursors do not "
                        + "hold in it.");
    }

    /** The org is let go: nothing secret is left, only which org it was. */
    ConnectionRecord letGo(Instant now) {
        Reason reason = Reason.of(ReasonCode.DISCONNECTED, "The org was let go. Begin a login to connect it again.");
        return new ConnectionRecord(
                at(ConnectionState.of(Status.DISCONNECTED, reason, now), place),
                place,
                AppKey.NONE,
                Tokens.NONE,
                usedLogins);
    }

    @Override
    public String toString() {
        return "ConnectionRecord[" + state.status() + "]";
    }
}
