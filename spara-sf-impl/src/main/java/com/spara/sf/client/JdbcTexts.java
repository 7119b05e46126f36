package com.spara.sf.client;

import com.spara.sf.client.jdbc.Database;
import com.spara.sf.client.jdbc.TextTable;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Keeps short texts in the host's database, each with a version: pull cursors, and handles of jobs that are under way. By
 * default each call is a transaction of its own; {@link #in} works in the host's, so that what a page brought and how far the
 * pull has come are saved together. The table is {@code spara_sf_text} of {@code spara-sf/schema/V1__spara_sf.sql}, which is
 * in the jar.
 *
 * <p>Whoever saves must have seen the newest version: of two processes that went on from the same place, the second one gets a
 * {@link ConcurrentModificationException}, and what it did is rolled back with its transaction. Texts are not encrypted.
 *
 * <p>What fails in the database is an {@link UncheckedIOException}. Immutable; one over a data source is safe for use by many
 * threads, one in a transaction as far as its connection is.
 */
public final class JdbcTexts {

    static final int LONGEST_TEXT = 16_000;

    private static final int LONGEST_NAME = 255;

    private final TextTable table;

    private JdbcTexts(Database database) {
        this.table = new TextTable(database);
    }

    /**
     * Returns texts that are saved at once.
     *
     * @param database gives connections to it
     * @return the texts
     */
    public static JdbcTexts over(DataSource database) {
        return new JdbcTexts(Database.over(database));
    }

    /**
     * Returns texts that are saved when the host commits. Save them last, since others who save the same one wait until then.
     *
     * @param transaction a connection of which the host commits what is done, or rolls it back
     * @return the texts
     */
    public static JdbcTexts in(Connection transaction) {
        return new JdbcTexts(Database.in(transaction));
    }

    /**
     * Returns what is kept under a name; without a text if there is nothing yet.
     *
     * @param name at most 255 characters, for example the connection and the rule
     * @return what is kept
     * @throws IllegalArgumentException if the name is longer
     */
    public KeptText load(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A name has at most " + LONGEST_NAME + " characters in a database.");
        }
        return table.load(name).stream().findFirst().map(JdbcTexts::kept).orElseGet(() -> new KeptText(name, null, 0));
    }

    /**
     * Returns all whose names begin with the same letters, by name: for example the jobs that were under way when a process
     * died.
     *
     * @param prefix the first letters, capitals apart
     * @return what is kept
     */
    public List<KeptText> startingWith(String prefix) {
        return table.startingWith(prefix).stream().map(JdbcTexts::kept).toList();
    }

    private static KeptText kept(TextTable.Row row) {
        return new KeptText(row.name(), row.content(), row.version());
    }

    /**
     * Saves a text in place of the version that it was loaded with.
     *
     * @param changed what to keep; {@link KeptText#with} gave it its text
     * @return the same with its new version, to go on with
     * @throws ConcurrentModificationException if it was saved or removed since it was loaded; then nothing has changed
     * @throws IllegalArgumentException if there is no text
     */
    public KeptText save(KeptText changed) {
        String text = changed.text()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is nothing to save under '" + changed.name() + "': give a text by with(text)."));
        return new KeptText(changed.name(), text, saved(changed, text));
    }

    /** The new version. The first one is random, so that a text that was removed and made again is not taken for the same. */
    private long saved(KeptText changed, String text) {
        if (changed.version() == 0) {
            long first = 1 + (UUID.randomUUID().getMostSignificantBits() >>> 2);
            table.insert(changed.name(), text, first);
            return first;
        }
        table.update(changed.name(), text, changed.version());
        return changed.version() + 1;
    }

    /**
     * Removes a text.
     *
     * @param kept what was loaded or saved
     * @throws ConcurrentModificationException if it was saved or removed since; then nothing has changed
     */
    public void remove(KeptText kept) {
        table.delete(kept.name(), kept.version());
    }
}
