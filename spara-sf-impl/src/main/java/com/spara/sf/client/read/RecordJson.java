package com.spara.sf.client.read;

import com.spara.sf.client.json.JsonView;
import com.spara.sf.spi.SalesforceRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records as a query answers them, parents nested under the name of their relationship. */
final class RecordJson {

    private RecordJson() {}

    static SalesforceRecord record(JsonView json) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (json.raw() instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                if (value instanceof Map<?, ?> && !"attributes".equals(name)) {
                    fields.put(String.valueOf(name), record(JsonView.of(value)));
                } else if (value != null && !"attributes".equals(name)) {
                    fields.put(String.valueOf(name), value);
                }
            });
        }
        return SalesforceRecord.of(json.at("attributes").at("type").textOrEmpty(), fields);
    }
}
