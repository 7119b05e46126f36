package com.spara.sf.client.auth;

import com.spara.sf.Reason;
import com.spara.sf.SalesforceException;
import java.util.function.Consumer;

/** How a connection gets another access token. */
interface Renewal {

    /**
     * Asks Salesforce for a token, once.
     *
     * @param record the connection as it is stored
     * @param save keeps what must not be forgotten before the request goes out
     * @return the connection with its new token, to be stored before it is used
     * @throws OauthFailure if no token came
     * @throws SalesforceException if what must be kept could not be
     */
    ConnectionRecord renew(ConnectionRecord record, Consumer<ConnectionRecord> save) throws OauthFailure;

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
