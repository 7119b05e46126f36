package com.spara.sf.client.read;

import com.spara.sf.client.json.JsonView;
import com.spara.sf.spi.SalesforceRecord;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Records as a query answers them, parents nested under the name of their relationship. */
final class RecordJson {

    private static final String ATTRIBUTES = "attributes";

    private RecordJson() {}

    static SalesforceRecord record(JsonView json) {
        String type = json.at(ATTRIBUTES).at("type").textOrEmpty();
        return SalesforceRecord.of(type, json.raw() instanceof Map<?, ?> members ? new Fields(members) : Map.of());
    }

    /** The members of an answer's record that are fields with a value, seen without a copy, since there are thousands of records. */
    private static final class Fields extends AbstractMap<String, Object> {

        private final Map<?, ?> members;

        Fields(Map<?, ?> members) {
            this.members = members;
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super Object> action) {
            members.forEach((name, value) -> {
                if (value != null && !ATTRIBUTES.equals(name)) {
                    action.accept(String.valueOf(name), value instanceof Map ? record(JsonView.of(value)) : value);
                }
            });
        }

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            Map<String, Object> copy = new LinkedHashMap<>();
            forEach(copy::put);
            return Collections.unmodifiableSet(copy.entrySet());
        }

        @Override
        public int size() {
            int[] size = {0};
            members.forEach((name, value) -> size[0] += value == null || ATTRIBUTES.equals(name) ? 0 : 1);
            return size[0];
        }
    }
}
