package com.spara.sf.client.auth;

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
}
