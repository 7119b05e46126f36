package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.SalesforceException;
import com.spara.sf.connect.ClientCredentials;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.connect.WebApp;
import com.spara.sf.connect.WebLogin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger met who used connections for the first time; each with what was mended. */
class ConnectionTrapsTest extends OnConnectedOrg {

    private Connection server() {
        return salesforce.connect("https://acme.my.salesforce.com", ClientCredentials.of("server", "server-secret"));
    }

    @Test
    void aServerConnectsAgainAfterDisconnect() {
        org.app("server").secret("server-secret").runsAs(org.user());
        server().sync(settings).push(ada);
        server().disconnect();
        server().sync(settings).push(ada.with("company", "Globex"));
    }

    @Test
    void theNewSecretOfACustomersAppIsKept() {
        var theirs = org.app("theirs").secret("old-secret").callback(CALLBACK);
        Connection old = salesforce
                .withApp(WebApp.of("theirs", CALLBACK).secret("old-secret"))
                .connection("acme");
        WebLogin login = old.beginLogin("acme.my.salesforce.com");
        old.finishLogin(login, allowed(login));
        theirs.secret("new-secret");
        expire();
        Connection fresh = salesforce
                .withApp(WebApp.of("theirs", CALLBACK).secret("new-secret"))
                .connection("acme");
        fresh.sync(settings).push(ada);
        expire();
        acme.sync(settings).push(ada.with("company", "Globex"));
        assertTrue(acme.state().isConnected());
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aListenerMayUseTheConnection(@TempDir Path folder) {
        List<String> heard = new ArrayList<>();
        List<Connection> connection = new ArrayList<>();
        connection.add(salesforce
                .withTokenStore(FileTokenStore.in(folder))
                .withListener(new SalesforceListener() {
                    @Override
                    public void connectionChanged(String name, ConnectionState state) {
                        if (state.isReconnectionRequired()) {
                            heard.add(connection.get(0).disconnect().status().toString());
                        }
                    }
                })
                .connection("acme"));
        connect(connection.get(0));
        org.logins().grants().get(0).revoke();
        try {
            connection.get(0).sync(settings).push(ada);
        } catch (SalesforceException e) {
            assertEquals(List.of("DISCONNECTED"), heard);
        }
    }

    @Test
    void anInterruptCostsNoRotatedToken(@TempDir Path folder) {
        List<Boolean> armed = new ArrayList<>();
        Connection c = Salesforce.over((request, deadline) -> {
                    var answer = org.transport().send(request, deadline);
                    if (!armed.isEmpty() && request.uri().getPath().endsWith("/token")) {
                        armed.clear();
                        Thread.currentThread().interrupt();
                    }
                    return answer;
                })
                .withClock(org.clock())
                .withSleeper(t -> org.clock().advance(t))
                .withApp(webApp)
                .withTokenStore(FileTokenStore.in(folder))
                .connection("acme");
        connect(c);
        expire();
        armed.add(true);
        try {
            c.sync(settings).push(ada);
        } catch (RuntimeException interrupted) {
            assertTrue(c.state().isConnected(), interrupted.toString());
        }
        Thread.interrupted();
        c.sync(settings).push(ada);
        assertTrue(c.state().isConnected());
    }
}
