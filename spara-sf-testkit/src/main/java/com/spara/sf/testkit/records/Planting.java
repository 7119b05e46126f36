package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.SObject;
import java.util.Map;

/** Stores records that nobody can create: only defaults and stamps are added to the values. */
final class Planting {
    private final RecordStore store;
    private final IdSequence ids;
    private final SavePipeline pipeline;

    Planting(RecordStore store, IdSequence ids, SavePipeline pipeline) {
        this.store = store;
        this.ids = ids;
        this.pipeline = pipeline;
    }

    String plant(String object, Map<String, ?> values, String userId) {
        SObject type = store.schema().require(object);
        Save save = Save.create(type, Map.of(), SaveOptions.admin(userId));
        values.forEach(save::set);
        Row row = pipeline.run(save);
        Row stored = values.containsKey("Id") ? row : row.with(type, Map.of("Id", ids.next(type.keyPrefix())));
        store.insert(stored);
        return stored.id();
    }
}
