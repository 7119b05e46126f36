package com.spara.sf.spi;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import java.util.Collection;

/**
 * The leads that the host has already; asked once for each page that is pulled, again for records that are told because another
 * one of their e-mail address is gone or has another address, and again where Salesforce refused the page's query and it was
 * written anew. One query of the host's own database can answer it, in pieces if that takes no
 * 10,000 parameters.
 *
 * <pre>{@code
 * KnownLeads known = (ids, emails) -> database.leadsWithIdInOrEmailIn(ids, emails);
 * }</pre>
 *
 * <p>Called by the thread that pulls; what it throws reaches the caller of the pull, and the cursor has not moved.
 */
@FunctionalInterface
public interface KnownLeads {

    /**
     * Returns the host's leads that bear one of the Ids as their {@code salesforce_lead_id} or
     * {@code salesforce_contact_id}, or one of the e-mail addresses.
     *
     * @param ids the Ids of the page's records, those that are gone among them: some 2,000 of each, and up to 10,000 on a page
     *     of a bulk job
     * @param emails their e-mail addresses, in lower case
     * @return the leads, in any order; more than were asked for do no harm
     */
    Collection<Lead> find(Collection<RecordId> ids, Collection<String> emails);

    /**
     * Returns what knows no lead, so that every record is news, and everything that is gone is told.
     *
     * @return the interface of a host that recognises leads by itself
     */
    static KnownLeads none() {
        return NoKnownLeads.ALONE;
    }
}
