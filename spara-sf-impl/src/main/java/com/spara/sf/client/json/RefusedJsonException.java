package com.spara.sf.client.json;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON that is not read, whole or not; the message says why, as a part of a sentence and without repeating any of it. */
public final class RefusedJsonException extends IOException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String twice;

    private RefusedJsonException(String why, @Nullable String twice, @Nullable Throwable cause) {
        super(why, cause);
        this.twice = twice;
    }

    RefusedJsonException(String why) {
        this(why, null, null);
    }

    RefusedJsonException(String why, Throwable cause) {
        this(why, null, cause);
    }

    static RefusedJsonException twice(String name) {
        return new RefusedJsonException("a name that stands twice in one object", name, null);
    }

    /** The name that stands twice in one object, if that is why; for whoever wrote the text, since it may be anybody's. */
    public Optional<String> nameThatStandsTwice() {
        return Optional.ofNullable(twice);
    }
}
