package com.spara.sf.orgcheck;

import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** When the answer to a refresh was lost, a refresh token is presented again only if introspection calls it good. */
final class IntrospectingNothing implements Assumption {

    @Override
    public boolean needsApp() {
        return true;
    }

    @Override
    public String statement() {
        return "Introspection of a refresh token that is none answers active: false.";
    }

    @Override
    public Finding look(Workbench bench) {
        Map<String, String> form = new LinkedHashMap<>(bench.app());
        form.put("token", bench.nonsense());
        form.put("token_type_hint", "refresh_token");
        Reply reply = bench.oauth("introspect", form);
        boolean isInactive = JsonValue.FALSE.equals(reply.object().get("active"));
        return Finding.of(isInactive, reply.facts() + (isInactive ? ", not active" : ""));
    }
}
