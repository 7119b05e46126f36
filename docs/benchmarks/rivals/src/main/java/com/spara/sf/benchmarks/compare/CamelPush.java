package com.spara.sf.benchmarks.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;
import org.jspecify.annotations.Nullable;

/**
 * The job by camel-salesforce in batches of 200: its queries to read, its sObject collections to write. Eight calls a batch; six
 * of them read and write Leads and Contacts, one finds the Accounts of new people, one reads their owners back.
 */
final class CamelPush implements Contender {

    private static final int BATCH = 200;
    private static final String FIELDS = "SELECT Id,Email,FirstName,LastName,Phone,MobilePhone,Title,Owner.Email";

    private @Nullable CamelClient camel;

    @Override
    public void open(Place place) {
        camel = new CamelClient(place);
    }

    @Override
    public void run(int people, Tally cameBack) {
        for (int from = 0; from < people; from += BATCH) {
            List<Person> batch = new ArrayList<>();
            for (int number = from; number < Math.min(people, from + BATCH); number++) {
                batch.add(new Person(number));
            }
            push(batch, cameBack);
        }
    }

    private void push(List<Person> batch, Tally cameBack) {
        String byEmail = " WHERE Email IN " + in(batch, Person::email);
        Map<String, CamelRow.Lead> leads =
                byEmail(query(FIELDS + ",Company FROM Lead" + byEmail, CamelRow.QueryRecordsLead.class));
        Map<String, CamelRow.Contact> contacts =
                byEmail(query(FIELDS + ",Account.Name FROM Contact" + byEmail, CamelRow.QueryRecordsContact.class));
        Set<String> accounts = new HashSet<>();
        query(
                        "SELECT Id,Name FROM Account WHERE Name IN " + in(batch, Person::company),
                        CamelRow.QueryRecordsAccount.class)
                .forEach(account -> accounts.add(account.getName()));
        write("Lead", batch, leads, () -> new CamelRow.Lead());
        write("Contact", batch, contacts, () -> new CamelRow.Contact());
        List<Person> made = batch.stream()
                .filter(person -> !leads.containsKey(person.email()))
                .toList();
        leads.putAll(byEmail(query(
                "SELECT Id,Email,Owner.Email FROM Lead WHERE Email IN " + in(made, Person::email),
                CamelRow.QueryRecordsLead.class)));
        for (Person person : batch) {
            CamelRow.Contact contact = contacts.get(person.email());
            String account = contact == null ? person.company() : account(contact);
            CamelRow owned = contact == null ? Objects.requireNonNull(leads.get(person.email())) : contact;
            cameBack.row(List.of(
                    person.email(),
                    contact != null || accounts.contains(account) ? account : "",
                    String.valueOf(Objects.requireNonNull(owned.owner).email)));
        }
    }

    private static String account(CamelRow.Contact contact) {
        return Objects.requireNonNull(contact.account).getName();
    }

    private <T extends CamelRow> void write(
            String object, List<Person> batch, Map<String, T> known, Supplier<CamelRow> fresh) {
        List<CamelRow> creates = new ArrayList<>();
        List<CamelRow> updates = new ArrayList<>();
        for (Person person : batch) {
            CamelRow before = known.get(person.email());
            (before == null ? creates : updates).add(row(person, before, fresh.get()));
        }
        save("compositeCreateSObjectCollections?sObjectName=" + object, creates);
        save("compositeUpdateSObjectCollections?sObjectName=" + object, updates);
    }

    private static CamelRow row(Person person, @Nullable CamelRow before, CamelRow row) {
        row.firstName = person.firstName();
        row.lastName = person.lastName();
        row.phone = before == null || before.phone == null ? person.phone() : null;
        row.mobile = before == null || before.mobile == null ? person.mobile() : null;
        row.title = before == null || before.title == null ? person.title() : null;
        if (row instanceof CamelRow.Lead lead) {
            lead.company = person.company();
        }
        if (before == null) {
            row.email = person.email();
        } else {
            row.setId(before.getId());
        }
        return row;
    }

    private void save(String endpoint, List<CamelRow> rows) {
        if (!rows.isEmpty()) {
            Objects.requireNonNull(camel).ask(endpoint, rows, List.class);
        }
    }

    private <T extends CamelRow> List<T> query(String soql, Class<? extends AbstractQueryRecordsBase<T>> answer) {
        return Objects.requireNonNull(camel)
                .ask("query?sObjectClass=" + answer.getName(), soql, answer)
                .getRecords();
    }

    private static <T extends CamelRow> Map<String, T> byEmail(List<T> rows) {
        return rows.stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.email), row -> row, (a, b) -> a, HashMap::new));
    }

    private static String in(List<Person> batch, Function<Person, String> value) {
        return batch.stream().map(value).distinct().collect(Collectors.joining("','", "('", "')"));
    }

    @Override
    public void close() {
        if (camel != null) {
            camel.close();
        }
    }
}
