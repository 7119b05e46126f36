package com.spara.sf.client.pull;

import com.spara.sf.RecordId;
import com.spara.sf.client.json.Sha256;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read within the overlap, as digests of 48 bits of the Id and of what was read of the record, so that a record comes
 * again only if it reads differently. The look before hands them over, and each that is met again is handed on; at most 1,800
 * in all. Of more, the latest are remembered, and the others come again.
 */
final class Seen {

    /** The most that are remembered. */
    static final int MOST = 1_800;

    private static final int BYTES = 6;
    private static final int LENGTH = 8;

    private final Set<String> before;
    private final Set<String> now;

    private Seen(Collection<String> before, Collection<String> now) {
        this.before = new LinkedHashSet<>(before);
        this.now = new LinkedHashSet<>(now);
    }

    static Seen read(String before, String now) {
        return new Seen(tokens(before), tokens(now));
    }

    private static Set<String> tokens(String text) {
        Set<String> tokens = new LinkedHashSet<>();
        for (int from = 0; from + LENGTH <= text.length(); from += LENGTH) {
            tokens.add(text.substring(from, from + LENGTH));
        }
        return tokens;
    }

    Seen copy() {
        return new Seen(before, now);
    }

    static String token(RecordId id, String content) {
        return Sha256.of(id.value() + "\n" + content).base64(BYTES);
    }

    /** Whether the look before has read this; a look meets each record once, so it need not be kept any longer. */
    boolean meets(String token) {
        return before.remove(token);
    }

    /** Remembers it for the next look. */
    void remember(String token) {
        now.remove(token);
        now.add(token);
        if (before.size() + now.size() > MOST) {
            now.remove(now.iterator().next());
        }
    }

    /** Whether there may have been more than are remembered. */
    boolean isFull() {
        return before.size() + now.size() >= MOST;
    }

    /** The same, behind all that the look before has read. */
    Seen behindOverlap() {
        return new Seen(Set.of(), now);
    }

    /** What is handed over to the next look. */
    Seen over() {
        return new Seen(now, Set.of());
    }

    String before() {
        return String.join("", before);
    }

    String now() {
        return String.join("", now);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Seen seen && before.equals(seen.before) && now.equals(seen.now);
    }

    @Override
    public int hashCode() {
        return 31 * before.hashCode() + now.hashCode();
    }
}
