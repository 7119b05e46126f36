package com.spara.sf.client.pull;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.RecordId;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.PulledLead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes leads of records, and recognises those that are the host's own. */
final class PulledRecords {

    private final LaidOver laidOver;
    private final RidingAlong ridingAlong;
    private final BorneAddress borne;

    PulledRecords(PullQuery query, RidingAlong ridingAlong, BorneAddress borne) {
        this.laidOver = new LaidOver(query.fields(), ridingAlong, query.selected());
        this.ridingAlong = ridingAlong;
        this.borne = borne;
    }

    /** Which addresses the records have whose Ids leads bear. */
    BorneAddress borne() {
        return borne;
    }

    /**
     * What was read of a record.
     *
     * @param record the record
     * @param lead the lead that it makes by itself
     * @param keys by which the host may know that lead
     */
    record Read(SalesforceRecord record, PulledLead lead, List<Object> keys) {}

    /** What was read of the records, each by itself. */
    List<Read> read(List<SalesforceRecord> records) {
        return records.stream().map(this::read).toList();
    }

    /** The same with what was read of further records, in the order of changes. */
    List<Read> with(List<Read> rows, List<SalesforceRecord> further) {
        return further.isEmpty()
                ? rows
                : Stream.concat(read(further).stream(), rows.stream())
                        .sorted(Comparator.comparing(row -> Key.stamp(row.record())))
                        .toList();
    }

    private Read read(SalesforceRecord record) {
        PulledLead lead = lead(record);
        return new Read(record, lead, LeadKeys.of(lead.lead(), record.id()));
    }

    private PulledLead lead(SalesforceRecord record) {
        Lead read = laidOver.read(record);
        return record.isTrue("IsConverted")
                ? PulledLead.converted(record.id(), read)
                : PulledLead.changed(record.id(), read);
    }

    /**
     * The Ids of other records that the host's leads of these records bear, or that keep leads from being theirs, or that are borne by
     * leads to which an address falls when one of these takes its lead to another.
     */
    Set<RecordId> otherIds(List<Read> rows, LeadIndex leads) {
        Set<RecordId> ids = new LinkedHashSet<>();
        Set<String> lost = new HashSet<>();
        for (Read row : rows) {
            Optional<Lead> known = leads.of(row.keys());
            if (known.isPresent()) {
                ridingAlong.otherId(known.get(), row.record()).ifPresent(ids::add);
                LeadKeys.emailOf(known.get())
                        .filter(address -> !row.keys().contains(address))
                        .ifPresent(lost::add);
            }
        }
        lost.stream().flatMap(leads::borneWith).forEach(ids::add);
        leads.holdingBack(rows).forEach(ids::add);
        return ids;
    }

    /** The same, each laid over the host's lead that it is, in the order of their changes. */
    List<PulledLead> recognised(List<Read> rows, HostLeads hosts) {
        List<PulledLead> leads = new ArrayList<>();
        for (Read row : rows) {
            Optional<Lead> known = hosts.leads().of(row.keys());
            PulledLead kept = known.isPresent() ? over(known.get(), row, hosts) : row.lead();
            hosts.leads().keep(row.keys(), known, kept.lead());
            leads.add(kept);
        }
        return leads;
    }

    private PulledLead over(Lead known, Read row, HostLeads hosts) {
        SalesforceRecord record = row.record();
        PulledLead pulled = row.lead();
        Optional<RecordId> other = ridingAlong.otherId(known, record).filter(hosts.leads()::isAlive);
        other.ifPresent(stored -> hosts.haveTwice(stored, record.id()));
        return other.isPresent()
                ? withItsAddress(laidOver.further(known, record, pulled), known)
                : noted(withoutAnothers(laidOver.over(known, record, pulled), known, hosts.leads()), known);
    }

    /** A Lead that became the Contact of a lead which bears another Lead may have another address than that one. */
    private static PulledLead withItsAddress(PulledLead kept, Lead known) {
        Lead lead = kept.lead();
        return LeadKeys.emailOf(lead).equals(LeadKeys.emailOf(known))
                ? kept
                : kept.knownAs(
                        known,
                        lead.with(LeadField.EMAIL, known.value(LeadField.EMAIL).orElse(null)),
                        kept.emptied());
    }

    private PulledLead noted(PulledLead kept, Lead known) {
        Lead noted = borne.noted(known, kept.lead());
        return noted.equals(kept.lead()) ? kept : kept.knownAs(known, noted, kept.emptied());
    }

    /** The Contact that a Lead became is left to the lead that bears its Id already, if that is another one. */
    private static PulledLead withoutAnothers(PulledLead kept, Lead known, LeadIndex leads) {
        boolean isAnothers = known.id(LeadField.SALESFORCE_CONTACT_ID).isEmpty()
                && kept.lead()
                        .id(LeadField.SALESFORCE_CONTACT_ID)
                        .filter(id -> leads.isOfAnother(id, known))
                        .isPresent();
        return isAnothers
                ? kept.knownAs(known, kept.lead().with(LeadField.SALESFORCE_CONTACT_ID, null), kept.emptied())
                : kept;
    }
}
