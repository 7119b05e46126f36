package com.spara.sf.sync;

import com.spara.sf.Reason;
import java.util.List;

/**
 * What a pull rule would take now.
 *
 * @param count how many records it takes
 * @param first the first few of them, as they would come
 * @param notes what is worth knowing, such as a field that vanished
 */
public record PullTryOut(long count, List<PulledLead> first, List<Reason> notes) {

    /**
     * Keeps copies.
     *
     * @param count how many records it takes
     * @param first the first few of them
     * @param notes what is worth knowing
     */
    public PullTryOut {
        first = List.copyOf(first);
        notes = List.copyOf(notes);
    }

    @Override
    public String toString() {
        return "PullTryOut[" + count + "]";
    }
}
