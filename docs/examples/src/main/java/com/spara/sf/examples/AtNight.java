package com.spara.sf.examples;

import com.spara.sf.Lead;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.ExplainJson;
import com.spara.sf.connect.ApiUsage;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.WhoAmI;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;

/** What somebody looks at who was woken up. */
final class AtNight {

    private AtNight() {}

    // region reached
    /** Asks the org, by one or two API calls, and says who is connected, which rights are missing, and how many calls are used. */
    static String reached(Connection connection, SyncSettings settings) {
        try {
            WhoAmI user = connection.whoAmI(settings);
            String calls = connection.usage().map(ApiUsage::toString).orElse("not told");
            return "Reached as " + user.userId() + ", API calls: " + calls + ", problems: " + user.problems();
        } catch (SalesforceException failed) {
            return failed.getClass().getSimpleName() + ": " + failed.reason().text() + " See "
                    + failed.reason().page();
        }
    }
    // endregion

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
