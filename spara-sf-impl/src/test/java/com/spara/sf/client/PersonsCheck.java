package com.spara.sf.client;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.RecordId;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a host's leads must be when everything was read.
 *
 * <p>None is missing: of the records of one object that a rule takes and that have one address, a lead bears the Id of one at
 * least, or bears the address and the Id of another such record, or the Id of the Contact that it became; or that Contact was
 * deleted since it was told, and a lead bore the Contact together with another Lead. None is a phantom: each Id that a lead bears
 * is that of a record that a rule takes, or of the Contact that a Lead which was told became, and each lead bears one, but those
 * that were the host's from the beginning. None comes twice: no two leads bear one Id, or one mark of the host's own; and {@link
 * OncePerPerson} holds for each page. None is mixed: a lead's Ids, its address and its names are of records that may be one
 * person; those of a record that never shared an address are what the record has now.
 */
final class PersonsCheck {

    private final FakeOrg org;
    private final PersonsOfHistory persons;
    private final List<Lead> held;
    private final List<PullHost> hosts;
    private final List<String> wrong = new ArrayList<>();

    PersonsCheck(FakeOrg org, PersonsOfHistory persons, List<Lead> held, List<PullHost> hosts) {
        this.org = org;
        this.persons = persons;
        this.held = held;
        this.hosts = hosts;
    }

    List<String> wrong() {
        hosts.forEach(this::requireNoneMissing);
        hosts.forEach(this::requireNoPhantom);
        requireNoneTwice();
        requireNoneMixed();
        return wrong;
    }

    private void requireNoneMissing(PullHost host) {
        List<FakeRecord> live = host.live();
        Set<RecordId> ids = live.stream().map(FakeRecord::id).collect(Collectors.toSet());
        Set<RecordId> borne = held.stream()
                .flatMap(lead -> lead.id(host.idKey()).stream())
                .filter(ids::contains)
                .collect(Collectors.toSet());
        Set<String> addresses = new HashSet<>();
        live.stream().filter(record -> borne.contains(record.id())).forEach(record -> addresses.add(email(record)));
        held.stream()
                .filter(lead -> lead.id(host.idKey()).filter(borne::contains).isPresent())
                .forEach(lead -> lead.email().ifPresent(addresses::add));
        live.stream()
                .filter(record -> !borne.contains(record.id()) && !addresses.contains(email(record)))
                .filter(record -> !became(record) && !isFurtherOfItsContactsLead(record, host))
                .forEach(record -> wrong.add("nobody is " + record.id() + " " + email(record)));
    }

    /** Whether a lead bears the Id of the Contact that a record became. */
    private boolean became(FakeRecord record) {
        String contact = record.type().equals("Lead") ? record.text("ConvertedContactId") : "";
        return held.stream()
                .anyMatch(lead -> lead.text(LeadField.SALESFORCE_CONTACT_ID)
                        .filter(id -> id.equals(contact))
                        .isPresent());
    }

    /**
     * Whether it was told, with the address that it has, as one of a lead that bore the Contact which it became, and another Lead.
     * When that Contact is deleted, it is told by a full look only.
     */
    private boolean isFurtherOfItsContactsLead(FakeRecord record, PullHost leads) {
        Optional<RecordId> gone = record.type().equals("Lead")
                ? Optional.ofNullable(record.text("ConvertedContactId"))
                        .map(RecordId::of)
                        .filter(this::isGone)
                : Optional.empty();
        return gone.isPresent()
                && leads.wasToldWith(email(record), record.id())
                && hosts.stream().anyMatch(host -> host.wasOfAnother(gone.get(), record.id()));
    }

    private boolean isGone(RecordId contact) {
        return org.records("Contact").stream().noneMatch(record -> record.id().equals(contact) && !record.isDeleted());
    }

    private static String email(FakeRecord record) {
        return String.valueOf(record.text("Email"));
    }

    /** A converted Lead brings the Id of its Contact, whatever became of that, and leaves it when it goes. */
    private void requireNoPhantom(PullHost host) {
        Set<RecordId> real = new HashSet<>();
        host.live().forEach(record -> real.add(record.id()));
        hosts.forEach(any -> real.addAll(any.named()));
        held.stream()
                .flatMap(lead -> lead.id(host.idKey()).stream())
                .filter(id -> !real.contains(id))
                .forEach(id -> wrong.add("phantom " + id));
        held.stream()
                .filter(lead -> ids(lead).isEmpty() && !persons.ofTheHosts().contains(lead))
                .forEach(lead -> wrong.add("lead without Id " + lead));
    }

    private static List<RecordId> ids(Lead lead) {
        List<RecordId> ids = new ArrayList<>();
        lead.id(LeadField.SALESFORCE_LEAD_ID).ifPresent(ids::add);
        lead.id(LeadField.SALESFORCE_CONTACT_ID).ifPresent(ids::add);
        return ids;
    }

    private void requireNoneTwice() {
        Set<Object> marks = new HashSet<>();
        held.stream()
                .filter(lead -> !lead.value(PullHost.OWN).filter(marks::add).isPresent())
                .forEach(lead -> wrong.add("twice, or without a mark of its own: " + lead.values()));
        Map<RecordId, Long> counts = held.stream()
                .flatMap(lead -> ids(lead).stream())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        counts.forEach((id, count) -> {
            if (count > 1) {
                wrong.add(count + " leads bear " + id);
            }
        });
    }

    private void requireNoneMixed() {
        for (Lead lead : held) {
            for (RecordId id : ids(lead)) {
                ids(lead).forEach(other -> requireOne(id, other.value()));
                lead.email().ifPresent(email -> requireOne(id, email));
            }
            requireName(lead, LeadField.SALESFORCE_LEAD_ID, "last_name");
            requireName(lead, LeadField.SALESFORCE_CONTACT_ID, "contact_name");
        }
    }

    private void requireOne(RecordId id, String other) {
        if (!persons.mayBeOne(id.value(), other)) {
            wrong.add(id + " is not " + other);
        }
    }

    private void requireName(Lead lead, String idKey, String nameKey) {
        Optional<RecordId> id = lead.id(idKey);
        Optional<String> name = lead.text(nameKey);
        if (id.isEmpty() || name.isEmpty()) {
            return;
        }
        boolean isRight = persons.isAlone(id.get())
                ? name.get().equals(org.record(id.get()).text("LastName"))
                : persons.mayBeNamed(id.get(), name.get());
        if (!isRight) {
            wrong.add(id.get() + " is not named " + name.get());
        }
    }
}
