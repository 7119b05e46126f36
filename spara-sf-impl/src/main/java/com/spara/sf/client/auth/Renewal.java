package com.spara.sf.client.auth;

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

    /** Whether no person logs in: the first token is had by it too, and the one after a refusal. */
    default boolean isUnattended() {
        return false;
    }
}
