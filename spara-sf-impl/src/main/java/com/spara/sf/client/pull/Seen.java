package com.spara.sf.client.pull;

import com.spara.sf.RecordId;
import com.spara.sf.client.json.Sha256;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read within the overlap, as digests of 48 bits of the Id and of what was read of the record, so that a record comes
 * again only if it reads differently. The look before hands them over, and each that is met again is handed on; at most 1,800
 * in all. Of more, the eldest are remembered by runs: one digest stands for 32 that were read one after the other, and is met by the
 * same 32 in the same order within one page. So what changed among them, or came between, brings at most 32 again.
 */
final class Seen {

    /** The most that are remembered, runs among them. */
    static final int MOST = 1_800;

    /** How many a run stands for. */
    static final int RUN = 32;

    private static final int BYTES = 6;
    private static final int LENGTH = 8;

    private final Tokens before;
    private final Tokens now;

    /** Digests of single records, and of runs of them, in the order in which they were read. */
    private record Tokens(Set<String> singles, Set<String> runs) {

        static Tokens none() {
            return new Tokens(new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        Tokens copy() {
            return new Tokens(new LinkedHashSet<>(singles), new LinkedHashSet<>(runs));
        }

        int size() {
            return singles.size() + runs.size();
        }
    }

    private Seen(Tokens before, Tokens now) {
        this.before = before.copy();
        this.now = now.copy();
    }

    static Seen read(String before, String now) {
        return new Seen(
                new Tokens(tokens(before), new LinkedHashSet<>()), new Tokens(tokens(now), new LinkedHashSet<>()));
    }

    /** The same with runs. */
    Seen withRuns(String runsBefore, String runsNow) {
        return new Seen(new Tokens(before.singles(), tokens(runsBefore)), new Tokens(now.singles(), tokens(runsNow)));
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

    private static String run(List<String> tokens) {
        return Sha256.of(String.join("", tokens)).base64(BYTES);
    }

    /** Whether there is anything that the look before has read, and that was not met again. */
    boolean expects() {
        return before.size() > 0;
    }

    /** Whether the look before has read this; a look meets each record once, so it need not be kept any longer. */
    boolean meets(String token) {
        return before.singles().remove(token);
    }

    /** The places of those that the look before has read, among those that were read one after the other. */
    BitSet met(List<String> tokens) {
        BitSet met = new BitSet(tokens.size());
        int at = 0;
        while (at < tokens.size()) {
            int length = meetsRun(tokens, at) ? RUN : 1;
            if (length == RUN || meets(tokens.get(at))) {
                met.set(at, at + length);
            }
            at += length;
        }
        return met;
    }

    private boolean meetsRun(List<String> tokens, int from) {
        boolean mayBe = !before.runs().isEmpty() && from + RUN <= tokens.size();
        return mayBe && before.runs().remove(run(tokens.subList(from, from + RUN)));
    }

    /** Remembers it for the next look. */
    void remember(String token) {
        now.singles().remove(token);
        now.singles().add(token);
        if (size() > MOST - RUN && now.singles().size() >= RUN) {
            List<String> eldest = now.singles().stream().limit(RUN).toList();
            eldest.forEach(now.singles()::remove);
            now.runs().add(run(eldest));
        }
        if (size() > MOST) {
            Set<String> some = now.runs().isEmpty() ? now.singles() : now.runs();
            some.remove(some.iterator().next());
        }
    }

    private int size() {
        return before.size() + now.size();
    }

    /** Whether there were more than are remembered one by one. */
    boolean isFull() {
        return size() >= MOST || !before.runs().isEmpty() || !now.runs().isEmpty();
    }

    /** The same, behind all that the look before has read. */
    Seen behindOverlap() {
        return new Seen(Tokens.none(), now);
    }

    /** What is handed over to the next look. */
    Seen over() {
        return new Seen(now, Tokens.none());
    }

    String before() {
        return String.join("", before.singles());
    }

    String runsBefore() {
        return String.join("", before.runs());
    }

    String now() {
        return String.join("", now.singles());
    }

    String runsNow() {
        return String.join("", now.runs());
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
