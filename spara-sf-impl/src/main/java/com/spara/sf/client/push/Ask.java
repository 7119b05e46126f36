package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.spi.Lookup;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one matcher wants looked up for one lead and object, or why it could not say. */
record Ask(String matcher, List<Lookup> lookups, @Nullable Reason failed) {

    Optional<Reason> failure() {
        return Optional.ofNullable(failed);
    }
}
