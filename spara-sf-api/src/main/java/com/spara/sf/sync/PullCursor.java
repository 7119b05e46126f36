package com.spara.sf.sync;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * How far a pull has come: a value that the host keeps, as one line of text of at most 16,000 characters. It names a moment
 * and a record of the org's own, so it can be used again after any time, and more than once. Within a big first pull it names a
 * bulk job too, and goes on without it when that is gone.
 *
 * <pre>{@code
 * host.save(page.next().toText());
 * PullCursor cursor = PullCursor.fromText(host.cursor());
 * }</pre>
 *
 * <p>It belongs to one org and one rule. Immutable and safe to share between threads.
 */
public final class PullCursor {

    private static final String FORM = "pull1";
    private static final String RULE = "rule";
    private static final String FULL_LOOK_DUE = "full";
    private static final Pattern PART = Pattern.compile("[a-z]+=[^;=\\s]*");
    private static final PullCursor START = new PullCursor(Map.of());

    private final Map<String, String> parts;

    private PullCursor(Map<String, String> parts) {
        this.parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    /**
     * Returns the cursor before the first record.
     *
     * @return the cursor
     */
    public static PullCursor start() {
        return START;
    }

    /**
     * Returns a cursor of these parts, whose meaning is the library's own.
     *
     * @param parts values by short names
     * @return the cursor
     * @throws IllegalArgumentException if a part does not fit into a line of text
     */
    public static PullCursor of(Map<String, String> parts) {
        parts.forEach((name, value) -> requirePart(name + "=" + value));
        return new PullCursor(parts);
    }

    /**
     * Reads a cursor.
     *
     * @param text what {@link #toText} returned
     * @return the cursor
     * @throws IllegalArgumentException if the text is cut or changed, or was written by a later version
     */
    public static PullCursor fromText(String text) {
        String line = text.strip();
        int end = line.lastIndexOf(';');
        if (!line.startsWith(FORM + ";")
                || !line.substring(end + 1).equals(checksum(line.substring(0, Math.max(0, end))))) {
            throw new IllegalArgumentException("Not a pull cursor, or not all of one: it has " + line.length()
                    + " characters, and its checksum does not fit. Keep the text whole, up to 16,000 characters.");
        }
        Map<String, String> parts = new TreeMap<>();
        for (String part : line.substring(0, end).split(";", -1)) {
            if (!part.equals(FORM)) {
                requirePart(part);
                parts.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
            }
        }
        return new PullCursor(parts);
    }

    private static void requirePart(String part) {
        if (!PART.matcher(part).matches()) {
            throw new IllegalArgumentException("Not a part of a pull cursor.");
        }
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    /**
     * Returns the cursor as one line of text.
     *
     * @return the text, in ASCII, without people's data
     */
    public String toText() {
        StringBuilder text = new StringBuilder(FORM);
        parts.forEach((name, value) -> text.append(';').append(name).append('=').append(value));
        return text + ";" + checksum(text.toString());
    }

    /**
     * Returns this cursor for a rule that was changed since: records that changed from now on are taken by the new rule, and
     * those read before stay as they are until they change. Which of them the new rule does not take tells
     * {@link SalesforceSync#reconcile}. The other choice is {@link #start}. A rule for another object has no part in this
     * cursor, and is refused all the same.
     *
     * @return the new cursor
     */
    public PullCursor goingOnWithChangedRule() {
        Map<String, String> fewer = new TreeMap<>(parts);
        fewer.remove(RULE);
        return new PullCursor(fewer);
    }

    /**
     * Tells whether records may have vanished from the org's recycle bin between two pulls, so that nobody can tell that they
     * are gone. Then pull from {@link #start} to the end, and {@link SalesforceSync#reconcile} the records that the host
     * holds.
     *
     * @return true if a full look is due
     */
    public boolean isFullLookDue() {
        return parts.containsKey(FULL_LOOK_DUE);
    }

    /**
     * Tells whether this is the cursor before the first record.
     *
     * @return true if nothing was read yet
     */
    public boolean isStart() {
        return parts.isEmpty();
    }

    /**
     * Returns a part, whose meaning is the library's own.
     *
     * @param name its short name
     * @return the part, or empty if there is none
     */
    public Optional<String> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PullCursor cursor && parts.equals(cursor.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return "PullCursor[" + (isStart() ? "start" : part("until").orElse("")) + "]";
    }
}
