package com.spara.sf.benchmarks.compare;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The job by this library, as its README has it. */
final class OursPush implements Contender {

    private static final int AT_ONCE = 10_000;

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
        pushed(IntStream.range(0, people).mapToObj(Person::new).map(OursPush::lead), people)
                .forEach(result -> note(result, cameBack));
    }

    /** Ten thousand in a call, so that a million leads are never held at once. */
    private Stream<PushResult> pushed(Stream<Lead> leads, int count) {
        SalesforceSync pushing = Objects.requireNonNull(sync);
        Iterator<Lead> waiting = leads.iterator();
        return IntStream.rangeClosed(0, (count - 1) / AT_ONCE)
                .mapToObj(call -> next(waiting))
                .flatMap(some -> pushing.pushAll(some).results().stream());
    }

    private static List<Lead> next(Iterator<Lead> waiting) {
        return Stream.iterate(0, i -> i < AT_ONCE && waiting.hasNext(), i -> i + 1)
                .map(i -> waiting.next())
                .toList();
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
