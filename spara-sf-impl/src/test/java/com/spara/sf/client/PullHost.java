package com.spara.sf.client;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.SalesforceException;
import com.spara.sf.settings.PullRule;
import com.spara.sf.sync.GoneRecord;
import com.spara.sf.sync.PullChange;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.PulledLead;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a host does with the pages of one rule; its leads, the same for all rules, are looked up by Id and e-mail address. */
final class PullHost {

    /** What the host alone knows of a person. */
    static final String OWN = "own";

    private final World world;
    private final PullRule rule;
    private final List<Lead> people;
    private final Map<String, String> held = new TreeMap<>();
    private final Map<RecordId, Object> told = new HashMap<>();
    private final Map<RecordId, Optional<String>> toldAddresses = new HashMap<>();
    private final List<String> cursors =
            new ArrayList<>(List.of(PullCursor.start().toText()));
    private final Map<PullChange, Integer> changes = new EnumMap<>(PullChange.class);
    private final List<String> wrong = new ArrayList<>();
    private final List<String> toldTwice = new ArrayList<>();
    private final Map<RecordId, String> stamps = new HashMap<>();
    private boolean startedOver;
    private int looksInDoubt;
    private int echoes;
    private long samePersons;
    private final Set<List<RecordId>> couples = new HashSet<>();
    private final Set<RecordId> named = new HashSet<>();
    private int lastPages;
    private int joined;
    private int made;

    /** What all rules of a host share; a query answers so many rows. */
    record World(FakeOrg org, SalesforceSync sync, List<Lead> people, int rows) {}

    PullHost(World world, PullRule rule) {
        this.world = world;
        this.rule = rule;
        this.people = world.people();
    }

    PullRule rule() {
        return rule;
    }

    /** The records that the rule takes now. */
    List<FakeRecord> live() {
        boolean isHot = rule.filter().isPresent();
        return world.org().records(rule.object()).stream()
                .filter(record -> !record.isDeleted() && (!isHot || "Hot".equals(record.text("Rating"))))
                .toList();
    }

    Map<String, String> held() {
        return held;
    }

    List<String> wrong() {
        return wrong;
    }

    List<String> toldTwice() {
        return toldTwice;
    }

    int changes(PullChange change) {
        return changes.getOrDefault(change, 0);
    }

    int echoes() {
        return echoes;
    }

    /** How many pages held what more than one query read. */
    int joined() {
        return joined;
    }

    long samePersons() {
        return samePersons;
    }

    PullCursor cursor() {
        return PullCursor.fromText(cursors.get(cursors.size() - 1));
    }

    private String nameKey() {
        return rule.mappings().get("LastName");
    }

    String idKey() {
        return rule.object().equals("Lead") ? LeadField.SALESFORCE_LEAD_ID : LeadField.SALESFORCE_CONTACT_ID;
    }

    /** Goes on from one of the cursors that it stored; what was read since may come again. */
    void restart(Random random) {
        cursors.subList(1 + random.nextInt(cursors.size()), cursors.size()).clear();
        startedOver |= cursors.size() == 1;
        readsAgain();
    }

    /** What was read may come again until a look that begins now is over. */
    void readsAgain() {
        looksInDoubt = 2;
    }

    void startOver() {
        cursors.subList(1, cursors.size()).clear();
        startedOver = true;
        readsAgain();
    }

    private Collection<Lead> known(Collection<RecordId> ids, Collection<String> emails) {
        return people.stream()
                .filter(lead -> idsOf(lead).stream().anyMatch(ids::contains)
                        || lead.email().filter(emails::contains).isPresent())
                .toList();
    }

    private static Set<RecordId> idsOf(Lead lead) {
        Set<RecordId> ids = new TreeSet<>();
        lead.id(LeadField.SALESFORCE_LEAD_ID).ifPresent(ids::add);
        lead.id(LeadField.SALESFORCE_CONTACT_ID).ifPresent(ids::add);
        return ids;
    }

    /** Pulls a page, and keeps all of it or nothing; tells whether it was the last one. */
    boolean pull() {
        noteStamps();
        try {
            PullPage page = world.sync().pull(rule, cursor(), this::known);
            page.gone().forEach(this::requireHeld);
            page.leads().forEach(this::keep);
            wrong.addAll(new OncePerPerson(world.org(), idKey(), page).wrong(people));
            people.replaceAll(this::withAMark);
            page.leads().forEach(pulled -> requireNoneBuried(pulled, page));
            page.gone().forEach(this::drop);
            echoes += page.echoes();
            joined += page.leads().size() + page.echoes() > world.rows() ? 1 : 0;
            samePersons += page.notes().stream()
                    .filter(note -> note.is(ReasonCode.SAME_PERSON_TWICE))
                    .count();
            cursors.add(page.next().toText());
            looksInDoubt -= page.isLast() && looksInDoubt > 0 ? 1 : 0;
            lastPages += page.isLast() ? 1 : 0;
            return page.isLast();
        } catch (SalesforceException failed) {
            return false;
        }
    }

    void pullToTheEnd() {
        for (int from = lastPages; lastPages < from + 2; ) {
            pull();
        }
    }

    private void keep(PulledLead pulled) {
        changes.merge(pulled.change(), 1, Integer::sum);
        Object content = List.of(pulled.read(), pulled.lead(), pulled.change(), touched(pulled));
        if (content.equals(told.put(pulled.id(), content)) && looksInDoubt == 0) {
            toldTwice.add(pulled + " was told twice");
        }
        held.put(pulled.id().value(), pulled.lead().text(nameKey()).orElse(""));
        toldAddresses.put(pulled.id(), pulled.read().email());
        couple(pulled.lead());
        if (pulled.change() == PullChange.CONVERTED) {
            pulled.read().id(LeadField.SALESFORCE_CONTACT_ID).ifPresent(named::add);
        }
        pulled.known().ifPresentOrElse(known -> replace(known, pulled.lead()), () -> people.add(pulled.lead()));
    }

    /** What the host has of its own stays, and is nobody else's. */
    private void replace(Lead known, Lead lead) {
        int at = people.indexOf(known);
        if (at < 0 || !known.value(OWN).equals(lead.value(OWN))) {
            wrong.add(known.values() + " became " + lead.values());
        } else {
            people.set(at, lead);
        }
    }

    private Lead withAMark(Lead lead) {
        return lead.value(OWN).isPresent() ? lead : lead.with(OWN, rule.name() + made++);
    }

    private void couple(Lead lead) {
        lead.id(LeadField.SALESFORCE_LEAD_ID)
                .ifPresent(one ->
                        lead.id(LeadField.SALESFORCE_CONTACT_ID).ifPresent(other -> couples.add(List.of(one, other))));
    }

    /** The Contacts that Leads of which it was told became. */
    Set<RecordId> named() {
        return named;
    }

    /** Whether a lead ever bore the Contact together with another Lead than this one. */
    boolean wasOfAnother(RecordId contact, RecordId lead) {
        return couples.stream()
                .anyMatch(couple ->
                        couple.get(1).equals(contact) && !couple.get(0).equals(lead));
    }

    /** Whether the record was told last with that address, and not as gone since. */
    boolean wasToldWith(String address, RecordId record) {
        return toldAddresses.containsKey(record) && toldAddresses.get(record).equals(Optional.of(address));
    }

    /** A conversion comes again when its record is touched, though nothing is read that is new, also while it was read. */
    private String touched(PulledLead pulled) {
        return pulled.change() == PullChange.CONVERTED ? stamps.getOrDefault(pulled.id(), "") : "";
    }

    private void noteStamps() {
        stamps.clear();
        world.org()
                .records(rule.object())
                .forEach(record -> stamps.put(record.id(), String.valueOf(record.text("SystemModstamp"))));
    }

    private void drop(GoneRecord gone) {
        changes.merge(gone.change(), 1, Integer::sum);
        forget(gone.id());
    }

    private void requireHeld(GoneRecord gone) {
        if (people.stream().noneMatch(lead -> idsOf(lead).contains(gone.id()))) {
            wrong.add(gone + " was not held");
        }
    }

    /** A lead that is told as that of another record bears no Id that the same page says is gone. */
    private void requireNoneBuried(PulledLead pulled, PullPage page) {
        page.gone().stream()
                .filter(gone -> !gone.id().equals(pulled.id()))
                .filter(gone ->
                        pulled.lead().id(idKey()).filter(gone.id()::equals).isPresent())
                .forEach(gone -> wrong.add(pulled + " bears the Id of " + gone));
    }

    private void forget(RecordId id) {
        held.remove(id.value());
        told.remove(id);
        toldAddresses.remove(id);
        List<Lead> bearing =
                people.stream().filter(lead -> idsOf(lead).contains(id)).toList();
        people.removeAll(bearing);
        bearing.stream()
                .map(lead -> lead.with(idKey(), null).with(nameKey(), null))
                .filter(lead -> !idsOf(lead).isEmpty())
                .forEach(people::add);
    }

    boolean isReconciled() {
        return !startedOver;
    }

    /** Who starts over knows of what vanished before only by asking for what it holds; returns whether anything did. */
    boolean reconcile() {
        List<RecordId> ids =
                people.stream().flatMap(lead -> lead.id(idKey()).stream()).toList();
        try {
            List<GoneRecord> gone = world.sync().reconcile(rule, cursor(), ids);
            gone.forEach(record -> forget(record.id()));
            startedOver = false;
            return !gone.isEmpty();
        } catch (SalesforceException failed) {
            startedOver = true;
            return false;
        }
    }
}
