package com.spara.sf.testkit.soql;

import com.spara.sf.RecordId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A handful of rows, just enough for every rule of the query language to show. */
final class TinyOrg implements SoqlSchema {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    /** A Monday; in New York it is still early morning. */
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    static final String ADA = id("00Q000000000001");
    static final String BOB = id("00Q000000000002");
    static final String CYD = id("00Q000000000003");
    static final String GONE = id("00Q000000000009");
    static final String ACME = id("001000000000001");
    static final String GLOBEX = id("001000000000002");
    static final String GRACE = id("005000000000001");
    static final String QUEUE = id("00G000000000001");

    final TinyTable profile = new TinyTable("Profile").column("Name", SoqlType.STRING);
    final TinyTable user = new TinyTable("User")
            .column("Name", SoqlType.STRING)
            .column("Username", SoqlType.STRING)
            .column("Email", SoqlType.EMAIL)
            .column("FederationIdentifier", SoqlType.STRING)
            .column("IsActive", SoqlType.BOOLEAN)
            .parent("Profile", "ProfileId", profile);
    final TinyTable group =
            new TinyTable("Group").column("Name", SoqlType.STRING).column("Type", SoqlType.PICKLIST);
    final TinyTable account = new TinyTable("Account")
            .column("Name", SoqlType.STRING)
            .column("Website", SoqlType.URL)
            .column("OpensAt__c", SoqlType.TIME)
            .column("AnnualRevenue", SoqlType.CURRENCY)
            .parent("Owner", "OwnerId", user);
    final TinyTable contact = new TinyTable("Contact")
            .column("Name", SoqlType.STRING)
            .column("Email", SoqlType.EMAIL)
            .column("Birthdate", SoqlType.DATE)
            .parent("Account", "AccountId", account);
    final TinyTable member = new TinyTable("CampaignMember").column("Status", SoqlType.PICKLIST);
    final TinyTable lead = new TinyTable("Lead")
            .column("Name", SoqlType.STRING)
            .column("Company", SoqlType.STRING)
            .column("Email", SoqlType.EMAIL)
            .column(new TinyTable.TinyColumn("Code__c", SoqlType.STRING, true, List.of()))
            .column(new TinyTable.TinyColumn("Rating", SoqlType.PICKLIST, false, List.of("Hot", "Warm", "Cold")))
            .column("Topics__c", SoqlType.MULTIPICKLIST)
            .column("Description", SoqlType.LONGTEXT)
            .column("Address", SoqlType.ADDRESS)
            .column("NumberOfEmployees", SoqlType.INT)
            .column("AnnualRevenue", SoqlType.CURRENCY)
            .column("IsConverted", SoqlType.BOOLEAN)
            .column("IsDeleted", SoqlType.BOOLEAN)
            .column("ConvertedDate", SoqlType.DATE)
            .column("CreatedDate", SoqlType.DATETIME)
            .parent("Owner", "OwnerId", user, group)
            .parent("ConvertedAccount", "ConvertedAccountId", account)
            .indexed("Email", "OwnerId");

    private final Map<String, TinyTable> tables;

    TinyOrg() {
        contact.parent("ReportsTo", "ReportsToId", contact).indexed("AccountId");
        member.parent("Lead", "LeadId", lead).parent("Contact", "ContactId", contact);
        account.child("Contacts", contact, "AccountId").child("Leads__r", lead, "ConvertedAccountId");
        lead.child("CampaignMembers", member, "LeadId");
        tables = Map.of(
                "profile",
                profile,
                "user",
                user,
                "group",
                group,
                "account",
                account,
                "contact",
                contact,
                "campaignmember",
                member,
                "lead",
                lead);
        fill();
    }

    private void fill() {
        profile.row(id("00e000000000001"), "Name", "Sales");
        user.row(
                GRACE,
                "Name",
                "Grace Hopper",
                "Username",
                "grace@acme.example",
                "Email",
                "grace@acme.example",
                "FederationIdentifier",
                "fed-1",
                "IsActive",
                true,
                "ProfileId",
                id("00e000000000001"));
        group.row(QUEUE, "Name", "Inbound leads", "Type", "Queue");
        account.row(
                ACME,
                "Name",
                "Acme",
                "Website",
                "acme.example",
                "OpensAt__c",
                LocalTime.of(9, 30),
                "AnnualRevenue",
                number("100"),
                "OwnerId",
                GRACE);
        account.row(GLOBEX, "Name", "Globex", "AnnualRevenue", number("50.5"));
        lead.row(
                ADA,
                "Name",
                "Ada Lovelace",
                "Company",
                "Acme",
                "Email",
                "ada@example.com",
                "Code__c",
                "aB",
                "Rating",
                "Warm",
                "Topics__c",
                "AI;CRM;Sales",
                "Description",
                "long",
                "NumberOfEmployees",
                number("10"),
                "AnnualRevenue",
                number("1000.50"),
                "IsConverted",
                true,
                "IsDeleted",
                false,
                "ConvertedDate",
                LocalDate.of(2026, 11, 22),
                "CreatedDate",
                Instant.parse("2026-11-23T08:00:00Z"),
                "OwnerId",
                GRACE,
                "ConvertedAccountId",
                ACME);
        lead.row(
                BOB,
                "Name",
                "bob 100%_sure",
                "Company",
                "ACME",
                "Email",
                "bob@example.com",
                "Code__c",
                "ab",
                "Rating",
                "Hot",
                "Topics__c",
                "CRM",
                "NumberOfEmployees",
                number("200"),
                "IsConverted",
                false,
                "IsDeleted",
                false,
                "CreatedDate",
                Instant.parse("2026-11-23T04:59:59Z"),
                "OwnerId",
                QUEUE);
        lead.row(
                CYD,
                "Name",
                "Cyd O'Hara",
                "Company",
                "Globex",
                "IsConverted",
                false,
                "IsDeleted",
                false,
                "CreatedDate",
                Instant.parse("2025-02-28T12:00:00Z"));
        lead.row(
                GONE,
                "Name",
                "Gone",
                "Company",
                "Acme",
                "Email",
                "ada@example.com",
                "IsConverted",
                false,
                "IsDeleted",
                true,
                "CreatedDate",
                Instant.parse("2026-01-01T12:00:00Z"),
                "OwnerId",
                GRACE);
        contact.row(
                id("003000000000001"),
                "Name",
                "Ann",
                "Email",
                "ann@acme.example",
                "AccountId",
                ACME,
                "Birthdate",
                LocalDate.of(1990, 5, 17));
        contact.row(id("003000000000002"), "Name", "Ben", "AccountId", ACME, "ReportsToId", id("003000000000001"));
        contact.row(id("003000000000003"), "Name", "Cat");
        member.row(id("00v000000000001"), "LeadId", ADA, "Status", "Sent");
        member.row(id("00v000000000002"), "ContactId", id("003000000000002"), "Status", "Sent");
    }

    SoqlEngine engine() {
        return new SoqlEngine(this, Clock.fixed(NOW, ZONE), ZONE);
    }

    SoqlResult query(String soql) {
        return engine().query(soql);
    }

    /** The one value of the one record. */
    Object value(String soql) {
        SoqlResult result = query(soql);
        if (result.totalSize() != 1 || result.records().get(0).fields().size() != 1) {
            throw new AssertionError("one value expected, but there are " + result.totalSize() + " records");
        }
        return result.records().get(0).fields().values().iterator().next();
    }

    /** The names of the leads that a WHERE lets pass, up to the first blank. */
    List<String> leads(String where) {
        return names(engine().query("SELECT Name FROM Lead WHERE " + where));
    }

    static List<String> names(SoqlResult result) {
        return result.records().stream()
                .map(lead -> String.valueOf(lead.fields().get("Name")).split(" ")[0])
                .toList();
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static String id(String fifteen) {
        return RecordId.of(fifteen).value();
    }

    @Override
    public Optional<SoqlTable> table(String name) {
        return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
    }
}
