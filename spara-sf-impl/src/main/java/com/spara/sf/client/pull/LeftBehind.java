package com.spara.sf.client.pull;

import com.spara.sf.RecordId;
import com.spara.sf.spi.SalesforceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Records that the host knew by the address of a lead that bears the Id of another record: that one is no more there, or has
 * another address. They did not change, so no look would tell them, and the host would lose them with the lead. So the last changed
 * of each such address is told with the page, unless it is on the page already, or a lead of the host's bears one of them that was
 * read with this address. Who is known as the Contact that they became is told only if nobody else is left.
 */
final class LeftBehind {

    private final PullCalls calls;
    private final PullQuery query;
    private final ByIds records;
    private final Set<String> asked = new HashSet<>();
    private final Set<RecordId> told = new HashSet<>();

    /** Reads what was left behind, so many records in a call. */
    LeftBehind(PullCalls calls, PullQuery query, int mostOfACall) {
        this.calls = calls;
        this.query = query;
        this.records = new ByIds(calls, query, mostOfACall);
    }

    /**
     * What the records that moved, and these that are no more there, left behind, and is not on the page. Each address is asked for
     * once, but again if the record that was chosen has it no more when it is read.
     */
    List<SalesforceRecord> records(Collection<SalesforceRecord> noMoreThere, HostLeads hosts) {
        Set<String> addresses = hosts.left(noMoreThere, query);
        addresses.removeIf(address -> !asked.add(address));
        List<SalesforceRecord> found = new ArrayList<>();
        while (!addresses.isEmpty() && query.isAskedByAddress()) {
            Map<String, RecordId> chosen = lastOfAll(addresses, hosts);
            found.addAll(read(chosen));
            addresses = chosen.keySet();
        }
        return found;
    }

    /** Reads those that were chosen for an address. Who has it still is chosen no longer. */
    private List<SalesforceRecord> read(Map<String, RecordId> chosen) {
        List<SalesforceRecord> read = records.rows(chosen.values(), ids -> query.records(calls.root(), ids)).stream()
                .filter(row -> query.address(row)
                        .filter(address -> chosen.remove(address, row.id()))
                        .isPresent())
                .toList();
        read.forEach(row -> told.add(row.id()));
        return read;
    }

    /** Of a Lead whose Contact the host holds only if nobody else is left, since the lead may bear the Lead's Id now. */
    private Map<String, RecordId> lastOfAll(Set<String> addresses, HostLeads hosts) {
        List<SalesforceRecord> rows =
                ByIds.ofAddresses(calls, query).rows(addresses, some -> query.ofAddresses(calls.root(), some));
        Set<String> theirs = new LinkedHashSet<>(addresses);
        rows.forEach(row -> query.address(row).ifPresent(theirs::add)); // Salesforce compares otherwise than a host
        hosts.askFor(rows.stream().flatMap(LeftBehind::ids).toList(), theirs);
        LeadIndex leads = hosts.leads();
        told.addAll(hosts.readIds());
        Map<String, RecordId> last = new LinkedHashMap<>();
        lastOfEach(rows.stream().filter(row -> !leads.isHeld(row.id())), last);
        lastOfEach(rows.stream().filter(row -> ids(row).noneMatch(leads::isHeld)), last);
        rows.forEach(row -> query.address(row)
                .filter(address -> leads.isHeldWith(row.id(), address))
                .ifPresent(last::remove));
        return last;
    }

    /** The last of the rows of each address, which come in the order of their changes, takes the place of what was there. */
    private void lastOfEach(Stream<SalesforceRecord> rows, Map<String, RecordId> last) {
        rows.filter(row -> !told.contains(row.id()))
                .forEach(row -> query.address(row).ifPresent(address -> last.put(address, row.id())));
    }

    /** A record, and the Contact that it became: a lead that bears either Id is it. */
    private static Stream<RecordId> ids(SalesforceRecord row) {
        return Stream.concat(Stream.of(row.id()), row.id(RidingAlong.CONTACT).stream());
    }
}
