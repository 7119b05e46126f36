package com.spara.sf.client;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.RecordId;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.PulledLead;
import com.spara.sf.testkit.FakeOrg;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * No record is told twice on a page, and nobody as a new lead whom a lead of the host's is already by its address: that is another
 * person only if its record of that object, which is there, has another address by the lead's note, or if the page brought something
 * to that lead, too, by which it has the address only now.
 */
final class OncePerPerson {

    private final FakeOrg org;
    private final String idKey;
    private final Set<RecordId> gone;
    private final Set<Lead> told;
    private final Set<Lead> made = new HashSet<>();
    private final List<String> twice;

    OncePerPerson(FakeOrg org, String idKey, PullPage page) {
        this.org = org;
        this.idKey = idKey;
        this.gone = page.gone().stream().map(record -> record.id()).collect(Collectors.toSet());
        this.told = page.leads().stream().map(PulledLead::lead).collect(Collectors.toSet());
        Set<RecordId> ids = new HashSet<>();
        this.twice = page.leads().stream()
                .filter(pulled -> !ids.add(pulled.id()))
                .map(pulled -> pulled + " is twice on a page")
                .toList();
        page.leads().stream().filter(pulled -> pulled.known().isEmpty()).forEach(pulled -> made.add(pulled.lead()));
    }

    /** What is wrong with the host's leads, of which those of the page are some. */
    List<String> wrong(List<Lead> people) {
        made.retainAll(people);
        Stream<String> twins = people.stream()
                .filter(lead -> !told.contains(lead) && !isHeldBack(lead))
                .flatMap(lead -> made.stream()
                        .filter(twin -> twin.email().isPresent() && twin.email().equals(lead.email()))
                        .map(twin -> twin.id(idKey) + " was told as new, but is " + lead.values()));
        return Stream.concat(twice.stream(), twins).toList();
    }

    private boolean isHeldBack(Lead lead) {
        boolean isOfALead = idKey.equals(LeadField.SALESFORCE_LEAD_ID);
        Optional<String> note =
                lead.text(isOfALead ? LeadField.SALESFORCE_LEAD_NOTE : LeadField.SALESFORCE_CONTACT_NOTE);
        return note.isPresent()
                && lead.id(idKey)
                        .filter(id -> note.get().startsWith(id + " "))
                        .filter(id -> !note.equals(lead.email().map(own -> id + " " + own)))
                        .filter(id -> !gone.contains(id) && isThere(isOfALead ? "Lead" : "Contact", id))
                        .isPresent();
    }

    private boolean isThere(String object, RecordId id) {
        return org.records(object).stream().anyMatch(record -> record.id().equals(id) && !record.isDeleted());
    }
}
