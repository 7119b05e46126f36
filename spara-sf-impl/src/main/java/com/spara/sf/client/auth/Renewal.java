package com.spara.sf.client.auth;

import com.spara.sf.Reason;
import com.spara.sf.client.rest.Deadline;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How a connection gets another access token. */
interface Renewal {

    /** What a renewal may do: keep what must not be forgotten before a request goes out, as long as somebody waits. */
    record Errand(Consumer<ConnectionRecord> save, Supplier<Deadline> limit) {

        /** Until when somebody waits, as far as is known by now. */
        Deadline deadline() {
            return limit.get();
        }
    }

    /**
     * Asks Salesforce for a token, once.
     *
     * @param record the connection as it is stored
     * @param errand what may be done
     * @return the connection with its new token, to be stored before it is used
     * @throws OauthFailure if no token came
     */
    ConnectionRecord renew(ConnectionRecord record, Errand errand) throws OauthFailure;

    /** Whether a first token can be had by it, without a login. */
    default boolean isFirst() {
        return false;
    }

    /** A refusal for good, with what the host does once the admin has done the rest. */
    default Reason advised(Reason refusal) {
        return refusal;
    }

    /** The same for credentials that no person logs in with. */
    static Reason forServers(Reason refusal) {
        return Reason.of(refusal.code(), refusal.text() + " Then call reconnect().")
                .quoting(refusal.salesforceWords().orElse(""));
    }
}
