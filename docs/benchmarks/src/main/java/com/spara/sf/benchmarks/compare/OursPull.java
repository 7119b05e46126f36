package com.spara.sf.benchmarks.compare;

import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PulledLead;
import com.spara.sf.sync.SalesforceSync;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pull by this library: the fields and nothing else, as the others read them. */
final class OursPull implements Contender {

    private @Nullable SalesforceSync sync;

    @Override
    public void open(Place place) {
        sync = Salesforce.create()
                .allowingLoopback()
                .connect(place.url(), AccessToken.of(place.token()))
                .sync(SyncSettings.standard().enrichedBy());
    }

    @Override
    public void run(int people, Tally cameBack) {
        PullRule rule = PullRule.leads("all");
        for (String field : JobOrg.PULLED) {
            rule = field.equals("Email") ? rule : rule.map(field, field);
        }
        Objects.requireNonNull(sync)
                .pullAll(rule, PullCursor.start(), KnownLeads.none())
                .forEach(page -> page.leads().forEach(pulled -> note(pulled, cameBack)));
    }

    private static void note(PulledLead pulled, Tally cameBack) {
        Map<String, Object> lead = pulled.lead().values();
        cameBack.row(Arrays.asList(
                lead.get("email"),
                lead.get("FirstName"),
                lead.get("LastName"),
                lead.get("Company"),
                lead.get("Phone"),
                lead.get("MobilePhone"),
                lead.get("Title"),
                lead.get("Website")));
    }
}
