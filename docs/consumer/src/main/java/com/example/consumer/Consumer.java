package com.example.consumer;

import com.spara.sf.Lead;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushResult;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeServer;

/** Pushes one lead over a socket into a fake org, and prints what became of it and which modules did it. */
public final class Consumer {
    private Consumer() {}

    public static void main(String[] words) {
        FakeOrg org = FakeOrg.create();
        try (FakeServer server = org.serve()) {
            System.out.println(push(server.url(), org.token()).lead().outcome());
        }
        System.out.println(Salesforce.class.getModule());
        System.out.println(FakeOrg.class.getModule());
    }

    private static PushResult push(String url, String token) {
        SyncSettings settings = SyncSettings.standard()
                .leads(PushRule.updateExisting().createWhenNoMatch().map("company", "Company"));
        return Salesforce.create()
                .allowingLoopback()
                .connect(url, AccessToken.of(token))
                .sync(settings)
                .push(Lead.of("ada@example.com").with("company", "Acme"));
    }
}
