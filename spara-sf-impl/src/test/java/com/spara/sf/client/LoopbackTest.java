package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.UNCHANGED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.spara.sf.Lead;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeServer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same client over a real socket: the transport of production against the fake org on a loopback port. */
class LoopbackTest extends OnFakeOrg {

    @Test
    void aBatchGoesOverTheWire() {
        try (FakeServer server = org.serve()) {
            SalesforceSync sync = Salesforce.create()
                    .allowingLoopback()
                    .connect(server.url(), AccessToken.of(org.token()))
                    .sync(both);
            List<Lead> leads = IntStream.range(0, 250)
                    .mapToObj(i -> Lead.of("p" + i + "@example.com").with("last_name", "Grüße " + i))
                    .toList();
            assertEquals(500, sync.pushAll(leads).count(CREATED));
            PushBatch again = sync.pushAll(leads);
            assertEquals(500, again.count(UNCHANGED));
            assertEquals(2, again.apiCalls());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                "http://acme.my.salesforce.com",
                "https://user:secret@acme.my.salesforce.com",
                "ftp://acme.my.salesforce.com",
                "https://",
                "https://acme my.salesforce.com"
            })
    void whatIsNoAddressIsRefusedWithoutEchoingIt(String url) {
        Salesforce salesforce = Salesforce.create();
        AccessToken token = AccessToken.of("token");
        String message = assertThrows(IllegalArgumentException.class, () -> salesforce.connect(url, token))
                .getMessage();
        assertEquals(-1, message.indexOf("secret"));
    }
}
