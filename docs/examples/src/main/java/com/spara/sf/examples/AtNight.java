package com.spara.sf.examples;

import com.spara.sf.client.ExplainJson;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushResult;

/** What somebody looks at who was woken up. */
final class AtNight {

    private AtNight() {}

    // region state
    static String state(Connection connection) {
        ConnectionState state = connection.state();
        return state.status() + " since " + state.since() + ": "
                + state.reason().text() + " See "
                + state.reason().page();
    }
    // endregion

    // region ticket
    static String ticket(PushResult result) {
        return result.explainWithoutData();
    }

    static String ticketForPrograms(PushResult result) {
        return ExplainJson.writeWithoutData(result);
    }
    // endregion

    // region bundle
    static String bundle(Connection connection, SyncSettings settings) {
        return connection.supportBundle(settings);
    }
    // endregion
}
