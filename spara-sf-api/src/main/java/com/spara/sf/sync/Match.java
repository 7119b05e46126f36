package com.spara.sf.sync;

import com.spara.sf.Reason;
import com.spara.sf.RecordId;
import java.util.List;

/**
 * Which record a lead was matched to, by which matcher, and out of how many. Immutable and safe to share between threads.
 */
public final class Match {

    private final String matcher;
    private final RecordId id;
    private final List<RecordId> candidates;
    private final Reason decidedBy;

    private Match(String matcher, RecordId id, List<RecordId> candidates, Reason decidedBy) {
        this.matcher = matcher;
        this.id = id;
        this.candidates = candidates;
        this.decidedBy = decidedBy;
    }

    /**
     * Returns a match.
     *
     * @param matcher the name of the matcher that found the record
     * @param candidates all records it found, the chosen one first; at least one
     * @param decidedBy the rule that chose among them
     * @return the match
     */
    public static Match of(String matcher, List<RecordId> candidates, Reason decidedBy) {
        return new Match(matcher, candidates.get(0), List.copyOf(candidates), decidedBy);
    }

    /**
     * Returns the matcher that found the record.
     *
     * @return its name
     */
    public String matcher() {
        return matcher;
    }

    /**
     * Returns the record.
     *
     * @return its Id
     */
    public RecordId id() {
        return id;
    }

    /**
     * Returns all records that the matcher found.
     *
     * @return their Ids, the chosen one first, unmodifiable
     */
    public List<RecordId> candidates() {
        return candidates;
    }

    /**
     * Returns the rule that chose among the candidates.
     *
     * @return the reason
     */
    public Reason decidedBy() {
        return decidedBy;
    }

    @Override
    public String toString() {
        return id + " by " + matcher;
    }
}
