package com.spara.sf.examples;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.GoneRecord;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.PullTryOut;
import com.spara.sf.sync.PulledLead;
import com.spara.sf.sync.SalesforceSync;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** A host that pulls: its database is a map, and its cursor a text. */
final class Pulls {

    // region a pull rule
    static final PullRule HOT = PullRule.leads("hot")
            .where(Filter.is("Rating", "Hot").and(Filter.since("CreatedDate", LocalDate.of(2026, 1, 1))))
            .map("FirstName", "first_name")
            .map("LastName", "last_name");
    // endregion

    private final TreeMap<RecordId, Lead> leads = new TreeMap<>();
    private String cursor = PullCursor.start().toText();

    // region pull by loop
    void pull(SalesforceSync sync) {
        for (PullPage page = sync.pull(HOT, cursor(), this::known); ; page = sync.pull(HOT, page.next(), this::known)) {
            saveTogether(page.leads(), page.gone(), page.next());
            if (page.isLast()) {
                break;
            }
        }
    }
    // endregion

    // region pull by stream
    void pullAsStream(SalesforceSync sync, KnownLeads known) {
        sync.pullAll(HOT, cursor(), known).forEach(page -> saveTogether(page.leads(), page.gone(), page.next()));
    }
    // endregion

    // region look at everything
    void lookAtEverything(SalesforceSync sync) {
        cursor = PullCursor.start().toText();
        pull(sync);
        sync.reconcile(HOT, cursor(), leads.keySet()).forEach(gone -> leads.remove(gone.id()));
    }
    // endregion

    static String tried(SalesforceSync sync) {
        // region try a rule
        PullTryOut tried = sync.tryOut(HOT);
        String shown = tried.count() + " records, the first of them " + tried.first();
        // endregion
        return shown;
    }

    private PullCursor cursor() {
        return PullCursor.fromText(cursor);
    }

    private Collection<Lead> known(Collection<RecordId> ids, Collection<String> emails) {
        return ids.stream().filter(leads::containsKey).map(leads::get).toList();
    }

    private void saveTogether(List<PulledLead> pulled, List<GoneRecord> gone, PullCursor next) {
        pulled.forEach(record -> leads.put(record.id(), record.lead()));
        gone.forEach(record -> leads.remove(record.id()));
        cursor = next.toText();
    }

    Collection<Lead> leads() {
        return leads.values();
    }
}
