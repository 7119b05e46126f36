package com.spara.sf.client.read;

import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.json.PassingMembers;
import com.spara.sf.spi.SalesforceRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Records as a query answers them, parents nested under the name of their relationship. Those of one answer share the names of
 * their fields. Used by one thread, for one answer.
 */
final class RecordJson {

    private static final String ATTRIBUTES = "attributes";

    private final Map<String, RecordJson> parents = new HashMap<>();
    private final Map<String, SalesforceRecord> byType = new HashMap<>();

    SalesforceRecord record(JsonView json) {
        String type = json.at(ATTRIBUTES).at("type").textOrEmpty();
        if (!(json.raw() instanceof Map<?, ?> members)) {
            return SalesforceRecord.of(type, Map.of());
        }
        Fields fields = new Fields(members);
        SalesforceRecord alike = byType.get(type);
        if (alike == null) {
            alike = Prototype.record(type, fields.keySet());
            byType.put(type, alike);
        }
        return alike.with(fields);
    }

    private SalesforceRecord parent(String relationship, Map<?, ?> members) {
        return parents.computeIfAbsent(relationship, any -> new RecordJson()).record(JsonView.of(members));
    }

    /** The members of an answer's record that are fields, seen without a copy, since there are thousands of records. */
    private final class Fields extends PassingMembers {

        private final Map<?, ?> members;

        Fields(Map<?, ?> members) {
            this.members = members;
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
            members.forEach((member, value) -> {
                if (!ATTRIBUTES.equals(member)) {
                    String name = String.valueOf(member);
                    action.accept(name, value instanceof Map<?, ?> parent ? parent(name, parent) : value);
                }
            });
        }

        @Override
        public int size() {
            return members.size() - (members.containsKey(ATTRIBUTES) ? 1 : 0);
        }
    }
}
