package com.spara.sf.connect;

import com.spara.sf.Reason;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a connection stands, why, and since when. Holds no token and no people's data in its texts. Immutable and safe to share
 * between threads.
 */
public final class ConnectionState {

    /** The ways a connection can stand. */
    public enum Status {
        /** Nobody has connected it yet. */
        NEVER_CONNECTED,
        /** It can be used, as far as the last answer told; nothing is asked of Salesforce to find out. */
        CONNECTED,
        /**
         * Salesforce does not accept its credentials any more, and no call is made until somebody connects it again or the
         * admin has mended what the reason says.
         */
        RECONNECTION_REQUIRED,
        /** It was let go. Settings are the host's and stay. */
        DISCONNECTED
    }

    private final Status status;
    private final Reason reason;
    private final Instant since;
    private final @Nullable URI url;
    private final @Nullable String organizationId;
    private final List<Reason> warnings;

    private ConnectionState(
            Status status,
            Reason reason,
            Instant since,
            @Nullable URI url,
            @Nullable String organizationId,
            List<Reason> warnings) {
        this.status = status;
        this.reason = reason;
        this.since = since;
        this.url = url;
        this.organizationId = organizationId;
        this.warnings = warnings;
    }

    /**
     * Returns a state of no org.
     *
     * @param status how the connection stands
     * @param reason why, and what to do
     * @param since since when
     * @return the state
     */
    public static ConnectionState of(Status status, Reason reason, Instant since) {
        return new ConnectionState(status, reason, since, null, null, List.of());
    }

    /**
     * Returns this state at an org.
     *
     * @param newUrl the address of the org's API
     * @param newOrganizationId the org's Id, 18 characters; null where it is not known
     * @return the new state
     */
    public ConnectionState at(URI newUrl, @Nullable String newOrganizationId) {
        return new ConnectionState(status, reason, since, newUrl, newOrganizationId, warnings);
    }

    /**
     * Returns this state with what somebody should know of it.
     *
     * @param newWarnings the warnings
     * @return the new state
     */
    public ConnectionState warning(List<Reason> newWarnings) {
        return new ConnectionState(status, reason, since, url, organizationId, List.copyOf(newWarnings));
    }

    /**
     * Returns how the connection stands.
     *
     * @return the status
     */
    public Status status() {
        return status;
    }

    /**
     * Returns whether the connection can be used.
     *
     * @return whether it is connected
     */
    public boolean isConnected() {
        return status == Status.CONNECTED;
    }

    /**
     * Returns whether access is gone until somebody acts; {@link #reason()} says why, and what the admin has to do.
     *
     * @return whether it is
     */
    public boolean isReconnectionRequired() {
        return status == Status.RECONNECTION_REQUIRED;
    }

    /**
     * Returns why the connection stands so. In <em>reconnection required</em> the code is Salesforce's own OAuth error,
     * unknown ones too, the text says what to do, and {@link Reason#salesforceWords()} are Salesforce's.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns since when the connection stands so.
     *
     * @return the time; that of the question for a connection that never was connected
     */
    public Instant since() {
        return since;
    }

    /**
     * Returns the address of the org's API, as Salesforce last gave it.
     *
     * @return the address, or empty if the connection never was connected
     */
    public Optional<URI> url() {
        return Optional.ofNullable(url);
    }

    /**
     * Returns the Id of the org that is, or was last, connected.
     *
     * @return the Id, 18 characters, or empty if it is not known
     */
    public Optional<String> organizationId() {
        return Optional.ofNullable(organizationId);
    }

    /**
     * Returns what somebody should know of how the connection came to stand so: that it is another org than before
     * ({@link com.spara.sf.ReasonCode#ANOTHER_ORG}), that the grant could not be revoked
     * ({@link com.spara.sf.ReasonCode#NOT_REVOKED}).
     *
     * @return the warnings, usually none
     */
    public List<Reason> warnings() {
        return warnings;
    }

    @Override
    public String toString() {
        return status + " since " + since + ": " + reason;
    }
}
