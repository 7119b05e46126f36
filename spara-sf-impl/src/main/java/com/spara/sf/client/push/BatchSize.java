package com.spara.sf.client.push;

import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.FieldKind;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.SyncSettings;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many leads are pushed together: two hundred; and how many are read together where more are: two thousand, which fill a page.
 * Fewer when the mapped texts could fill more than 16 million characters.
 */
final class BatchSize {

    private static final int MOST_LEADS = 200;
    private static final int MOST_READ = 2_000;
    private static final long MOST_CHARACTERS = 16_000_000;
    private static final int SHORT_TEXT = 1_000;

    private BatchSize() {}

    static int of(SyncSettings settings, Describes describes) {
        return Math.min(MOST_LEADS, ofRead(settings, describes));
    }

    /** As long as the fields are not known, they may be of any length. */
    static int ofNextRead(SyncSettings settings, Describes describes) {
        boolean isKnown = PushPipeline.OBJECTS.stream()
                .allMatch(object -> describes.of(object).isPresent());
        return isKnown ? ofRead(settings, describes) : of(settings, describes);
    }

    static int ofRead(SyncSettings settings, Describes describes) {
        long longest = Stream.of("Lead", "Contact")
                .mapToLong(object -> longTexts(settings, describes, object))
                .sum();
        return (int) Math.max(1, Math.min(MOST_READ, MOST_CHARACTERS / Math.max(1, longest)));
    }

    /**
     * How many new records are read back together: those of a round of jobs, which are five pages in one call, unless an enricher
     * wants to know long texts.
     */
    static int ofReadBack(Map<String, ? extends Collection<String>> fields, Describes describes) {
        long longest = fields.entrySet().stream()
                .mapToLong(entry -> longTexts(entry.getValue().stream(), describes, entry.getKey()))
                .max()
                .orElse(0);
        return (int) Math.max(1, Math.min(Manner.CHUNK, MOST_CHARACTERS / Math.max(1, longest)));
    }

    private static long longTexts(SyncSettings settings, Describes describes, String object) {
        return longTexts(
                settings.rule(object).mappings().stream().map(FieldMapping::salesforceField), describes, object);
    }

    private static long longTexts(Stream<String> fields, Describes describes, String object) {
        return fields.flatMap(name -> describes.of(object).flatMap(known -> known.field(name)).stream())
                .filter(field -> field.kind() == FieldKind.TEXT)
                .mapToLong(FieldDescribe::length)
                .filter(length -> length > SHORT_TEXT)
                .sum();
    }
}
