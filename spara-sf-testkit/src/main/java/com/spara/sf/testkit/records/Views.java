package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.schema.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The org as each of its users may see it; what changes that changes the describes too. */
final class Views {
    private final Map<String, UserView> byUser = new HashMap<>();
    private final Supplier<Schema> schema;
    private final Described described;

    Views(Supplier<Schema> schema, Described described) {
        this.schema = schema;
        this.described = described;
    }

    UserView of(String userId) {
        return byUser.computeIfAbsent(userId, id -> new UserView(schema));
    }

    SObject restrict(String userId, String object, Restriction restriction) {
        SObject type = schema.get().require(object);
        restriction.apply(of(userId), type);
        return described.touch(type);
    }

    UserView allowAll(String userId) {
        UserView view = of(userId);
        view.allowAll();
        schema.get().objects().forEach(described::touch);
        return view;
    }
}
