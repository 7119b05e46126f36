package com.spara.sf.sync;

import com.spara.sf.Reason;
import java.util.List;
import java.util.function.Predicate;

/**
 * One page of a pull: the leads that are news, the records that are gone, and the cursor after it. Keep the three together,
 * in one transaction of the host's own, and a crash repeats a page and never skips one.
 *
 * <p>{@code toString} holds no people's data. Immutable and safe to share between threads.
 */
public final class PullPage {

    /**
     * What a page consists of.
     *
     * @param leads every lead that was read, echoes among them
     * @param gone the records that are gone
     * @param next the cursor after the page
     * @param isLast whether all is read for now
     * @param progress how far the look has come
     * @param notes what is worth knowing
     * @param apiCalls how many calls it took
     */
    public record Values(
            List<PulledLead> leads,
            List<GoneRecord> gone,
            PullCursor next,
            boolean isLast,
            PullProgress progress,
            List<Reason> notes,
            int apiCalls) {

        /**
         * Keeps copies.
         *
         * @param leads every lead that was read, echoes among them
         * @param gone the records that are gone
         * @param next the cursor after the page
         * @param isLast whether all is read for now
         * @param progress how far the look has come
         * @param notes what is worth knowing
         * @param apiCalls how many calls it took
         */
        public Values {
            leads = List.copyOf(leads);
            gone = List.copyOf(gone);
            notes = List.copyOf(notes);
        }
    }

    private final Values values;
    private final List<PulledLead> news;

    private PullPage(Values values) {
        this.values = values;
        this.news = values.leads().stream()
                .filter(Predicate.not(PulledLead::isEcho))
                .toList();
    }

    /**
     * Returns a page.
     *
     * @param values what it consists of
     * @return the page
     */
    public static PullPage of(Values values) {
        return new PullPage(values);
    }

    /**
     * Returns the leads that are news to the host.
     *
     * @return the leads, in the order of their changes unless a bulk job read them, unmodifiable
     */
    public List<PulledLead> leads() {
        return news;
    }

    /**
     * Returns how many records were read of which the host already held everything, as after its own push. They are not among the
     * {@link #leads}.
     *
     * @return the number
     */
    public int echoes() {
        return values.leads().size() - news.size();
    }

    /**
     * Returns the records that the rule takes no more.
     *
     * @return the records, among those that the host's {@link com.spara.sf.spi.KnownLeads} knew; all that changed if the host
     *     recognises its leads by itself
     */
    public List<GoneRecord> gone() {
        return values.gone();
    }

    /**
     * Returns where to go on.
     *
     * @return the cursor after this page
     */
    public PullCursor next() {
        return values.next();
    }

    /**
     * Tells whether all is read for now; the cursor then waits for what happens next.
     *
     * @return true if there is no further page yet
     */
    public boolean isLast() {
        return values.isLast();
    }

    /**
     * Returns how far the look has come.
     *
     * @return the progress
     */
    public PullProgress progress() {
        return values.progress();
    }

    /**
     * Returns what is worth knowing of this page: a field that vanished, a full look that is due.
     *
     * @return the notes
     */
    public List<Reason> notes() {
        return values.notes();
    }

    /**
     * Returns how many API calls the page took.
     *
     * @return the number
     */
    public int apiCalls() {
        return values.apiCalls();
    }

    @Override
    public String toString() {
        return "PullPage[" + news.size() + " leads, " + values.gone().size() + " gone" + (isLast() ? ", last" : "")
                + "]";
    }
}
