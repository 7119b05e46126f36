package com.spara.sf.quickstart;

import com.spara.sf.Lead;
import com.spara.sf.client.SettingsJson;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.SalesforceSync;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Pushes the leads, or plans it: what a host would write. */
final class Run {

    private Run() {}

    static Report of(Arguments arguments) {
        Org org = Org.of(arguments);
        SyncSettings settings = settings(arguments.settings());
        List<Lead> leads = LeadsFile.read(arguments.leads(), org.names());
        SalesforceSync sync = org.connection().sync(settings);
        return arguments.isPlan() ? plan(leads, sync, org) : push(leads, sync, org);
    }

    private static Report push(List<Lead> leads, SalesforceSync sync, Org org) {
        PushBatch batch = sync.pushAll(leads);
        List<LeadReport> reports = batch.results().stream().map(LeadReport::of).toList();
        return new Report(org.title(), false, reports, OptionalInt.of(batch.apiCalls()), batch.stoppedBy());
    }

    /** One by one, since a plan is about one lead; a push takes two hundred at a time. */
    private static Report plan(List<Lead> leads, SalesforceSync sync, Org org) {
        List<LeadReport> reports =
                leads.stream().map(lead -> LeadReport.of(sync.plan(lead))).toList();
        return new Report(org.title(), true, reports, org.calls().get(), Optional.empty());
    }

    private static SyncSettings settings(Path file) {
        try {
            return SettingsJson.read(InputFile.text(file));
        } catch (IllegalArgumentException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        }
    }
}
