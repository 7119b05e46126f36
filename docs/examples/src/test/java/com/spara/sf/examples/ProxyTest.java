package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.SalesforceSync;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** What {@code docs/operators.md} says of proxies: the JDK's properties hold for the client. */
@Timeout(60)
@Isolated("gives the JVM a proxy")
class ProxyTest {

    private ServerSocket proxy;

    @BeforeEach
    void theJvmHasAProxy() throws IOException {
        proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        System.setProperty("https.proxyHost", proxy.getInetAddress().getHostAddress());
        System.setProperty("https.proxyPort", "" + proxy.getLocalPort());
    }

    @AfterEach
    void theJvmHasNone() throws IOException {
        System.clearProperty("https.proxyHost");
        System.clearProperty("https.proxyPort");
        proxy.close();
    }

    /** The first line that the proxy is sent; it answers nothing, then or later. */
    private String asked() {
        try (ServerSocket listening = proxy;
                Socket client = listening.accept();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theClientGoesByTheProxyOfTheJvm() {
        CompletableFuture<String> asked = CompletableFuture.supplyAsync(this::asked);
        SalesforceSync sync = Salesforce.create()
                .withSleeper(time -> {})
                .connect("https://acme.my.salesforce.com", AccessToken.of("00D000000000001!token"))
                .sync(SyncSettings.standard());
        assertThrows(OrgUnreachableException.class, () -> sync.fields("Lead"));
        assertEquals("CONNECT acme.my.salesforce.com:443 HTTP/1.1", asked.join());
    }
}
