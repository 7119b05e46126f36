package com.spara.sf.client;

import com.spara.sf.client.push.PushEngine;
import com.spara.sf.connect.AccessToken;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The engines of the orgs that were used last, so that all handles of one org share its describes and what was learned of
 * it. Safe for use by many threads.
 */
final class Engines {

    private static final int MOST = 2_000;

    private final Map<Key, PushEngine> engines = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, PushEngine> eldest) {
            return size() > MOST;
        }
    };

    /** The engine of an org for one token; made if there is none. */
    synchronized PushEngine of(URI origin, AccessToken token, Supplier<PushEngine> made) {
        return engines.computeIfAbsent(new Key(origin, token), any -> made.get());
    }

    private record Key(URI origin, AccessToken token) {}
}
