package com.spara.sf.benchmarks.compare;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.force.api.ApiConfig;
import com.force.api.ApiSession;
import com.force.api.ForceApi;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The job by force-rest-api as its README has it: annotated classes, one call for each thing; it has no batches. */
final class ForceRestPush implements Contender {

    private static final String FIELDS = "SELECT Id,FirstName,LastName,Phone,MobilePhone,Title,Owner.Email";

    private @Nullable ForceApi api;

    static ForceApi api(Place place) {
        return new ForceApi(new ApiConfig().setApiVersionString("v66.0"), new ApiSession(place.token(), place.url()));
    }

    @Override
    public void open(Place place) {
        api = api(place);
    }

    @Override
    public void run(int people, Tally cameBack) {
        for (int number = 0; number < people; number++) {
            push(Objects.requireNonNull(api), new Person(number), cameBack);
        }
    }

    private static void push(ForceApi api, Person person, Tally cameBack) {
        String where = " WHERE Email = '" + person.email() + "'";
        Row lead = first(api, FIELDS + ",Company FROM Lead" + where);
        Row contact = first(api, FIELDS + ",Account.Name FROM Contact" + where);
        Row account = contact == null
                ? first(api, "SELECT Id,Name FROM Account WHERE Name = '" + person.company() + "'")
                : contact.account;
        String leadId = write(api, "Lead", lead, person);
        write(api, "Contact", contact, person);
        Row owned =
                contact == null ? first(api, "SELECT Id,Owner.Email FROM Lead WHERE Id = '" + leadId + "'") : contact;
        cameBack.row(List.of(
                person.email(),
                account == null ? "" : String.valueOf(account.name),
                String.valueOf(Objects.requireNonNull(Objects.requireNonNull(owned).owner).email)));
    }

    private static String write(ForceApi api, String object, @Nullable Row known, Person person) {
        Row row = new Row();
        row.firstName = person.firstName();
        row.lastName = person.lastName();
        row.company = object.equals("Lead") ? person.company() : null;
        row.phone = known == null || known.phone == null ? person.phone() : null;
        row.mobile = known == null || known.mobile == null ? person.mobile() : null;
        row.title = known == null || known.title == null ? person.title() : null;
        if (known == null) {
            row.email = person.email();
            return api.createSObject(object, row);
        }
        api.updateSObject(object, Objects.requireNonNull(known.id), row);
        return known.id;
    }

    private static @Nullable Row first(ForceApi api, String soql) {
        return api.query(soql, Row.class).getRecords().stream().findFirst().orElse(null);
    }

    /** A Lead, a Contact, an Account or a User. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    static final class Row {
        @JsonProperty("Id")
        @Nullable
        String id;

        @JsonProperty("Email")
        @Nullable
        String email;

        @JsonProperty("FirstName")
        @Nullable
        String firstName;

        @JsonProperty("LastName")
        @Nullable
        String lastName;

        @JsonProperty("Company")
        @Nullable
        String company;

        @JsonProperty("Phone")
        @Nullable
        String phone;

        @JsonProperty("MobilePhone")
        @Nullable
        String mobile;

        @JsonProperty("Title")
        @Nullable
        String title;

        @JsonProperty("Website")
        @Nullable
        String website;

        @JsonProperty("Name")
        @Nullable
        String name;

        @JsonProperty("Account")
        @Nullable
        Row account;

        @JsonProperty("Owner")
        @Nullable
        Row owner;
    }
}
