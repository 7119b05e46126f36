package com.spara.sf.spi;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The contract's Account data, written as a host would write its own enricher. */
final class AccountEnricher implements Enricher {

    private static final int NAME_LENGTH = 255;
    private static final Answer UNREAD = Answer.ofCount(-1);
    private static final Lookup CONTACTS =
            Lookup.in("Contact").select("CreatedDate", "AccountId").select(AccountData.fieldsBehind("Account"));
    private static final Lookup ACCOUNTS =
            Lookup.in("Account").select("CreatedDate").select(AccountData.FIELDS);
    private static final Lookup OF_CONVERTED_LEAD =
            Lookup.matched("Lead").parent("ConvertedAccount").select(AccountData.FIELDS);
    private static final Comparator<SalesforceRecord> NEWEST_FIRST = Comparator.comparing(
                    (SalesforceRecord record) -> record.time("CreatedDate").orElse(Instant.EPOCH))
            .thenComparing((SalesforceRecord record) -> record.id())
            .reversed();

    @Override
    public String name() {
        return "account";
    }

    @Override
    public List<Lookup> lookups(Lead lead, Found found) {
        List<Lookup> lookups = new ArrayList<>(3);
        lookups.add(OF_CONVERTED_LEAD);
        contacts(lead).ifPresent(lookups::add);
        byCompany(lead).ifPresent(lookups::add);
        return lookups;
    }

    /** The Contacts that the e-mail matcher looks for, with their Accounts. */
    private static Optional<Lookup> contacts(Lead lead) {
        return BuiltInMatchers.address(lead).map(address -> CONTACTS.where("Email", address));
    }

    private static Optional<Lookup> byCompany(Lead lead) {
        return lead.text(LeadField.COMPANY)
                .filter(company -> company.length() <= NAME_LENGTH)
                .map(company -> ACCOUNTS.where("Name", company));
    }

    @Override
    public Enriched enrich(Lead lead, Found found) {
        if (found.isBeforeRead()) {
            return Enriched.of(lead);
        }
        Optional<Enriched> converted = ofConvertedLead(lead, found);
        if (converted.isPresent() || isConvertedAccountUnread(found)) {
            return converted.orElseGet(() -> AccountData.none(lead, false));
        }
        Optional<Answer> contacts = contacts(lead).map(lookup -> answer(lookup, found));
        Optional<Enriched> ofContact = contacts.flatMap(answer -> ofNewestContact(lead, answer));
        if (ofContact.isPresent() || contacts.filter(UNREAD::equals).isPresent()) {
            return ofContact.orElseGet(() -> AccountData.none(lead, false));
        }
        Optional<Answer> company = byCompany(lead).map(lookup -> answer(lookup, found));
        return company.flatMap(answer -> ofCompany(lead, answer))
                .orElseGet(() ->
                        AccountData.none(lead, company.filter(UNREAD::equals).isEmpty()));
    }

    private static Answer answer(Lookup lookup, Found found) {
        return found.answer(lookup).orElse(UNREAD);
    }

    /** A lower place in the order must not win because a higher one could not be read. */
    private static boolean isConvertedAccountUnread(Found found) {
        boolean hidden =
                found.lead().flatMap(record -> record.id("ConvertedAccountId")).isPresent();
        return hidden
                || found.isUnread("Lead")
                || found.answer(OF_CONVERTED_LEAD).isEmpty();
    }

    private static Optional<Enriched> ofConvertedLead(Lead lead, Found found) {
        return found.answer(OF_CONVERTED_LEAD)
                .flatMap(Answer::first)
                .map(account -> AccountData.put(account, lead)
                        .noting(Reason.of(
                                        ReasonCode.ACCOUNT_OF_CONVERTED_LEAD,
                                        "The Account is that of the converted Lead.")
                                .about(List.of(account.id()))));
    }

    private static Optional<Enriched> ofNewestContact(Lead lead, Answer contacts) {
        SalesforceRecord newest = null;
        for (SalesforceRecord contact : contacts.records()) {
            boolean isCustomer = contact.id("AccountId").isPresent();
            if (isCustomer && (newest == null || NEWEST_FIRST.compare(contact, newest) < 0)) {
                newest = contact;
            }
        }
        return Optional.ofNullable(newest)
                .map(contact -> contact.parent("Account")
                        .map(account -> ofContact(account, lead))
                        .orElseGet(() -> AccountData.none(lead, false)));
    }

    private static Enriched ofContact(SalesforceRecord account, Lead lead) {
        return AccountData.put(account, lead)
                .noting(Reason.of(
                                ReasonCode.ACCOUNT_OF_CONTACT,
                                "The Account is that of the most recently created Contact with the e-mail address.")
                        .about(List.of(account.id())));
    }

    private static Optional<Enriched> ofCompany(Lead lead, Answer answer) {
        if (answer.records().isEmpty()) {
            return Optional.empty();
        }
        List<SalesforceRecord> accounts = new ArrayList<>(answer.records());
        accounts.sort(NEWEST_FIRST);
        List<RecordId> ids = new ArrayList<>(accounts.size());
        accounts.forEach(account -> ids.add(account.id()));
        return Optional.of(AccountData.put(accounts.get(0), lead).noting(ofCompany(ids)));
    }

    private static Reason ofCompany(List<RecordId> ids) {
        String several = ids.size() == 1 ? "" : "; of " + ids.size() + ", the most recently created";
        return Reason.of(ReasonCode.ACCOUNT_OF_COMPANY, "The Account bears the company's name" + several + ".")
                .about(ids);
    }
}
