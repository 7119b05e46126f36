package com.spara.sf.client.pull;

import com.spara.sf.Lead;
import com.spara.sf.client.json.JsonMembers;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.PulledLead;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lays what was read of a record over what the host holds: field by field by the table of {@link PulledField#verdict}, owner and
 * Account each as a whole.
 */
final class LaidOver {

    private final List<PulledField> fields;
    private final RidingAlong ridingAlong;
    private final Set<String> paths;
    private final String[] keys;

    LaidOver(List<PulledField> fields, RidingAlong ridingAlong, Set<String> paths) {
        this.fields = fields;
        this.ridingAlong = ridingAlong;
        this.paths = paths;
        this.keys = fields.stream().map(PulledField::key).toArray(String[]::new);
    }

    /** What was read of a record, by itself. */
    Lead read(SalesforceRecord record) {
        @Nullable Object[] values = new @Nullable Object[keys.length];
        for (int i = 0; i < fields.size(); i++) {
            values[i] = fields.get(i).of(record);
        }
        return ridingAlong.over(Lead.empty().with(JsonMembers.of(keys, values)), record, paths);
    }

    /** What was read, laid over the host's lead that it is. */
    PulledLead over(Lead hosts, SalesforceRecord record, PulledLead pulled) {
        Set<String> emptied = new TreeSet<>();
        Lead kept = mapped(hosts, record, emptied);
        return pulled.knownAs(hosts, ridingAlong.over(kept, record, paths), emptied);
    }

    /** What was read, laid over a lead that bears the Id of another record: what it lacks is not missed, and nothing rides along. */
    PulledLead further(Lead hosts, SalesforceRecord record, PulledLead pulled) {
        return pulled.knownAs(hosts, mapped(hosts, record, new TreeSet<>()), Set.of());
    }

    private Lead mapped(Lead hosts, SalesforceRecord record, Set<String> emptied) {
        Lead kept = hosts;
        for (PulledField field : fields) {
            Object read = field.of(record);
            switch (field.verdict(hosts, read)) {
                case TAKEN -> kept = kept.with(field.key(), read);
                case EMPTIED -> emptied.add(field.key());
                case KEPT -> {}
            }
        }
        return kept;
    }
}
