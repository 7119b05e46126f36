package com.spara.sf.spi;

import com.spara.sf.Lead;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Puts something that Salesforce knows onto a lead. It says what it wants looked up and gets what was found; it never
 * makes a call itself.
 *
 * <pre>{@code
 * Enricher openDeals = Enricher.named("open deals",
 *     (lead, found) -> lead.id("salesforce_account_id").map(account ->
 *         Lookup.in("Opportunity").where("AccountId", account).where("IsClosed", false).count()),
 *     (lead, answer) -> lead.with("open_opportunities", answer.count()));
 * }</pre>
 *
 * <p>{@link #lookups} is asked before the read and again after it, as long as it names something new: what depends on
 * what was found becomes a further round, one call for all leads of a batch. An enricher that throws costs its own
 * values only, never a match. Implementations are pure functions and safe for use by many threads.
 */
public interface Enricher {

    /**
     * Puts the Account onto the lead with its owner and website: the Account of a converted Lead, else that of the most
     * recently created Contact with the same e-mail address, else the one that bears the company's name.
     */
    Enricher ACCOUNT = new AccountEnricher();

    /**
     * Puts the owner of the matched record onto the lead, if it is an active user: of the record matched by Lead Id, else by
     * Contact Id, else of the Contact, else of the Lead.
     */
    Enricher OWNER = new OwnerEnricher();

    /**
     * Puts the Account onto the lead whose website is the domain of the e-mail address, if {@link #ACCOUNT} found none;
     * domains of free mail are left out. Not among the standard enrichers: it costs one more call per batch, since websites
     * have no index.
     */
    Enricher ACCOUNT_BY_DOMAIN = new AccountByDomain();

    /**
     * Returns the name under which results and settings speak of this enricher.
     *
     * @return the name, unique among the enrichers of one sync
     */
    String name();

    /**
     * Returns what to look up, given what is known so far.
     *
     * @param lead the lead, with the values of the enrichers before this one as far as they are known
     * @param found what is known so far; {@link Found#nothing()} before the first read
     * @return the lookups, those that were answered already among them, or an empty list
     */
    List<Lookup> lookups(Lead lead, Found found);

    /**
     * Returns the lead with what was found put onto it.
     *
     * @param lead the lead, with the values of the enrichers before this one
     * @param found all that was found
     * @return the lead, changed or not, with what is worth knowing about it
     */
    Enriched enrich(Lead lead, Found found);

    /**
     * Returns an enricher with a single lookup.
     *
     * @param name the name under which results and settings speak of it
     * @param lookup what to look up, or empty for nothing (yet)
     * @param enrich puts the answer onto the lead; not called when there is no answer
     * @return the enricher
     */
    static Enricher named(
            String name, BiFunction<Lead, Found, Optional<Lookup>> lookup, BiFunction<Lead, Answer, Lead> enrich) {
        return new NamedEnricher(name, lookup, enrich);
    }
}
