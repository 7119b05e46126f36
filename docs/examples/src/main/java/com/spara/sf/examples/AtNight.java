package com.spara.sf.examples;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.client.ExplainJson;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;

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

    // region no result
    static String whatAPushWouldDo(SalesforceSync sync, Lead lead) {
        return sync.plan(lead).explain();
    }
    // endregion

    // region user
    /** The user whose rights count, for the admin to look up. */
    static RecordId user(Connection connection, SyncSettings settings) {
        return connection.whoAmI(settings).userId();
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
