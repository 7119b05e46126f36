package com.spara.sf.benchmarks.compare;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The job by this library, as its page on many leads has it. */
final class OursPush implements Contender {

    private static final int MOST = 8;

    private @Nullable SalesforceSync sync;

    @Override
    public void open(Place place) {
        sync = Salesforce.create()
                .allowingLoopback()
                .connect(place.url(), AccessToken.of(place.token()))
                .sync(SyncSettings.standard()
                        .leads(rule().map("company", "Company"))
                        .contacts(rule()));
    }

    private static PushRule rule() {
        return PushRule.updateExisting()
                .createWhenNoMatch()
                .map("first_name", "FirstName")
                .map("last_name", "LastName")
                .map(FieldMapping.of("phone", "Phone").onlyIfEmpty())
                .map(FieldMapping.of("mobile", "MobilePhone").onlyIfEmpty())
                .map(FieldMapping.of("title", "Title").onlyIfEmpty());
    }

    @Override
    public void run(int people, Tally cameBack) {
        ExecutorService pool = Executors.newFixedThreadPool(MOST);
        Stream<Lead> leads = IntStream.range(0, people).mapToObj(Person::new).map(OursPush::lead);
        try (Stream<PushResult> results = Objects.requireNonNull(sync)
                .pushAll(leads, PushOptions.standard().inParallel(pool, MOST))) {
            results.forEach(result -> note(result, cameBack));
        } finally {
            pool.shutdown();
        }
    }

    private static Lead lead(Person person) {
        return Lead.of(person.email())
                .with("first_name", person.firstName())
                .with("last_name", person.lastName())
                .with(LeadField.COMPANY, person.company())
                .with("phone", person.phone())
                .with("mobile", person.mobile())
                .with("title", person.title());
    }

    private static void note(PushResult result, Tally cameBack) {
        Lead lead = result.enrichedLead();
        cameBack.row(List.of(
                lead.email().orElse(""),
                lead.text(LeadField.SALESFORCE_ACCOUNT_NAME).orElse(""),
                lead.text(LeadField.SALESFORCE_ASSIGNED_SALES_REP_EMAIL).orElse("")));
    }
}
