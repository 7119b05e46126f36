package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.SObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts a lead into an account, a contact and an opportunity, as the page and the SOAP call {@code convertLead} do.
 */
public final class Conversions {
    private static final String USER_PREFIX = "005";
    private static final int LONGEST_NAME = 119;
    private static final Map<String, String> TO_ACCOUNT = Map.ofEntries(
            Map.entry("Name", "Company"),
            Map.entry("Phone", "Phone"),
            Map.entry("Fax", "Fax"),
            Map.entry("Website", "Website"),
            Map.entry("Industry", "Industry"),
            Map.entry("Rating", "Rating"),
            Map.entry("AnnualRevenue", "AnnualRevenue"),
            Map.entry("NumberOfEmployees", "NumberOfEmployees"),
            Map.entry("AccountSource", "LeadSource"),
            Map.entry("BillingStreet", "Street"),
            Map.entry("BillingCity", "City"),
            Map.entry("BillingState", "State"),
            Map.entry("BillingPostalCode", "PostalCode"),
            Map.entry("BillingCountry", "Country"));
    private static final Map<String, String> TO_CONTACT = Map.ofEntries(
            Map.entry("Salutation", "Salutation"),
            Map.entry("FirstName", "FirstName"),
            Map.entry("LastName", "LastName"),
            Map.entry("Title", "Title"),
            Map.entry("Email", "Email"),
            Map.entry("Phone", "Phone"),
            Map.entry("MobilePhone", "MobilePhone"),
            Map.entry("Fax", "Fax"),
            Map.entry("LeadSource", "LeadSource"),
            Map.entry("Description", "Description"),
            Map.entry("MailingStreet", "Street"),
            Map.entry("MailingCity", "City"),
            Map.entry("MailingState", "State"),
            Map.entry("MailingPostalCode", "PostalCode"),
            Map.entry("MailingCountry", "Country"));

    private final Records records;
    private final SaveOptions options;

    public Conversions(Records records, SaveOptions options) {
        this.records = records;
        this.options = options;
    }

    /** The records that a conversion made or used. */
    public record Result(String accountId, String contactId, String opportunityId) {}

    /** Converts the lead into the records named, or into new ones where none is named. */
    public Result convert(String leadId, @Nullable String accountId, @Nullable String contactId) {
        return records.exclusively(() -> {
            Row lead = requireOpen(leadId);
            String account = accountId != null ? accountId : create("Account", values(lead, TO_ACCOUNT, Map.of()));
            String contact = contactId != null
                    ? complete(contactId, lead, account)
                    : create("Contact", values(lead, TO_CONTACT, Map.of("AccountId", account)));
            Result result = new Result(account, contact, create("Opportunity", opportunity(lead, account)));
            close(lead, result);
            return result;
        });
    }

    /** Converts the lead into records that are there and stay as they are. */
    public void convert(String leadId, Result into) {
        records.exclusively(() -> {
            Row lead = requireOpen(leadId);
            Stream.of(into.accountId(), into.contactId(), into.opportunityId())
                    .flatMap(id -> records.find(id).stream())
                    .forEach(records.rules().locks()::committed);
            close(lead, into);
            return into;
        });
    }

    private Row requireOpen(String leadId) {
        Row lead = records.find(leadId)
                .filter(row -> row.type().name().equals("Lead") && !row.isDeleted())
                .orElseThrow(() -> new RefusedException(
                        SaveError.aboutTarget("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id")));
        if (ConvertedLeads.isConverted(lead)) {
            throw new RefusedException(SaveError.of("CANNOT_UPDATE_CONVERTED_LEAD", "lead is already converted"));
        }
        return records.rules().locks().committed(lead);
    }

    private String create(String object, Map<String, Object> values) {
        return records.create(records.schema().require(object), values, options);
    }

    /** An existing contact keeps what it has and gets what it lacks. */
    private String complete(String contactId, Row lead, String account) {
        Row contact = records.find(contactId)
                .orElseThrow(() -> new RefusedException(
                        SaveError.aboutTarget("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id")));
        Map<String, Object> lacking = values(lead, TO_CONTACT, Map.of("AccountId", account));
        lacking.keySet().removeIf(field -> field.equals("OwnerId") || contact.value(field) != null);
        records.update(contactId, lacking, options);
        return contact.id();
    }

    private Map<String, Object> values(Row lead, Map<String, String> mapping, Map<String, Object> fixed) {
        Map<String, Object> values = new HashMap<>(fixed);
        mapping.forEach((to, from) -> Optional.ofNullable(lead.value(from)).ifPresent(value -> values.put(to, value)));
        values.put("OwnerId", owner(lead));
        return values;
    }

    /** A queue cannot own accounts: what it owned goes to the user who converts. */
    private String owner(Row lead) {
        String owner = String.valueOf(lead.value("OwnerId"));
        return owner.startsWith(USER_PREFIX) ? owner : options.userId();
    }

    private Map<String, Object> opportunity(Row lead, String account) {
        LocalDate today = today();
        LocalDate nextQuarter = today.withDayOfMonth(1).plusMonths(3 - (today.getMonthValue() - 1) % 3);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("Name", opportunityName(lead));
        values.put("AccountId", account);
        values.put("StageName", "Prospecting");
        values.put("CloseDate", nextQuarter.minusDays(1));
        values.put("LeadSource", Objects.requireNonNullElse(lead.value("LeadSource"), ""));
        values.put("OwnerId", owner(lead));
        return values;
    }

    private static String opportunityName(Row lead) {
        String company = String.valueOf(lead.value("Company"));
        return company.substring(0, Math.min(company.length(), LONGEST_NAME)) + "-";
    }

    private void close(Row lead, Result result) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("IsConverted", true);
        changes.put("Status", convertedStatus());
        changes.put("ConvertedDate", today());
        changes.put("ConvertedAccountId", result.accountId());
        changes.put("ConvertedContactId", result.contactId());
        changes.put("ConvertedOpportunityId", result.opportunityId());
        Instant now = records.now();
        changes.put("LastModifiedDate", now);
        changes.put("LastModifiedById", options.userId());
        records.overwrite(lead.id(), changes);
        List.of("Task", "Event").forEach(activity -> moveActivities(activity, lead, result));
    }

    private void moveActivities(String activity, Row lead, Result result) {
        SObject type = records.schema().require(activity);
        records.rowsWhere(type, type.require("WhoId"), List.of(lead.id()))
                .orElseThrow()
                .toList()
                .forEach(row -> records.overwrite(row.id(), Map.of("WhoId", result.contactId())));
    }

    private Object convertedStatus() {
        return records.rows(records.schema().require("LeadStatus"))
                .filter(status -> status.isTrue("IsConverted"))
                .findFirst()
                .map(status -> status.value("ApiName"))
                .orElseThrow(
                        () -> new IllegalStateException("the org has no lead status for converted leads; add one"));
    }

    private LocalDate today() {
        return records.now().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
