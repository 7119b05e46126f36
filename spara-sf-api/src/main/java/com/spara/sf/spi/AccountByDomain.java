package com.spara.sf.spi;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The Account whose website is the domain of the e-mail address. A website is free text in Salesforce, so its usual
 * spellings are looked up.
 */
final class AccountByDomain implements Enricher {

    private static final Lookup ACCOUNTS =
            Lookup.in("Account").select("CreatedDate").select(AccountData.FIELDS);
    private static final Set<String> FREE_MAIL = Set.of(
            "gmail.com",
            "googlemail.com",
            "yahoo.com",
            "hotmail.com",
            "outlook.com",
            "live.com",
            "msn.com",
            "icloud.com",
            "me.com",
            "aol.com",
            "gmx.de",
            "gmx.net",
            "gmx.com",
            "web.de",
            "t-online.de",
            "mail.com",
            "mail.ru",
            "yandex.ru",
            "proton.me",
            "protonmail.com",
            "zoho.com",
            "qq.com",
            "163.com",
            "126.com",
            "naver.com",
            "orange.fr",
            "free.fr",
            "libero.it");

    @Override
    public String name() {
        return "account by domain";
    }

    @Override
    public List<Lookup> lookups(Lead lead, Found found) {
        boolean needed = !found.isBeforeRead()
                && lead.text(LeadField.SALESFORCE_ACCOUNT_ID).isEmpty();
        return needed ? domain(lead).map(AccountByDomain::spellings).orElse(List.of()) : List.of();
    }

    private static Optional<String> domain(Lead lead) {
        return lead.email()
                .map(email -> email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT))
                .filter(domain -> domain.contains(".") && !FREE_MAIL.contains(domain));
    }

    private static List<Lookup> spellings(String domain) {
        List<Lookup> lookups = new ArrayList<>();
        for (String scheme : List.of("", "http://", "https://")) {
            for (String host : List.of(domain, "www." + domain)) {
                for (String end : List.of("", "/")) {
                    lookups.add(ACCOUNTS.where("Website", scheme + host + end));
                }
            }
        }
        return lookups;
    }

    @Override
    public Enriched enrich(Lead lead, Found found) {
        return lookups(lead, found).stream()
                .flatMap(lookup -> found.answer(lookup).stream())
                .flatMap(answer -> answer.records().stream())
                .max(Comparator.comparing(record -> record.time("CreatedDate").orElse(Instant.EPOCH)))
                .map(account -> AccountData.put(account, lead)
                        .noting(Reason.of(
                                        ReasonCode.ACCOUNT_OF_DOMAIN,
                                        "The Account's website is the domain of the e-mail address.")
                                .about(List.of(account.id()))))
                .orElse(Enriched.of(lead));
    }
}
