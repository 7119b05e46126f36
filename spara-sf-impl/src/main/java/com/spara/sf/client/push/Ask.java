package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.spi.Lookup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one matcher wants looked up for one lead and object, or why it could not say. */
record Ask(String matcher, List<Lookup> lookups, @Nullable Reason failed) {

    /** Whether there is nothing to look for, and nothing went wrong. */
    boolean isNothing() {
        return lookups.isEmpty() && failed == null;
    }
}
