package com.spara.sf.client.read;

import com.spara.sf.client.json.JsonMembers;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.spi.SalesforceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as a query answers them, parents nested under the name of their relationship. */
final class RecordJson {

    private static final String ATTRIBUTES = "attributes";

    private RecordJson() {}

    static SalesforceRecord record(JsonView json) {
        String type = json.at(ATTRIBUTES).at("type").textOrEmpty();
        return json.raw() instanceof Map<?, ?> members
                ? SalesforceRecord.of(type, fields(members))
                : SalesforceRecord.of(type, Map.of());
    }

    private static Map<String, @Nullable Object> fields(Map<?, ?> members) {
        List<Object> fields = new ArrayList<>(2 * members.size());
        members.forEach((name, value) -> {
            if (value != null && !ATTRIBUTES.equals(name)) {
                fields.add(String.valueOf(name));
                fields.add(value instanceof Map ? record(JsonView.of(value)) : value);
            }
        });
        return JsonMembers.of(fields.toArray());
    }
}
