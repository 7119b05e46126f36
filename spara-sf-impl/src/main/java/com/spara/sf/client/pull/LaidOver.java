package com.spara.sf.client.pull;

import com.spara.sf.Lead;
import com.spara.sf.client.json.PassingMembers;
import com.spara.sf.client.read.Prototype;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.PulledLead;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lays what was read of a record over what the host holds: field by field by the table of {@link PulledField#verdict}, owner and
 * Account each as a whole.
 */
final class LaidOver {

    private final List<PulledField> fields;
    private final RidingAlong ridingAlong;
    private final Set<String> paths;
    private final Lead empty;

    LaidOver(List<PulledField> fields, RidingAlong ridingAlong, Set<String> paths) {
        this.fields = fields.stream()
                .filter(field -> !field.key().equals(ridingAlong.idKey()))
                .sorted(Comparator.comparing(PulledField::key))
                .toList();
        this.ridingAlong = ridingAlong;
        this.paths = paths;
        Set<String> keys = new TreeSet<>(ridingAlong.keys());
        fields.forEach(field -> keys.add(field.key()));
        this.empty = Prototype.lead(keys);
    }

    /** What was read of a record, by itself. All such leads share the names of their fields. */
    Lead read(SalesforceRecord record) {
        return ridingAlong.over(empty.with(new Fields(record)), record, paths);
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

    /** What is read of a record under the keys of the mapped fields, and its Id. */
    private final class Fields extends PassingMembers {

        private final SalesforceRecord record;

        Fields(SalesforceRecord record) {
            this.record = record;
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
            for (PulledField field : fields) {
                action.accept(field.key(), field.of(record));
            }
            action.accept(ridingAlong.idKey(), record.id().value());
        }

        @Override
        public int size() {
            return fields.size() + 1;
        }
    }
}
