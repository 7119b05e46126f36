package com.spara.sf.client.read;

import com.spara.sf.Reason;
import com.spara.sf.spi.Answer;
import com.spara.sf.spi.Lookup;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a read brought: an answer for each lookup, or the reason why there is none. */
public final class Answers {

    private final Map<Lookup, Answer> found = new HashMap<>();
    private final Map<Lookup, Reason> refused = new HashMap<>();

    /** The answer to a lookup. */
    public Optional<Answer> to(Lookup lookup) {
        return Optional.ofNullable(found.get(lookup));
    }

    /** Why a lookup was not answered. */
    public Optional<Reason> refusal(Lookup lookup) {
        return Optional.ofNullable(refused.get(lookup));
    }

    /** Takes over another read's answers. */
    public void addAll(Answers more) {
        more.found.forEach(this::put);
        more.refused.forEach(this::refuse);
    }

    void put(Lookup lookup, Answer answer) {
        refused.remove(lookup);
        found.put(lookup, answer);
    }

    void refuse(Lookup lookup, Reason reason) {
        if (!found.containsKey(lookup)) {
            refused.put(lookup, reason);
        }
    }

    /** Takes an answer back that cannot be trusted. */
    void doubt(Lookup lookup, Reason reason) {
        found.remove(lookup);
        refused.put(lookup, reason);
    }

    Map<Lookup, Reason> refused() {
        return refused;
    }
}
