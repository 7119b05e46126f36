package com.spara.sf.client.auth;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.ConnectionState.Status;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a connection: what is stored of it.
 *
 * @param place null for a connection that never was connected
 * @param lastLogin a hash of the state of the login that was finished last, so that none is finished twice; or empty
 */
record ConnectionRecord(ConnectionState state, @Nullable OrgPlace place, AppKey app, Tokens tokens, String lastLogin) {

    static ConnectionRecord never(Instant now) {
        Reason reason =
                Reason.of(ReasonCode.NEVER_CONNECTED, "Nobody has connected the org yet. Begin a login and finish it.");
        return new ConnectionRecord(
                ConnectionState.of(Status.NEVER_CONNECTED, reason, now), null, AppKey.NONE, Tokens.NONE, "");
    }

    static ConnectionRecord connected(OrgPlace place, AppKey app, Tokens tokens, Instant now) {
        return new ConnectionRecord(at(state(now), place), place, app, tokens, "");
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

    /** With the access token that came, at the place where it is good. */
    ConnectionRecord given(TokenAnswer answer) {
        Tokens given = new Tokens(answer.accessToken().reveal(), tokens.refresh(), tokens.rotation(), false);
        return at(requirePlace().seen(answer)).with(given);
    }

    ConnectionRecord finishedBy(String login) {
        return new ConnectionRecord(state, place, app, tokens, login);
    }

    ConnectionRecord with(Tokens newTokens) {
        return new ConnectionRecord(state, place, app, newTokens, lastLogin);
    }

    ConnectionRecord with(AppKey newApp) {
        return new ConnectionRecord(state, place, newApp, tokens, lastLogin);
    }

    ConnectionRecord with(ConnectionState newState) {
        return new ConnectionRecord(at(newState, place), place, app, tokens, lastLogin);
    }

    ConnectionRecord at(OrgPlace newPlace) {
        return new ConnectionRecord(at(state, newPlace), newPlace, app, tokens, lastLogin);
    }

    ConnectionRecord warning(List<Reason> warnings) {
        return new ConnectionRecord(state.warning(warnings), place, app, tokens, lastLogin);
    }

    /** Access is gone; the credentials stay, for the admin may mend what is wrong. */
    ConnectionRecord gone(Reason reason, Instant now) {
        return with(ConnectionState.of(Status.RECONNECTION_REQUIRED, reason, now));
    }

    /** Connected again with the same credentials. */
    ConnectionRecord back(Instant now) {
        return isConnected() ? this : with(state(now));
    }

    /** The org is let go: nothing secret is left, only which org it was. */
    ConnectionRecord letGo(Instant now) {
        Reason reason = Reason.of(ReasonCode.DISCONNECTED, "The org was let go. Begin a login to connect it again.");
        return new ConnectionRecord(
                at(ConnectionState.of(Status.DISCONNECTED, reason, now), place),
                place,
                AppKey.NONE,
                Tokens.NONE,
                lastLogin);
    }

    @Override
    public String toString() {
        return "ConnectionRecord[" + state.status() + "]";
    }
}
