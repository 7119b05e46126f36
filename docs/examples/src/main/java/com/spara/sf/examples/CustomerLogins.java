package com.spara.sf.examples;

import com.spara.sf.Lead;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.FileTokenStore;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.WebApp;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.connect.WhoAmI;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages of a host on which its customers connect their orgs, without the web framework around them. */
final class CustomerLogins {

    private final Salesforce salesforce;

    CustomerLogins(Salesforce salesforce) {
        this.salesforce = salesforce;
    }

    static Salesforce client(String consumerKey, String consumerSecret, Path folder) {
        // region one client for all customers
        WebApp app = WebApp.of(consumerKey, "https://host.example/salesforce/callback")
                .secret(consumerSecret);
        Salesforce salesforce = Salesforce.create().withApp(app).withTokenStore(FileTokenStore.in(folder));
        // endregion
        return salesforce;
    }

    // region begin a login
    /** The person typed or pasted the org's address. Returns where to send the browser. */
    URI begin(String tenant, String address, Map<String, String> session) {
        WebLogin login = salesforce.connection(tenant).beginLogin(address);
        session.put("salesforce", login.toText());
        return login.url();
    }
    // endregion

    // region finish a login
    /** The browser came back. Returns what to tell the person. */
    String finish(String tenant, URI callback, Map<String, String> session) {
        String begun = session.remove("salesforce");
        if (begun == null) {
            return "Nothing is waiting to be connected. Begin again.";
        }
        try {
            ConnectionState state = salesforce.connection(tenant).finishLogin(WebLogin.fromText(begun), callback);
            return state.warnings().isEmpty() ? "Connected." : warnings(state);
        } catch (SalesforceException failed) {
            return failed.reason().text();
        }
    }
    // endregion

    // region begin with the customer's own app
    /** The customer's admin made an app and gave its key and its secret. Returns where to send the browser. */
    URI begin(String tenant, String address, WebApp theirs, Map<String, String> session) {
        WebLogin login = salesforce.withApp(theirs).connection(tenant).beginLogin(address);
        session.put("salesforce", login.toText());
        return login.url();
    }
    // endregion

    // region finish with the customer's own app
    /** The browser came back: only the login needs the app once more. */
    ConnectionState finish(String tenant, URI callback, WebApp theirs, Map<String, String> session) {
        WebLogin login = WebLogin.fromText(session.getOrDefault("salesforce", ""));
        return salesforce.withApp(theirs).connection(tenant).finishLogin(login, callback);
    }
    // endregion

    // region what a warning says
    private static String warnings(ConnectionState state) {
        return state.warnings().stream()
                .map(warning -> warning.code() + ": " + warning.text())
                .collect(Collectors.joining("\n"));
    }
    // endregion

    // region who is connected
    /** What the settings page shows: who is connected, and what to tell the admin. */
    String settingsPage(String tenant, SyncSettings settings) {
        WhoAmI who = salesforce.connection(tenant).whoAmI(settings);
        String problems = who.problems().stream().map(Problem::text).collect(Collectors.joining("\n"));
        return who.text(WhoAmI.Fact.USERNAME).orElse("a user") + " at " + who.url() + "\n" + problems;
    }
    // endregion

    // region show a banner
    /** What the host shows on each of its pages, or nothing. */
    String banner(String tenant) {
        ConnectionState state = salesforce.connection(tenant).state();
        return state.isReconnectionRequired() ? state.reason().text() : "";
    }
    // endregion

    // region push or wait
    /** Pushes a lead. Returns false if it has to wait until the org is connected again. */
    boolean push(String tenant, SyncSettings settings, Lead lead) {
        try {
            salesforce.connection(tenant).sync(settings).push(lead);
            return true;
        } catch (ReconnectionRequiredException gone) {
            return false;
        }
    }
    // endregion

    // region try again
    /** The admin pressed <em>Try again</em>. Returns what to tell them. */
    String tryAgain(String tenant) {
        try {
            return salesforce.connection(tenant).reconnect().reason().text();
        } catch (SalesforceException passing) {
            return passing.reason().text();
        }
    }
    // endregion

    // region disconnect
    /** The admin pressed <em>Disconnect</em>. Returns what to tell them. */
    String disconnect(String tenant) {
        Connection connection = salesforce.connection(tenant);
        ConnectionState state = connection.disconnect();
        return state.warnings().isEmpty() ? state.reason().text() : warnings(state);
    }
    // endregion
}
