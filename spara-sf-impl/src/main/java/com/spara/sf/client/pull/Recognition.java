package com.spara.sf.client.pull;

import com.spara.sf.Reason;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.PulledLead;
import java.util.List;

/** Recognises whose the records of a page are: it asks the host what it knows of them, and makes sure of what is gone. */
final class Recognition {

    private final PulledRecords records;
    private final Reconciliation fates;
    private final LeftBehind left;

    Recognition(PulledRecords records, Reconciliation fates, LeftBehind left) {
        this.records = records;
        this.fates = fates;
        this.left = left;
    }

    /**
     * What a page tells the host.
     *
     * @param leads what was read, and what was left behind, each laid over the lead of the host's that it is
     * @param gone the records of the host's that are gone
     * @param notes on persons who have several records
     */
    record Told(List<PulledLead> leads, List<SalesforceRecord> gone, List<Reason> notes) {}

    /**
     * Recognises the records of a page, and those that others left behind which are no more there or have another address. Those
     * may show that further records are no more there, which left others behind.
     */
    Told of(Cut page, KnownLeads known) {
        List<PulledRecords.Read> news = records.read(page.news());
        HostLeads hosts = HostLeads.asked(known, records.borne(), new HostLeads.Question(news, page.gone()));
        List<SalesforceRecord> gone = fates.confirmed(hosts.held(page.gone()));
        List<SalesforceRecord> noMoreThere = gone;
        do {
            hosts.leads().bury(noMoreThere.stream().map(SalesforceRecord::id).toList());
            news = records.with(news, left.records(noMoreThere, hosts));
            noMoreThere = fates.untold(records.otherIds(news, hosts.leads()), page);
        } while (!noMoreThere.isEmpty());
        return new Told(records.recognised(news, hosts), gone, hosts.notes());
    }
}
