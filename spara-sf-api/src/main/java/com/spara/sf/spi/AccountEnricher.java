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
import java.util.Objects;
import java.util.Optional;

/** The contract's Account data, written as a host would write its own enricher. */
final class AccountEnricher implements Enricher {

    private static final int NAME_LENGTH = 255;
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
        List<Lookup> lookups = new ArrayList<>();
        lookups.add(OF_CONVERTED_LEAD);
        lookups.addAll(contacts(lead));
        byCompany(lead).ifPresent(lookups::add);
        return lookups;
    }

    /** The Contacts that the e-mail matcher looks for, with their Accounts. */
    private static List<Lookup> contacts(Lead lead) {
        return Matcher.EMAIL.lookups(lead, "Contact").stream()
                .map(lookup -> lookup.select("CreatedDate").select(AccountData.fieldsBehind("Account")))
                .toList();
    }

    private static Optional<Lookup> byCompany(Lead lead) {
        return lead.text(LeadField.COMPANY)
                .filter(company -> company.length() <= NAME_LENGTH)
                .map(company -> Lookup.in("Account")
                        .where("Name", company)
                        .select("CreatedDate")
                        .select(AccountData.FIELDS));
    }

    @Override
    public Enriched enrich(Lead lead, Found found) {
        return ofConvertedLead(lead, found)
                .or(() -> ofNewestContact(lead, found))
                .or(() -> ofCompany(lead, found))
                .orElseGet(() -> none(lead, found));
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

    private static Optional<Enriched> ofNewestContact(Lead lead, Found found) {
        return contacts(lead).stream()
                .flatMap(lookup -> found.answer(lookup).stream())
                .flatMap(answer -> answer.records().stream())
                .sorted(NEWEST_FIRST)
                .map(contact -> contact.parent("Account").orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .map(account -> AccountData.put(account, lead)
                        .noting(Reason.of(
                                        ReasonCode.ACCOUNT_OF_CONTACT,
                                        "The Account is that of the most recently created Contact with the e-mail address.")
                                .about(List.of(account.id()))));
    }

    private static Optional<Enriched> ofCompany(Lead lead, Found found) {
        List<SalesforceRecord> accounts =
                byCompany(lead).flatMap(found::answer).map(Answer::records).orElse(List.of()).stream()
                        .sorted(NEWEST_FIRST)
                        .toList();
        return accounts.stream()
                .findFirst()
                .map(account -> AccountData.put(account, lead)
                        .noting(ofCompany(
                                accounts.stream().map(SalesforceRecord::id).toList())));
    }

    private static Reason ofCompany(List<RecordId> ids) {
        String several = ids.size() == 1 ? "" : "; of " + ids.size() + ", the most recently created";
        return Reason.of(ReasonCode.ACCOUNT_OF_COMPANY, "The Account bears the company's name" + several + ".")
                .about(ids);
    }

    private Enriched none(Lead lead, Found found) {
        boolean allRead = !found.isBeforeRead()
                && lookups(lead, found).stream()
                        .allMatch(lookup -> found.answer(lookup).isPresent());
        return AccountData.none(lead, allRead);
    }
}
