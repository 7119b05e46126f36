package com.spara.sf.benchmarks.compare;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.camel.component.salesforce.api.dto.AbstractDescribedSObjectBase;
import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;
import org.apache.camel.component.salesforce.api.dto.SObjectDescription;
import org.jspecify.annotations.Nullable;

/** The fields of the job, as Camel's Maven plugin would have generated them for each object. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class CamelRow extends AbstractDescribedSObjectBase {
    /** The Lead's or Contact's own field. */
    @JsonProperty("Email")
    public @Nullable String email;

    /** The Lead's or Contact's own field. */
    @JsonProperty("FirstName")
    public @Nullable String firstName;

    /** The Lead's or Contact's own field. */
    @JsonProperty("LastName")
    public @Nullable String lastName;

    /** The Lead's or Contact's own field. */
    @JsonProperty("Phone")
    public @Nullable String phone;

    /** The Lead's or Contact's own field. */
    @JsonProperty("MobilePhone")
    public @Nullable String mobile;

    /** The Lead's or Contact's own field. */
    @JsonProperty("Title")
    public @Nullable String title;

    /** Who owns the record. */
    @JsonProperty("Owner")
    public @Nullable User owner;

    private final String object;

    CamelRow(String object) {
        this.object = object;
        getAttributes().setType(object);
    }

    @Override
    public SObjectDescription description() {
        SObjectDescription description = new SObjectDescription();
        description.setName(object);
        return description;
    }

    /** A Lead. */
    public static final class Lead extends CamelRow {
        /** The Lead's own field. */
        @JsonProperty("Company")
        public @Nullable String company;

        /** The Lead's own field. */
        @JsonProperty("Website")
        public @Nullable String website;

        /** As Jackson makes it. */
        public Lead() {
            super("Lead");
        }
    }

    /** A Contact. */
    public static final class Contact extends CamelRow {
        /** The Contact's Account. */
        @JsonProperty("Account")
        public @Nullable Account account;

        /** As Jackson makes it. */
        public Contact() {
            super("Contact");
        }
    }

    /** An Account. */
    public static final class Account extends CamelRow {
        /** As Jackson makes it. */
        public Account() {
            super("Account");
        }
    }

    /** A user. */
    public static final class User extends CamelRow {
        /** As Jackson makes it. */
        public User() {
            super("User");
        }
    }

    /** The answer of a query. */
    public static final class QueryRecordsLead extends AbstractQueryRecordsBase<Lead> {
        /** As Jackson makes it. */
        public QueryRecordsLead() {}
    }

    /** The answer of a query. */
    public static final class QueryRecordsContact extends AbstractQueryRecordsBase<Contact> {
        /** As Jackson makes it. */
        public QueryRecordsContact() {}
    }

    /** The answer of a query. */
    public static final class QueryRecordsAccount extends AbstractQueryRecordsBase<Account> {
        /** As Jackson makes it. */
        public QueryRecordsAccount() {}
    }
}
