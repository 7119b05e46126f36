package com.spara.sf.client.pull;

import com.spara.sf.RecordId;
import com.spara.sf.spi.SalesforceRecord;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Records that the host knew by the address of a lead that bears the Id of another record: that one is gone now, or has another
 * address. They did not change, so no look would tell them, and the host would lose them with the lead. So the last changed of
 * each such address is told with the page, unless a lead of the host's bears the Id of one of them.
 */
final class LeftBehind {

    private final PullCalls calls;
    private final PullQuery query;
    private final ByIds records;
    private final Set<String> asked = new HashSet<>();

    /** Reads what was left behind, so many records in a call. */
    LeftBehind(PullCalls calls, PullQuery query, int mostOfACall) {
        this.calls = calls;
        this.query = query;
        this.records = new ByIds(calls, query, mostOfACall);
    }

    /** What the records that moved, and these that are there no more, left behind; each address is asked for once. */
    List<SalesforceRecord> records(Collection<RecordId> lost, HostLeads hosts) {
        Set<String> addresses = hosts.left(lost);
        addresses.removeIf(address -> !asked.add(address));
        return addresses.isEmpty() || !query.isAskedByAddress()
                ? List.of()
                : records.rows(lastOfAll(addresses, hosts), ids -> query.records(calls.root(), ids));
    }

    /** Of a Lead whose Contact the host holds only if nobody else is left, since the lead may bear the Lead's Id now. */
    private Collection<RecordId> lastOfAll(Set<String> addresses, HostLeads hosts) {
        List<SalesforceRecord> rows =
                ByIds.ofAddresses(calls, query).rows(addresses, some -> query.ofAddresses(calls.root(), some));
        hosts.askFor(rows.stream().flatMap(LeftBehind::ids).toList(), addresses);
        Map<String, RecordId> last = new LinkedHashMap<>();
        lastOfEach(rows.stream().filter(row -> !hosts.isHeld(row.id())), last);
        lastOfEach(rows.stream().filter(row -> ids(row).noneMatch(hosts::isHeld)), last);
        rows.forEach(row -> query.address(row)
                .filter(address -> hosts.isHeldWith(row.id(), address))
                .ifPresent(last::remove));
        return last.values();
    }

    /** The last of the rows of each address, which come in the order of their changes, takes the place of what was there. */
    private void lastOfEach(Stream<SalesforceRecord> rows, Map<String, RecordId> last) {
        rows.forEach(row -> query.address(row).ifPresent(address -> last.put(address, row.id())));
    }

    /** A record, and the Contact that it became: a lead that bears either Id is it. */
    private static Stream<RecordId> ids(SalesforceRecord row) {
        return Stream.concat(Stream.of(row.id()), row.id(RidingAlong.CONTACT).stream());
    }
}
