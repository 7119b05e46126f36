package com.spara.sf.client.pull;

import com.spara.sf.RecordId;
import com.spara.sf.client.json.Sha256;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What was read within the overlap: for each record its Id and a digest of what was read of it, so that a record comes again
 * only if it reads differently. At most 280; of more, the latest are remembered, and the others come again.
 */
final class Seen {

    private static final int MOST = 280;
    private static final int ID_LENGTH = 15;
    private static final int DIGEST_BYTES = 9;
    private static final int LENGTH = ID_LENGTH + 12;

    private final Set<String> tokens;

    Seen(Collection<String> tokens) {
        this.tokens = new LinkedHashSet<>(tokens);
    }

    static String token(RecordId id, String content) {
        return id.value().substring(0, ID_LENGTH) + Sha256.of(content).base64(DIGEST_BYTES);
    }

    void add(String token) {
        tokens.remove(token);
        tokens.add(token);
        if (tokens.size() > MOST) {
            tokens.remove(tokens.iterator().next());
        }
    }

    Set<String> tokens() {
        return tokens;
    }

    static String write(Collection<String> tokens) {
        return String.join("", tokens);
    }

    static Set<String> read(String text) {
        Set<String> tokens = new LinkedHashSet<>();
        for (int from = 0; from + LENGTH <= text.length(); from += LENGTH) {
            tokens.add(text.substring(from, from + LENGTH));
        }
        return tokens;
    }
}
