package com.spara.sf.examples;

import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.SalesforceListener;
import java.util.Queue;

/** What a host tells those who run it. */
final class Operators {

    private Operators() {}

    static Salesforce listening(Salesforce salesforce, Queue<String> alerts) {
        // region hear of changes
        Salesforce heard = salesforce.withListener(new SalesforceListener() {
            @Override
            public void connectionChanged(String connection, ConnectionState state) {
                alerts.add(connection + " is " + state.status() + ": " + state.reason());
            }
        });
        // endregion
        return heard;
    }
}
