package com.spara.sf.client.reliability;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.Credentials;
import com.spara.sf.connect.WebApp;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.testkit.FakeApp;
import com.spara.sf.testkit.FakeField;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeRecord;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A host and the org of its one customer: connected and warm, every request counted. */
final class Host {

    static final String KEY = "consumer-key";
    static final String SECRET = "consumer-secret";
    private static final String CALLBACK = "https://host.example/callback";

    /** Leads are updated and made. */
    static final SyncSettings PLAIN = SyncSettings.standard()
            .leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map("last_name", "LastName")
                    .map("company", "Company")
                    .map("phone", "Phone"));

    /** The same, with a field of the org that no two Leads share. */
    static final SyncSettings KEYED = SyncSettings.standard()
            .leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map("last_name", "LastName")
                    .map("company", "Company")
                    .map("phone", "Phone")
                    .map(FieldMapping.of("host_id", "Host_Id__c").onlyIfEmpty())
                    .keyedBy("Host_Id__c"));

    /** The phone is written where there is none. */
    static final SyncSettings GUARDED = SyncSettings.standard()
            .leads(PushRule.updateExisting()
                    .map(FieldMapping.of("phone", "Phone").onlyIfEmpty()));

    final FakeOrg org = FakeOrg.create("acme");
    final FakeApp app = org.app(KEY).secret(SECRET).callback(CALLBACK);
    private final Transport counting = this::send;
    final Salesforce salesforce = Salesforce.over(counting)
            .withClock(org.clock())
            .withSleeper(time -> org.clock().advance(time))
            .withApp(WebApp.of(KEY, CALLBACK).secret(SECRET));
    final Connection acme = salesforce.connection("acme");

    private Connection server = acme;
    private int sends;
    private Runnable beforeTheWrite = () -> {};

    Host() {
        org.addField("Lead", FakeField.text("Host_Id__c", 40).externalId().unique());
    }

    /** Connects the org and lets it learn what the settings need. */
    void warm() {
        finish(begin());
        acme.sync(KEYED).push(Lead.of("warm@example.com").with("host_id", "warm"));
    }

    WebLogin begin() {
        return acme.beginLogin("acme.my.salesforce.com");
    }

    ConnectionState finish(WebLogin login) {
        URI back = org.logins().allow(login.url(), org.user());
        return acme.finishLogin(login, back);
    }

    /** Connects the org without a person. */
    Connection serving(Credentials credentials) {
        server = salesforce.connect(org.url(), credentials);
        return server;
    }

    /** The connection without a person. */
    Connection server() {
        return server;
    }

    /** Lets the session end, as it does after two hours without use. */
    void expire() {
        org.clock().advance(Duration.ofHours(3));
    }

    /** Lets what is known of the org's fields grow old. */
    void expireDescribes() {
        org.clock().advance(Duration.ofMinutes(61));
    }

    /** Lets something happen between the next read and its write. */
    void beforeTheWrite(Runnable happening) {
        beforeTheWrite = happening;
    }

    /** Counts from now on. */
    void startCounting() {
        sends = 0;
    }

    int sends() {
        return sends;
    }

    private WireResponse send(WireRequest request, Duration deadline) throws IOException {
        sends++;
        if (isWrite(request)) {
            Runnable happening = beforeTheWrite;
            beforeTheWrite = () -> {};
            happening.run();
        }
        return org.transport().send(request, deadline);
    }

    private static boolean isWrite(WireRequest request) throws IOException {
        String path = request.uri().getPath();
        if (request.method().equals("GET") || !path.contains("/composite")) {
            return false;
        }
        try (InputStream body = request.openBody()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return !path.endsWith("/composite") || text.contains("\"POST\"") || text.contains("\"PATCH\"");
        }
    }

    /** The Leads of a person that are not deleted. */
    List<FakeRecord> leadsOf(Lead lead) {
        String email = lead.email().orElseThrow();
        return org.records("Lead").stream()
                .filter(record -> !record.isDeleted() && email.equals(record.text("Email")))
                .toList();
    }

    RecordId add(Lead lead) {
        return org.add(
                "Lead",
                "LastName",
                "Lovelace",
                "Company",
                "Old",
                "Email",
                lead.email().orElseThrow());
    }

    /** The same host when nothing can be under way any more; another one where this one has no access. */
    Connection later(boolean isNextDay) {
        org.clock().advance(isNextDay ? Duration.ofHours(25) : Duration.ofMinutes(11));
        return acme.state().isConnected() ? acme : stranger();
    }

    private Connection stranger() {
        return Salesforce.over(org.transport())
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .connect(org.url(), AccessToken.of(org.token()));
    }
}
