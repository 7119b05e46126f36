package com.spara.sf.client;

import com.spara.sf.client.auth.BoundAccess;
import com.spara.sf.client.auth.ConnectionAccess;
import com.spara.sf.client.push.PushEngine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The engines of the connections that were used last, so that all handles of one connection share its describes,
 * which are those of its user; another org behind the same connection gets another engine. Safe for use by many threads.
 */
final class Engines {

    private static final int MOST = 2_000;

    private final Function<BoundAccess, PushEngine> maker;
    private final Map<ConnectionAccess, Bound> engines = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ConnectionAccess, Bound> eldest) {
            return size() > MOST;
        }
    };

    Engines(Function<BoundAccess, PushEngine> maker) {
        this.maker = maker;
    }

    /** The engine of the org that the connection leads to now; made if there is none. */
    PushEngine of(ConnectionAccess access) {
        String organization = access.organizationId();
        synchronized (engines) {
            Bound known = engines.get(access);
            if (known == null || !known.access().leadsTo(organization)) {
                BoundAccess bound = new BoundAccess(access);
                known = new Bound(bound, maker.apply(bound));
                engines.put(access, known);
            }
            return known.engine();
        }
    }

    private record Bound(BoundAccess access, PushEngine engine) {}
}
